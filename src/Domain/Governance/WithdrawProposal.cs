using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Take a proposal of one's own party back, before it takes effect.</summary>
public sealed record WithdrawProposal(Guid Proposal) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Coordinate;

    /// <summary>Only the party that made a proposal takes it back.</summary>
    public static readonly Rejection OtherParty = new("proposal.other-party", RejectionKind.Forbidden);

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.Proposal(Proposal) is not { } proposal) return Governance.Proposal.Missing;
        if (!agreement.IsOneParty(proposal.Content.Party, by.Organisation)) return OtherParty;
        if (proposal.Effect is not null) return Governance.Proposal.InEffect;
        if (proposal.WithdrawnBy is { } before) return before == by.Person ? Outcome.NothingToDo : Governance.Proposal.Withdrawn;
        return new ProposalWithdrawn(Proposal, by.Person);
    }
}
