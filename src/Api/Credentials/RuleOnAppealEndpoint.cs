using CredentialLedger.Api.Authority;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.People;
using Wolverine.Http;
using Wolverine.Marten;

namespace CredentialLedger.Api.Credentials;

/// <summary>Records the ruling on an appeal against a revocation.</summary>
public static class RuleOnAppealEndpoint
{
    /// <summary>What was ruled, and why; the reasons are sealed, and neither asked for nor kept once the holder's data was erased.</summary>
    public sealed record Body(AppealRuling Ruling, string? Reasons = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(AppealRuling.Upheld, "หนังสือรับรองของหัวหน้างานฟังได้ว่าเป็นผลงานของผู้ถือใบรับรอง");
    }

    /// <summary>Uphold the appeal, so that the credential counts as never revoked, or dismiss it.</summary>
    [WolverinePost("/api/credentials/{credentialId:guid}/revocation/ruling"), Gives<RuleOnAppeal>]
    public static Task<IResult> Post(Guid credentialId, Body body, Recorder recorder, Sealer sealer, IMartenOutbox outbox, CancellationToken token) =>
        recorder.Record<RuleOnAppeal, Credential>(credentialId, $"/api/credentials/{credentialId}/revocation", async d =>
        {
            var holder = d.State is null ? null : await d.Work.Fold<Person>(d.State.Issued.Person, token);
            var reasons = holder is { IsErased: true } ? null : body.Ruling is AppealRuling.Upheld ? await sealer.Text<AppealUpheld>("reasons", holder?.Id, body.Reasons, token)
                : await sealer.Text<AppealDismissed>("reasons", holder?.Id, body.Reasons, token);
            var outcome = new RuleOnAppeal(body.Ruling, reasons).Decide(d.State, await d.Work.Appealed(d.State, token), holder, await d.Work.Agreement(token), d.By, d.Today);
            return await outbox.Announce(d, d.Work.Carry(outcome, d.State, d.By));
        }, token);
}
