using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Framework;

/// <summary>Record a version of a competency framework, once.</summary>
public sealed record ImportFrameworkVersion(string Framework, ValueList<FrameworkItem> Items) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepFrameworks;

    /// <summary>A version with that code and other content is in the ledger.</summary>
    public static readonly Rejection Immutable = new("framework.immutable", RejectionKind.Conflict, "framework");

    /// <summary>The version has no items.</summary>
    public static readonly Rejection Empty = new("framework.empty", RejectionKind.Invalid);

    /// <summary>Two rows of one kind share a code, or a unit and a skill do: results and courses name what is assessed by code alone.</summary>
    public static readonly Rejection DuplicateCode = new("framework.duplicate-code", RejectionKind.Invalid, "code");

    /// <summary>A kind that the ledger does not know.</summary>
    public static readonly Rejection UnknownKind = new("framework.unknown-kind", RejectionKind.Invalid, "kind");

    /// <summary>A row has neither a Thai nor an English title.</summary>
    public static readonly Rejection Untitled = new("framework.untitled", RejectionKind.Invalid, "title_th");

    /// <summary>A code or title is no plain line of text.</summary>
    public static readonly Rejection BadText = new("framework.bad-text", RejectionKind.Invalid, "code");

    /// <summary>A level outside 1-8, or the same level twice.</summary>
    public static readonly Rejection BadLevels = new("framework.bad-levels", RejectionKind.Invalid, "levels");

    /// <summary>The kinds of rows that a framework may hold.</summary>
    public static readonly ValueList<string> Kinds = ["job-group", "phase", "skill-group", "skill", "area", "unit"];

    /// <summary>What is wrong with one row by itself, or null.</summary>
    public static Rejection? Flaw(FrameworkItem item)
    {
        if (!Kinds.Contains(item.Kind)) return UnknownKind;
        if (string.IsNullOrWhiteSpace(item.TitleTh) && string.IsNullOrWhiteSpace(item.TitleEn)) return Untitled;
        if (!PlainText.IsCode(item.Code) || !Titles(item).All(PlainText.IsTitle)) return BadText;
        if (item.Levels.Any(l => l is < 1 or > 8) || item.Levels.Distinct().Count() != item.Levels.Count) return BadLevels;
        return null;
    }

    /// <summary>Decide on the stream <see cref="FrameworkVersion.IdOf"/>.</summary>
    public Outcome Decide(FrameworkVersion? version)
    {
        if (Items.Count == 0) return Empty;
        if (!PlainText.IsCode(Framework)) return BadText;
        if (Items.Select(Flaw).FirstOrDefault(f => f is not null) is { } flaw) return flaw;
        if (Items.DistinctBy(i => (i.Assessable ? "assessable" : i.Kind, i.Code)).Count() != Items.Count) return DuplicateCode;
        var imported = new FrameworkVersionImported(Framework, Items);
        if (version is null) return imported;
        return version.Imported == imported ? Outcome.NothingToDo : Immutable;
    }

    private static IEnumerable<string> Titles(FrameworkItem item) => new[] { item.TitleTh, item.TitleEn }.OfType<string>();
}
