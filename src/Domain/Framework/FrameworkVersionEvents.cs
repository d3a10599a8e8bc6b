using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Framework;

// The storage format of competency frameworks: add, never rename.

/// <summary>A version of a competency framework was published in the ledger. A version never changes; a correction is another version.</summary>
/// <param name="Framework">Code of the version, such as <c>TPQI-2560</c>.</param>
/// <param name="Items">What the version holds, in the order of its source.</param>
[Stored("framework", "items")]
public sealed record FrameworkVersionImported(string Framework, ValueList<FrameworkItem> Items) : LedgerEvent;

/// <summary>One row of a framework: a unit of competence, a skill, or what groups them.</summary>
/// <param name="Kind"><c>unit</c>, <c>skill</c>, <c>skill-group</c>, <c>job-group</c>, <c>phase</c> or <c>area</c>.</param>
/// <param name="Code">Code, unique within the version and kind; no unit shares one with a skill.</param>
/// <param name="TitleTh">Official Thai title; null where the source gives none.</param>
/// <param name="TitleEn">English title; null where the source gives none.</param>
/// <param name="Audience">Codes of the job groups that it is meant for; empty when the source names none.</param>
/// <param name="Levels">Levels 1-8 at which it can be assessed; empty for units that have none.</param>
/// <param name="Source">Where the row was read.</param>
/// <param name="Certainty">How sure the source is: <c>confirmed</c>, <c>part</c> or <c>synthetic</c>.</param>
[Stored("kind", "code", "titleTh", "titleEn", "audience", "levels", "source", "certainty")]
public sealed record FrameworkItem(string Kind, string Code, string? TitleTh, string? TitleEn,
    ValueList<string> Audience, ValueList<int> Levels, string Source, string Certainty)
{
    /// <summary>Units and skills can be assessed; the rest groups them.</summary>
    public bool Assessable => Kind is "unit" or "skill";
}
