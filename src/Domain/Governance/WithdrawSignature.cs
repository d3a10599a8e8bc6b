using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Take one's party's signature back, before the third was given.</summary>
public sealed record WithdrawSignature(Guid Proposal) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Represent;

    /// <summary>The party has not signed.</summary>
    public static readonly Rejection NotSigned = new("proposal.not-signed", RejectionKind.Conflict);

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.SignedForBy(by, today) is not { } party) return Agreement.RepresentativesOnly;
        if (agreement.Proposal(Proposal) is not { } proposal) return Governance.Proposal.Missing;
        if (proposal.Effect is not null) return Governance.Proposal.InEffect;
        if (proposal.WithdrawnBy is not null) return Governance.Proposal.Withdrawn;
        if (agreement.SignatureOf(party, proposal) is not null) return new SignatureWithdrawn(Proposal, party.Code, by.Person);
        return proposal.TakenBack.LastOrDefault(s => party.Answers(s.Party))?.Person == by.Person ? Outcome.NothingToDo : NotSigned;
    }
}
