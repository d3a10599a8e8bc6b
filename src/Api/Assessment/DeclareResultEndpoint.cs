using CredentialLedger.Api.Http;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using Wolverine.Http;

namespace CredentialLedger.Api.Assessment;

/// <summary>Declares an assessment result.</summary>
public static class DeclareResultEndpoint
{
    /// <summary>What is asked. The score is in hundredths of the possible points, 0-10000.</summary>
    public sealed record Body(Guid Person, string Framework, string Unit, Grade Grade, Instrument Instrument, ValueList<Guid> Examiners,
        DateOnly AssessedOn, Evidence Evidence, int? Level = null, int? Score = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("a0000000-0000-4000-8000-000000000001"), "TPQI-2560", "CEC-BCTZ-001", Grade.Competent, Instrument.Portfolio,
            [new("d0000000-0000-4000-8000-000000000004")], new DateOnly(2026, 6, 15), new Evidence(EvidenceKind.ScoreSheet, "SIT-2569-06-15/12", null), Score: 8450);
    }

    /// <summary>Declare a result under an id that the caller chose.</summary>
    [WolverinePut("/api/results/{resultId:guid}"), Gives<DeclareResult>]
    public static Task<IResult> Put(Guid resultId, Body body, Recorder recorder, CancellationToken token) =>
        recorder.Record<DeclareResult, Result>(resultId, $"/api/results/{resultId}", async d =>
        {
            var framework = FrameworkVersion.IdOf(body.Framework);
            await d.Work.Load([body.Person, framework, .. body.Examiners], token);
            return new DeclareResult(resultId, body.Person, body.Framework, body.Unit, body.Level, body.Grade, body.Score, body.Instrument,
                body.Examiners, body.AssessedOn, body.Evidence).Decide(d.State, await d.Work.Fold<Person>(body.Person, token),
                await d.Work.Fold<FrameworkVersion>(framework, token), await d.Work.FoldAll<Person>(body.Examiners, token), d.Today);
        }, token);
}
