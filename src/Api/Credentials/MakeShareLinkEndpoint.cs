using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Makes a share link.</summary>
public static class MakeShareLinkEndpoint
{
    /// <summary>What is asked: the credential, how much of it is shown, and the last day.</summary>
    public sealed record Body(Guid Credential, ShareScope Scope, DateOnly Until) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("c3000000-0000-4000-8000-000000000001"), ShareScope.Least, new(2026, 12, 31));
    }

    /// <summary>Make a link under an id that the caller chose; its address is in the list of one's links.</summary>
    [WolverinePut("/api/people/{personId:guid}/share-links/{linkId:guid}"), OwnOr<MakeShareLink>]
    public static Task<IResult> Put(Guid personId, Guid linkId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<MakeShareLink, ShareLink>(linkId, $"/api/people/{personId}/share-links", async d =>
            new MakeShareLink(linkId, body.Credential, body.Scope, body.Until)
                .Decide(d.State, await d.Work.Fold<Credential>(body.Credential, token), await d.Work.Fold<Person>(personId, token), d.By, d.Today), token);
}
