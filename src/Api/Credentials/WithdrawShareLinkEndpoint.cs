using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Takes a share link back.</summary>
public static class WithdrawShareLinkEndpoint
{
    /// <summary>Take a link back, for good.</summary>
    [WolverinePost("/api/people/{personId:guid}/share-links/{linkId:guid}/withdrawal"), OwnOr<WithdrawShareLink>]
    public static Task<IResult> Post(Guid personId, Guid linkId, Recorder recorder, CancellationToken token) =>
        recorder.Record<WithdrawShareLink, ShareLink>(linkId, $"/api/people/{personId}/share-links",
            d => Task.FromResult(new WithdrawShareLink().Decide(d.State, d.By)), token);
}
