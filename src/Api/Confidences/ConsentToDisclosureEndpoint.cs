using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Confidences;

/// <summary>Records the owner's written consent to disclosure.</summary>
public static class ConsentToDisclosureEndpoint
{
    /// <summary>What is asked: the recipient is an organisation's code or an institution's name, never a natural person's.</summary>
    public sealed record Body(string Recipient, string Purpose, DateOnly Until, string Reference) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("EGA", "วางแผนหลักสูตรปี 2571", new(2027, 12, 31), "นร 1001/12");
    }

    /// <summary>Consent to disclosure under an id that the caller chose.</summary>
    [WolverinePut("/api/confidences/{confidenceId:guid}/consents/{consentId:guid}"), Gives<ConsentToDisclosure>]
    public static Task<IResult> Put(Guid confidenceId, Guid consentId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ConsentToDisclosure, Confidence>(confidenceId, $"/api/confidences/{confidenceId}", async d =>
            new ConsentToDisclosure(consentId, body.Recipient, body.Purpose, body.Until, body.Reference)
                .Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By, d.Today), token);
}
