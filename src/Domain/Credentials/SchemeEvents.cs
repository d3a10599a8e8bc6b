using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;

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
/// <param name="Instruments">The instruments by any of which that result is assessed; null where the scheme asks for none.</param>
/// <param name="Equivalents">The recognised equivalences under any of which an accepted award stands in its place; null for none.</param>
[Stored("unit", "level", "course", "instruments", "equivalents")]
public sealed record Requirement(string? Unit, int? Level, Guid? Course, ValueList<Instrument>? Instruments = null, ValueList<Guid>? Equivalents = null)
{
    /// <summary>Whether it is met on a day by one of these results, awards or completions.</summary>
    /// <param name="framework">Code of the framework version that its unit is of.</param>
    /// <param name="results">Results of the person.</param>
    /// <param name="completions">Completions of the person.</param>
    /// <param name="awards">Accepted awards of the person.</param>
    /// <param name="on">The day on which an award must count.</param>
    public bool MetBy(string framework, IReadOnlyCollection<Result> results, IReadOnlyCollection<Completion> completions, IReadOnlyCollection<Award> awards, DateOnly on) =>
        Course is { } course ? completions.Any(c => c.Annulled is null && c.Recorded.Course == course)
        : results.Any(r => r.Competent && Is(framework, r.Declared.Framework, r.Declared.Unit, r.Declared.Level) && Instruments?.Contains(r.Declared.Instrument) is not false)
        || awards.Any(a => a.CountsOn(on) && Is(framework, a.Accepted.Framework, a.Accepted.Unit, a.Accepted.Level) && Equivalents?.Contains(a.Accepted.Equivalence) is true);

    private bool Is(string framework, string ofFramework, string unit, int? level) => (framework, Unit, Level) == (ofFramework, unit, level);
}
