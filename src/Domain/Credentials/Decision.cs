using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A certification decision, once and for all.</summary>
public sealed record Decision(CertificationDecided Decided) : IEvolve<Decision>
{
    /// <summary>That it waits for no credential any more, since none can be issued; null while nobody has said so.</summary>
    public DecisionSetAside? SetAside { get; init; }

    /// <summary>No decision with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("decision.missing", RejectionKind.Missing, "decision");

    /// <summary>The stream of the one decision under this scheme on exactly this evidence.</summary>
    public static Guid IdOf(Guid scheme, Guid person, IEnumerable<Guid> results, IEnumerable<Guid> completions, ValueList<Guid>? awards = null) =>
        Ids.Derive("decision", [scheme.Key(), person.Key(), .. Lists(results, completions, awards)]);

    /// <summary>The stream of the one decision to renew what was decided before, on exactly this evidence.</summary>
    public static Guid RenewalOf(Guid renewed, IEnumerable<Guid> results, IEnumerable<Guid> completions, ValueList<Guid>? awards = null) =>
        Ids.Derive("renewal-decision", [renewed.Key(), .. Lists(results, completions, awards)]);

    // Without awards there is no third list: so were decisions named before there were any.
    private static string[] Lists(IEnumerable<Guid> results, IEnumerable<Guid> completions, ValueList<Guid>? awards) =>
        [Sorted(results), Sorted(completions), .. awards is { Count: > 0 } ? [Sorted(awards)] : (string[])[]];

    private static string Sorted(IEnumerable<Guid> ids) => string.Join(' ', ids.Select(Ids.Key).Order(StringComparer.Ordinal));

    /// <inheritdoc/>
    public static Decision? Evolve(Decision? state, LedgerEvent e) => (state, e) switch
    {
        (null, CertificationDecided decided) => new(decided),
        ({ Decided.Ruling: Ruling.Granted, SetAside: null } decision, DecisionSetAside aside) => decision with { SetAside = aside },
        _ => throw new ImpossibleEventException(typeof(Decision), e),
    };
}
