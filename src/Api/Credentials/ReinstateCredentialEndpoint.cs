using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;
using Wolverine.Marten;

namespace CredentialLedger.Api.Credentials;

/// <summary>Reinstates a suspended credential.</summary>
public static class ReinstateCredentialEndpoint
{
    /// <summary>What is asked; the remark is sealed.</summary>
    public sealed record Body(string? Remark = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ตรวจสอบแล้วไม่พบความผิดปกติ");
    }

    /// <summary>Let a suspended credential count again.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/reinstatement"), Gives<ReinstateCredential>]
    public static Task<IResult> Post(Guid credentialId, Body body, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        recorder.Record<ReinstateCredential, Credential>(credentialId, $"/api/credentials/{credentialId}", async d =>
        {
            var command = new ReinstateCredential(await sealer.Remark<CredentialReinstated>(d.State?.Issued.Person, body.Remark, token));
            return await outbox.Announce(d, command.Decide(d.State, d.By, d.Today));
        }, token);
}
