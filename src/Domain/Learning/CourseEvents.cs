using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Learning;

// The storage format of courses: add, never rename.

/// <summary>A course exists from a date on, aligned to units of one framework version.</summary>
/// <param name="Course">The course, and the stream.</param>
/// <param name="Code">The provider's own code.</param>
/// <param name="TitleTh">Title in Thai.</param>
/// <param name="TitleEn">Title in English, if any.</param>
/// <param name="Provider">Code of the organisation that gives it.</param>
/// <param name="Framework">Code of the framework version that the units belong to.</param>
/// <param name="Units">Codes of the units that it develops.</param>
/// <param name="Minutes">Length in minutes.</param>
/// <param name="From">First day on which it exists.</param>
[Stored("course", "code", "titleTh", "titleEn", "provider", "framework", "units", "minutes", "from")]
public sealed record CourseDefined(Guid Course, string Code, string TitleTh, string? TitleEn, string Provider,
    string Framework, ValueList<string> Units, int Minutes, DateOnly From) : LedgerEvent;
