using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A recognised equivalence: signed once, perhaps withdrawn. Its terms never change; a change is another equivalence.</summary>
/// <param name="Recognised">How it began.</param>
/// <param name="Withdrawn">Its withdrawal; null while none was recorded.</param>
public sealed record Equivalence(EquivalenceRecognised Recognised, EquivalenceWithdrawn? Withdrawn) : IEvolve<Equivalence>
{
    /// <summary>No equivalence with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("equivalence.missing", RejectionKind.Missing, "equivalence");

    /// <summary>Whether awards are accepted under it on a day.</summary>
    public bool AppliesOn(DateOnly day) => Recognised.Terms.AppliesFrom <= day && !(Withdrawn?.From <= day);

    /// <summary>Whether it counts as a result in this unit at this level.</summary>
    public bool Covers(string framework, string? unit, int? level) => (Recognised.Terms.Framework, Recognised.Terms.Unit, Recognised.Terms.Level) == (framework, unit, level);

    /// <inheritdoc/>
    public static Equivalence? Evolve(Equivalence? state, LedgerEvent e) => (state, e) switch
    {
        (null, EquivalenceRecognised recognised) => new(recognised, null),
        ({ Withdrawn: null } equivalence, EquivalenceWithdrawn withdrawn) => equivalence with { Withdrawn = withdrawn },
        _ => throw new ImpossibleEventException(typeof(Equivalence), e),
    };
}
