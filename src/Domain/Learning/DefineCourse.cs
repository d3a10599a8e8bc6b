using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Learning;

/// <summary>Put a course on record, aligned to units that exist.</summary>
public sealed record DefineCourse(Guid Course, string Code, string TitleTh, string? TitleEn, string Provider,
    string Framework, ValueList<string> Units, int Minutes, DateOnly From) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepCourses;

    /// <summary>A course with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyDefined = new("course.already-defined", RejectionKind.Conflict, "course");

    /// <summary>Code, title or provider is no plain line of text.</summary>
    public static readonly Rejection BadText = new("course.bad-text", RejectionKind.Invalid, "code");

    /// <summary>A course lasts at least a minute.</summary>
    public static readonly Rejection NoLength = new("course.no-length", RejectionKind.Invalid, "minutes");

    /// <summary>A course develops at least one unit, each once.</summary>
    public static readonly Rejection BadUnits = new("course.bad-units", RejectionKind.Invalid, "units");

    /// <summary>Decide on the course's stream.</summary>
    public Outcome Decide(Course? course, FrameworkVersion? framework)
    {
        var defined = new CourseDefined(Course, Code, TitleTh, TitleEn, Provider, Framework, Units, Minutes, From);
        if (course is not null) return course.Defined == defined ? Outcome.NothingToDo : AlreadyDefined;
        if (framework is null) return FrameworkVersion.Missing;
        if (!PlainText.IsCode(Code) || !PlainText.IsCode(Provider) || !PlainText.IsTitle(TitleTh) || TitleEn is not null && !PlainText.IsTitle(TitleEn)) return BadText;
        if (Minutes < 1) return NoLength;
        if (Units.Count == 0 || Units.Distinct().Count() != Units.Count) return BadUnits;
        return Units.All(u => framework.Assessable(u) is not null) ? defined : FrameworkVersion.NoSuchUnit;
    }
}
