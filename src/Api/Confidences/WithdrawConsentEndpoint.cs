using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Confidences;

/// <summary>Records that the owner took consent back.</summary>
public static class WithdrawConsentEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(string Reference) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("นร 1001/13");
    }

    /// <summary>Take consent back, from today on.</summary>
    [WolverinePost("/api/confidences/{confidenceId:guid}/consents/{consentId:guid}/withdrawal"), Gives<WithdrawConsent>]
    public static Task<IResult> Post(Guid confidenceId, Guid consentId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<WithdrawConsent, Confidence>(confidenceId, $"/api/confidences/{confidenceId}", async d =>
            new WithdrawConsent(consentId, body.Reference).Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By, d.Today), token);
}
