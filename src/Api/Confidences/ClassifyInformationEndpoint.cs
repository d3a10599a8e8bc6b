using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Governance;
using Wolverine.Http;

namespace CredentialLedger.Api.Confidences;

/// <summary>Puts on record that information is confidential; the information itself never reaches the ledger.</summary>
public static class ClassifyInformationEndpoint
{
    /// <summary>What is asked.</summary>
    public sealed record Body(SecrecyClass Class, string Title, string? Sha256 = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(SecrecyClass.Confidential, "ผลวิเคราะห์อัตรากำลัง ปี 2570");
    }

    /// <summary>Classify information of the party's own under an id that the caller chose.</summary>
    [WolverinePut("/api/confidences/{confidenceId:guid}"), Gives<ClassifyInformation>]
    public static Task<IResult> Put(Guid confidenceId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<ClassifyInformation, Confidence>(confidenceId, $"/api/confidences/{confidenceId}", async d =>
            new ClassifyInformation(confidenceId, body.Class, body.Title, body.Sha256).Decide(d.State, await d.Work.Fold<Agreement>(Agreement.TheId, token), d.By), token);
}
