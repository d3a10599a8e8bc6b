using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Records that a decision which nobody can carry out waits no more.</summary>
public static class SetDecisionAsideEndpoint
{
    /// <summary>Why; sealed.</summary>
    public sealed record Body(string? Reasons = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("ผลการประเมินที่ใช้ถูกเพิกถอน จึงออกใบรับรองไม่ได้");
    }

    /// <summary>Set it aside: it stays in the record with what stood in its way.</summary>
    [WolverinePost("/api/decisions/{decisionId:guid}/setting-aside"), Gives<SetDecisionAside>]
    public static Task<IResult> Post(Guid decisionId, Body body, Recorder recorder, Sealer sealer, CredentialIssuing issuing, CancellationToken token) =>
        recorder.Record<SetDecisionAside, Decision>(decisionId, $"/api/decisions/{decisionId}", async d =>
        {
            var credential = d.State is { Decided: var decided } ? await d.Work.Fold<Credential>(Credential.IdOf(decided), token) : null;
            if (d.State is not null) d.Work.Hold([Credential.IdOf(d.State.Decided)]); // issued meanwhile, it is not set aside
            var basis = await issuing.BasisOf(d.Work, decisionId, d.By.Organisation, token);
            // Nothing can be sealed for whoever was erased, and nobody is left to read it.
            var reasons = basis.Person is { IsErased: true } ? null : await sealer.Text<DecisionSetAside>("reasons", d.State?.Decided.Person, body.Reasons, token);
            return new SetDecisionAside(reasons).Decide(d.State, credential, basis, d.By, d.Today);
        }, token);
}
