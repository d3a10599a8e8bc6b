using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.OpenApi;
using CredentialLedger.Domain.Credentials;
using Wolverine.Http;

namespace CredentialLedger.Api.Credentials;

/// <summary>Recognises a foreign qualification, under the organisation's own signature.</summary>
public static class RecogniseEquivalenceEndpoint
{
    /// <summary>What is asked: which award counts as which unit, awarded when, for how many months, accepted from which day on, and by which decision.</summary>
    public sealed record Body(ForeignQualification Qualification, string Framework, string Unit, DateOnly AwardedFrom, DateOnly AppliesFrom, RecognitionDecision Decision,
        int? Level = null, DateOnly? AwardedUntil = null, int? Months = null) : IExample<Body>
    {
        /// <inheritdoc/>
        public static Body Example => new(new("มูลนิธิไอซีดีแอล", "ICDL Foundation", "การใช้คอมพิวเตอร์ระดับสากล", "International Computer Driving Licence", "Computer Essentials 1.0"),
            "TPQI-2560", "CEC-BCTZ-001", new(2024, 1, 1), new(2026, 1, 15), new("สคช. ท. 7/2569", new(2026, 1, 10), new string('a', 64)), Months: 36);
    }

    /// <summary>Recognise an equivalence under an id that the caller chose; a change is another equivalence.</summary>
    [WolverinePut("/api/equivalences/{equivalenceId:guid}"), Gives<RecogniseEquivalence>]
    public static Task<IResult> Put(Guid equivalenceId, Body body, Recorder recorder, EquivalenceStatements statements, CancellationToken token) =>
        recorder.Record<RecogniseEquivalence, Equivalence>(equivalenceId, $"/api/equivalences/{equivalenceId}", d => statements.Decide(d,
            new RecogniseEquivalence(equivalenceId, new(body.Qualification, body.Framework, body.Unit, body.Level, body.AwardedFrom, body.AwardedUntil, body.Months, body.AppliesFrom, body.Decision)), token), token);
}
