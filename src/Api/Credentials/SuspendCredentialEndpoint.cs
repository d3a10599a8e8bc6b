using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;
using Wolverine.Marten;

namespace CredentialLedger.Api.Credentials;

/// <summary>Suspends a credential.</summary>
public static class SuspendCredentialEndpoint
{
    /// <summary>What is asked; the remark is sealed.</summary>
    public sealed record Body(SuspensionGround Ground, string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(SuspensionGround.UnderInvestigation, "กำลังตรวจสอบหลักฐานการสอบ");
    }

    /// <summary>Let a credential count no more for the time being.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/suspension"), Gives<SuspendCredential>]
    public static Task<IResult> Post(Guid credentialId, Body body, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        recorder.Record<SuspendCredential, Credential>(credentialId, $"/api/credentials/{credentialId}", async d =>
        {
            var command = new SuspendCredential(body.Ground, await sealer.Remark<CredentialSuspended>(d.State?.Issued.Person, body.Remark, token));
            return await outbox.Announce(d, command.Decide(d.State, d.By, d.Today));
        }, token);
}
