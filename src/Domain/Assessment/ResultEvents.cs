using System.Text.Json.Serialization;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Assessment;

// The storage format of assessment results: add, never rename.

/// <summary>Examiners declared the result of an assessment of one person in one unit.</summary>
/// <param name="Person">The candidate.</param>
/// <param name="Result">The result, and the stream.</param>
/// <param name="Framework">Code of the framework version.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Level">Level assessed; null for a unit without levels.</param>
/// <param name="Grade">Competent or not yet.</param>
/// <param name="Score">Score in hundredths of the possible points, 0-10000, or null where the instrument gives none.</param>
/// <param name="Instrument">How it was assessed.</param>
/// <param name="Examiners">Persons who examined.</param>
/// <param name="AssessedOn">Day of the assessment.</param>
/// <param name="Evidence">What proves it.</param>
[Stored("person", "result", "framework", "unit", "level", "grade", "score", "instrument", "examiners", "assessedOn", "evidence")]
public sealed record ResultDeclared(Guid Person, Guid Result, string Framework, string Unit, int? Level, Grade Grade, int? Score,
    Instrument Instrument, ValueList<Guid> Examiners, DateOnly AssessedOn, Evidence Evidence) : LedgerEvent, IAbout;

/// <summary>A declared result was wrong; this one stands in its place.</summary>
/// <param name="Person">The candidate.</param>
/// <param name="Result">The result.</param>
/// <param name="Framework">Code of the framework version, as declared.</param>
/// <param name="Unit">Code of the unit, as declared.</param>
/// <param name="Level">Level, as declared.</param>
/// <param name="Grade">The right grade.</param>
/// <param name="Score">The right score, in hundredths of the possible points.</param>
/// <param name="Examiners">Persons who examined again or corrected.</param>
/// <param name="Ground">Why.</param>
/// <param name="Remark">Free text, sealed.</param>
[Stored("person", "result", "framework", "unit", "level", "grade", "score", "examiners", "ground", "remark")]
public sealed record ResultSuperseded(Guid Person, Guid Result, string Framework, string Unit, int? Level, Grade Grade, int? Score,
    ValueList<Guid> Examiners, SupersessionGround Ground, Sealed<string>? Remark) : LedgerEvent, IAbout;

/// <summary>A declared result counts no more.</summary>
/// <param name="Person">The candidate.</param>
/// <param name="Result">The result.</param>
/// <param name="Framework">Code of the framework version, as declared.</param>
/// <param name="Unit">Code of the unit, as declared.</param>
/// <param name="Level">Level, as declared.</param>
/// <param name="Ground">Why.</param>
/// <param name="Remark">Free text, sealed.</param>
[Stored("person", "result", "framework", "unit", "level", "ground", "remark")]
public sealed record ResultAnnulled(Guid Person, Guid Result, string Framework, string Unit, int? Level,
    AnnulmentGround Ground, Sealed<string>? Remark) : LedgerEvent, IAbout;

/// <summary>Grades of competency-based assessment; the stored names are part of the storage format.</summary>
public enum Grade
{
    /// <summary>Meets every performance criterion.</summary>
    [JsonStringEnumMemberName("competent")] Competent,

    /// <summary>Does not, yet.</summary>
    [JsonStringEnumMemberName("not-yet-competent")] NotYetCompetent,
}

/// <summary>How a person was assessed; the stored names are part of the storage format.</summary>
public enum Instrument
{
    /// <summary>ข้อสอบ</summary>
    [JsonStringEnumMemberName("written-exam")] WrittenExam,

    /// <summary>แฟ้มสะสมผลงาน</summary>
    [JsonStringEnumMemberName("portfolio")] Portfolio,

    /// <summary>สัมภาษณ์</summary>
    [JsonStringEnumMemberName("interview")] Interview,

    /// <summary>จำลองสถานการณ์</summary>
    [JsonStringEnumMemberName("simulation")] Simulation,

    /// <summary>สาธิตการปฏิบัติงาน</summary>
    [JsonStringEnumMemberName("demonstration")] Demonstration,

    /// <summary>สังเกตการณ์ ณ หน้างานจริง</summary>
    [JsonStringEnumMemberName("workplace-observation")] WorkplaceObservation,

    /// <summary>ประเมินด้วยบุคคลที่สาม</summary>
    [JsonStringEnumMemberName("third-party")] ThirdParty,
}

/// <summary>Why a result was replaced; the stored names are part of the storage format.</summary>
public enum SupersessionGround
{
    /// <summary>Points were counted or copied wrongly.</summary>
    [JsonStringEnumMemberName("scoring-error")] ScoringError,

    /// <summary>The work was marked again.</summary>
    [JsonStringEnumMemberName("re-marking")] ReMarking,

    /// <summary>An appeal was upheld.</summary>
    [JsonStringEnumMemberName("appeal-upheld")] AppealUpheld,
}
