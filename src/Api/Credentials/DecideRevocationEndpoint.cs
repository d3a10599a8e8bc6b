using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.People;
using Wolverine.Http;
using Wolverine.Marten;

namespace CredentialLedger.Api.Credentials;

/// <summary>Records the decision on a notice of revocation.</summary>
public static class DecideRevocationEndpoint
{
    /// <summary>What was decided, and why; the reasons are sealed, and neither asked for nor kept once the holder's data was erased.</summary>
    public sealed record Body(RevocationRuling Ruling, string? Reasons = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(RevocationRuling.Revoked, "พยานหลักฐานฟังได้ว่าใช้ผลงานของผู้อื่น ผู้ถือใบรับรองอุทธรณ์ได้ภายใน 15 วัน");
    }

    /// <summary>Revoke the credential, or drop the case.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/revocation/decision"), Gives<DecideRevocation>]
    public static Task<IResult> Post(Guid credentialId, Body body, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        recorder.Record<DecideRevocation, Credential>(credentialId, $"/api/credentials/{credentialId}/revocation", async d =>
        {
            var holder = d.State is null ? null : await d.Work.Fold<Person>(d.State.Issued.Person, token);
            var reasons = holder is { IsErased: true } ? null : body.Ruling is RevocationRuling.Revoked ? await sealer.Remark<CredentialRevoked>(holder?.Id, body.Reasons, token)
                : await sealer.Text<RevocationDropped>("reasons", holder?.Id, body.Reasons, token);
            var outcome = new DecideRevocation(body.Ruling, reasons).Decide(d.State, await d.Work.Behind(d.State, token), holder, d.By, d.Today);
            return await outbox.Announce(d, d.Work.Carry(outcome, d.State, d.By));
        }, token);
}
