using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Confidences;

/// <summary>Records that confidential information was disclosed.</summary>
public static class RecordDisclosureEndpoint
{
    /// <summary>What is asked, in the words of the consent relied on.</summary>
    public sealed record Body(string Recipient, string Purpose, DateOnly DisclosedOn) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new("EGA", "วางแผนหลักสูตรปี 2571", new(2026, 11, 20));
    }

    /// <summary>Record a disclosure under an id that the caller chose.</summary>
    [WolverinePut("/api/confidences/{confidenceId:guid}/disclosures/{disclosureId:guid}"), Gives<RecordDisclosure>]
    public static Task<IResult> Put(Guid confidenceId, Guid disclosureId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<RecordDisclosure, Confidence>(confidenceId, $"/api/confidences/{confidenceId}", async d =>
            new RecordDisclosure(disclosureId, body.Recipient, body.Purpose, body.DisclosedOn)
                .Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By, d.Today), token);
}
