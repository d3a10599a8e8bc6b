using CredentialLedger.Api.Http;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Revokes a credential.</summary>
public static class RevokeCredentialEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(Ground Ground, string? Remark = null);

    /// <summary>Withdraw a credential for good.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/revocation")]
    public static Task<IResult> Post(Guid credentialId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<RevokeCredential, Credential>(credentialId, $"/api/credentials/{credentialId}", async d =>
            new RevokeCredential(body.Ground, await sealer.Remark<CredentialRevoked>(d.State?.Issued.Person, body.Remark, token))
                .Decide(d.State, d.By, d.Today), token);
}
