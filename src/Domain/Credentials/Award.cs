using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Credentials;

/// <summary>A person's foreign award that was accepted under an equivalence, in force unless annulled.</summary>
public sealed record Award(AwardAccepted Accepted, AwardAnnulled? Annulled) : IEvolve<Award>
{
    /// <summary>No accepted award with that id is in the ledger.</summary>
    public static readonly Rejection Missing = new("award.missing", RejectionKind.Missing, "award");

    /// <summary>Whether it counts on a day.</summary>
    public bool CountsOn(DateOnly day) => Annulled is null && !(Accepted.CountsUntil < day);

    /// <inheritdoc/>
    public static Award? Evolve(Award? state, LedgerEvent e) => (state, e) switch
    {
        (null, AwardAccepted accepted) => new(accepted, null),
        ({ Annulled: null } award, AwardAnnulled annulled) => award with { Annulled = annulled },
        _ => throw new ImpossibleEventException(typeof(Award), e),
    };
}
