using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>The agreement of the three parties: what gives everybody else their authority (rows R-TERM, R-AMEND, R-NOASSIGN).</summary>
/// <param name="Signed">How it began.</param>
/// <param name="Parties">The three, as they are now.</param>
/// <param name="Mandates">Every mandate in force while the agreement is.</param>
/// <param name="Ends">First day on which it is no longer in force; null without end.</param>
public sealed record Agreement(AgreementSigned Signed, ValueList<Party> Parties, ValueList<Mandate> Mandates, DateOnly? Ends) : IEvolve<Agreement>
{
    /// <summary>The one stream of the one agreement of a ledger.</summary>
    public static readonly Guid TheId = Ids.Derive("agreement");

    /// <summary>The ledger was not founded yet.</summary>
    public static readonly Rejection Missing = new("agreement.missing", RejectionKind.Missing);

    /// <summary>The organisation is no party to the agreement, and cannot become one (clause 7).</summary>
    public static readonly Rejection NoParty = new("agreement.no-party", RejectionKind.Invalid, "party");

    /// <summary>The agreement has ended.</summary>
    public static readonly Rejection Ended = new("agreement.ended", RejectionKind.Conflict);

    /// <summary>Whether its mandates can be acted under on that day.</summary>
    public bool InForceOn(DateOnly day) => Signed.SignedOn <= day && (Ends is not { } end || day < end);

    /// <summary>The party that has, or had, that code; null for everybody else.</summary>
    public Party? Party(string code) => Parties.FirstOrDefault(p => p.Answers(code));

    /// <summary>The party that this person represents, or null.</summary>
    public Party? RepresentedBy(Guid person) => Parties.FirstOrDefault(p => p.Representative == person);

    /// <summary>The party that holds the mandate of a clause, or null.</summary>
    public Party? HolderOf(string clause) => Mandates.FirstOrDefault(m => m.Clause == clause) is { } mandate ? Party(mandate.Party) : null;

    /// <summary>The clause under which a party may appoint people to a duty, or null when it holds no such mandate.</summary>
    public string? MandateOf(Party party, Duty duty) => duty.Clauses.FirstOrDefault(clause => HolderOf(clause) == party);

    /// <inheritdoc/>
    public static Agreement? Evolve(Agreement? state, LedgerEvent e) => (state, e) switch
    {
        (null, AgreementSigned signed) => new(signed, [.. signed.Parties.Select(p => new Party(p.Code, p.NameTh, p.NameEn, p.Representative, []))], signed.Mandates, null),
        _ => throw new ImpossibleEventException(typeof(Agreement), e),
    };
}
