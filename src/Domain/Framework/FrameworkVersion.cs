using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Framework;

/// <summary>An immutable version of a competency framework (rows R-SKILL).</summary>
public sealed record FrameworkVersion(FrameworkVersionImported Imported) : IEvolve<FrameworkVersion>
{
    /// <summary>The stream of the version with this code.</summary>
    public static Guid IdOf(string framework) => Ids.Derive("framework", framework);

    /// <summary>Code of the version.</summary>
    public string Code => Imported.Framework;

    /// <summary>The assessable item with this code, or null.</summary>
    public FrameworkItem? Assessable(string unit) => Imported.Items.FirstOrDefault(i => i.Assessable && i.Code == unit);

    /// <summary>Whether the unit exists and can be assessed at this level; a unit without levels only at none.</summary>
    public Rejection? Refuses(string unit, int? level) => Assessable(unit) switch
    {
        null => NoSuchUnit,
        { Levels.Count: 0 } when level is null => null,
        var item when level is { } l && item.Levels.Contains(l) => null,
        _ => NoSuchLevel,
    };

    /// <summary>The version has no assessable unit with that code.</summary>
    public static readonly Rejection NoSuchUnit = new("framework.no-such-unit", RejectionKind.Invalid, "unit");

    /// <summary>The unit is not assessed at that level.</summary>
    public static readonly Rejection NoSuchLevel = new("framework.no-such-level", RejectionKind.Invalid, "level");

    /// <summary>No version with that code is in the ledger.</summary>
    public static readonly Rejection Missing = new("framework.missing", RejectionKind.Missing, "framework");

    /// <inheritdoc/>
    public static FrameworkVersion? Evolve(FrameworkVersion? state, LedgerEvent e) => (state, e) switch
    {
        (null, FrameworkVersionImported imported) => new(imported),
        _ => throw new ImpossibleEventException(typeof(FrameworkVersion), e),
    };
}
