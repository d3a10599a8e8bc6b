using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>The agreement of the three parties: what gives everybody else their authority (rows R-TERM, R-AMEND, R-NOASSIGN, R-DISPUTE).</summary>
/// <param name="Signed">How it began.</param>
/// <param name="Parties">The three, as they are now.</param>
/// <param name="Mandates">Every mandate in force while the agreement is.</param>
/// <param name="Ends">First day on which it is no longer in force; null without end.</param>
/// <param name="Proposals">Everything that was ever proposed, in the order of proposing.</param>
/// <param name="Amendments">The annexes, by their numbers.</param>
/// <param name="Auditors">Who was ever appointed to audit.</param>
/// <param name="Arrangements">Agreements on one case.</param>
/// <param name="Notices">Notices to end it.</param>
/// <param name="Disputes">Everything that was ever in dispute.</param>
public sealed record Agreement(AgreementSigned Signed, ValueList<Party> Parties, ValueList<Mandate> Mandates, DateOnly? Ends, ValueList<Proposal> Proposals,
    ValueList<AmendmentAnnexed> Amendments, ValueList<Auditor> Auditors, ValueList<ArrangementMade> Arrangements,
    ValueList<NoticeGiven> Notices, ValueList<Dispute> Disputes) : IEvolve<Agreement>
{
    /// <summary>The one stream of the one agreement of a ledger.</summary>
    public static readonly Guid TheId = Ids.Derive("agreement");

    /// <summary>The ledger was not founded yet.</summary>
    public static readonly Rejection Missing = new("agreement.missing", RejectionKind.Missing);

    /// <summary>The organisation is no party to the agreement, and cannot become one (clause 7).</summary>
    public static readonly Rejection NoParty = new("agreement.no-party", RejectionKind.Invalid, "party");

    /// <summary>Only the three parties act on their agreement.</summary>
    public static readonly Rejection PartiesOnly = new("agreement.parties-only", RejectionKind.Forbidden);

    /// <summary>Only whoever represents a party today signs for it.</summary>
    public static readonly Rejection RepresentativesOnly = new("agreement.representatives-only", RejectionKind.Forbidden);

    /// <summary>The agreement has ended.</summary>
    public static readonly Rejection Ended = new("agreement.ended", RejectionKind.Conflict);

    /// <summary>Whether its mandates can be acted under on that day.</summary>
    public bool InForceOn(DateOnly day) => Signed.SignedOn <= day && !HasEndedOn(day);

    /// <summary>Whether it is no longer in force on that day.</summary>
    public bool HasEndedOn(DateOnly day) => Ends is { } end && end <= day;

    /// <summary>The party that has, or had, that code; null for everybody else.</summary>
    public Party? Party(string code) => Parties.FirstOrDefault(p => p.Answers(code));

    /// <summary>Whether two codes, of now or of then, are one party's.</summary>
    public bool IsOneParty(string one, string other) => Parties.Any(p => p.Answers(one) && p.Answers(other));

    /// <summary>The party that this person represents on a day, or null.</summary>
    public Party? RepresentedBy(Guid person, DateOnly day) => Parties.FirstOrDefault(p => p.RepresentativeOn(day) == person);

    /// <summary>The party for which this actor may sign on a day: the one that they represent, acting for it; or null.</summary>
    public Party? SignedForBy(Actor actor, DateOnly day) => RepresentedBy(actor.Person, day) is { } party && party.Answers(actor.Organisation) ? party : null;

    /// <summary>The mandate of a clause, or null.</summary>
    public Mandate? Mandate(string clause) => Mandates.FirstOrDefault(m => m.Clause == clause);

    /// <summary>The party that holds the mandate of a clause, or null.</summary>
    public Party? HolderOf(string clause) => Mandate(clause) is { } mandate ? Party(mandate.Party) : null;

    /// <summary>The clause under which a party may appoint people to a duty, or null when it holds no such mandate.</summary>
    public string? MandateOf(Party party, Duty duty) => duty.Clauses.FirstOrDefault(clause => HolderOf(clause) == party);

    /// <summary>What was proposed under that id, or null.</summary>
    public Proposal? Proposal(Guid id) => Proposals.FirstOrDefault(p => p.Id == id);

    /// <summary>The signature of a party under a proposal, or null.</summary>
    public Signature? SignatureOf(Party party, Proposal proposal) => proposal.Signatures.FirstOrDefault(s => party.Answers(s.Party));

    /// <summary>The appointment under which a person audits on a day, or null.</summary>
    public Auditor? AuditorOn(Guid person, DateOnly day) => Auditors.FirstOrDefault(a => a.Person == person && a.On(day));

    /// <summary>Whether a person audits on that day or is appointed to do so on a later one.</summary>
    public bool IsAuditorFrom(DateOnly day, Guid person) => Auditors.Any(a => a.Person == person && a.HoldsFrom(day));

    /// <summary>The agreement on one case of that id, or null.</summary>
    public ArrangementMade? Arrangement(Guid id) => Arrangements.FirstOrDefault(a => a.Proposal == id);

    /// <summary>The dispute of that id, or null.</summary>
    public Dispute? Dispute(Guid id) => Disputes.FirstOrDefault(d => d.Id == id);

    /// <inheritdoc/>
    public static Agreement? Evolve(Agreement? state, LedgerEvent e) => (state, e) switch
    {
        (null, AgreementSigned signed) => Changes.Begin(signed),
        ({ } agreement, not AgreementSigned) when Changes.After(agreement, e) is { } changed => changed,
        _ => throw new ImpossibleEventException(typeof(Agreement), e),
    };
}
