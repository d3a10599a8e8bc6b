using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.People;
using Wolverine.Http;
using Wolverine.Marten;

namespace CredentialLedger.Api.Credentials;

/// <summary>Revokes a credential.</summary>
public static class RevokeCredentialEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Ground Ground, string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(Ground.IssuedInError, "ออกผิดระดับ");
    }

    /// <summary>Withdraw a credential for good, because the holder asked for it or it says something wrong.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/revocation"), Gives<RevokeCredential>]
    public static Task<IResult> Post(Guid credentialId, Body body, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        recorder.Record<RevokeCredential, Credential>(credentialId, $"/api/credentials/{credentialId}", async d =>
        {
            var command = new RevokeCredential(body.Ground, await sealer.Remark<CredentialRevoked>(d.State?.Issued.Person, body.Remark, token));
            var renewals = await d.Work.Behind(d.State, token);
            return await outbox.Announce(d, d.Work.Carry(command.Decide(d.State, renewals, d.State is null ? null : await d.Work.Fold<Person>(d.State.Issued.Person, token), d.By, d.Today), d.State, d.By));
        }, token);
}
