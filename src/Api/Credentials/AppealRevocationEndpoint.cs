using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Takes the holder's appeal against a revocation.</summary>
public static class AppealRevocationEndpoint
{
    /// <summary>What the holder objects; it is sealed.</summary>
    public sealed record Body(string? Reasons = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("คำสั่งมิได้พิจารณาหนังสือรับรองที่ยื่นไว้");
    }

    /// <summary>Appeal, as the holder.</summary>
    [WolverinePost("/api/people/{personId:guid}/credentials/{credentialId:guid}/appeal"), OwnOr<AppealRevocation>]
    public static Task<IResult> Post(Guid personId, Guid credentialId, Body body, Recorder recorder, Sealer sealer, CancellationToken token) =>
        recorder.Record<AppealRevocation, Credential>(credentialId, $"/api/credentials/{credentialId}/revocation", async d =>
            new AppealRevocation(await sealer.Text<RevocationAppealed>("reasons", personId, body.Reasons, token)).Decide(d.State, d.By, d.Today), token);
}
