using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

// The storage format of certification schemes: add, never rename.

/// <summary>A certification scheme was established: what it certifies, what it requires, how long, and who may issue.</summary>
/// <param name="Scheme">The scheme, and the stream.</param>
/// <param name="Code">The scheme's code.</param>
/// <param name="TitleTh">What it certifies, in Thai.</param>
/// <param name="TitleEn">What it certifies, in English.</param>
/// <param name="Framework">Code of the framework version of the certified unit.</param>
/// <param name="Unit">Code of the certified unit.</param>
/// <param name="Level">Certified level; null for a unit without levels.</param>
/// <param name="Requirements">Everything a candidate must show.</param>
/// <param name="ValidityMonths">Months for which a credential is valid; null without end.</param>
/// <param name="Issuers">Codes of the certification bodies that may decide and issue.</param>
/// <param name="From">First day on which it may be decided under.</param>
/// <param name="Marks">The works that its certificates show, such as logos; null where they show none.</param>
[Stored("scheme", "code", "titleTh", "titleEn", "framework", "unit", "level", "requirements", "validityMonths", "issuers", "from", "marks")]
public sealed record SchemeEstablished(Guid Scheme, string Code, string TitleTh, string TitleEn, string Framework, string Unit, int? Level,
    ValueList<Requirement> Requirements, int? ValidityMonths, ValueList<string> Issuers, DateOnly From, ValueList<Guid>? Marks = null) : LedgerEvent;

/// <summary>One thing that a scheme requires: a competent result in a unit, or the completion of a course.</summary>
/// <param name="Unit">Unit in which a competent result is required; null when a course is.</param>
/// <param name="Level">Level of that result; null for a unit without levels.</param>
/// <param name="Course">Course whose completion is required; null when a result is.</param>
[Stored("unit", "level", "course")]
public sealed record Requirement(string? Unit, int? Level, Guid? Course);
