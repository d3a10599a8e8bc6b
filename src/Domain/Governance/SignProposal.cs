using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Sign a proposal for one's party, once and in any order; with the third signature it takes effect in the same append.</summary>
public sealed record SignProposal(Guid Proposal) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Represent;

    /// <summary>Nobody approves what they proposed.</summary>
    public static readonly Rejection OwnProposal = new("proposal.own-proposal", RejectionKind.Forbidden);

    /// <summary>The party's signature was given by another representative.</summary>
    public static readonly Rejection AlreadySigned = new("proposal.already-signed", RejectionKind.Conflict);

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.SignedForBy(by, today) is not { } party) return Agreement.RepresentativesOnly;
        if (agreement.Proposal(Proposal) is not { } proposal) return Governance.Proposal.Missing;
        if (proposal.WithdrawnBy is not null) return Governance.Proposal.Withdrawn;
        var given = agreement.SignatureOf(party, proposal);
        if (given?.Person == by.Person) return Outcome.NothingToDo;
        if (proposal.Effect is not null) return Governance.Proposal.InEffect;
        if (given is not null) return AlreadySigned;
        if (proposal.Content.ProposedBy == by.Person) return OwnProposal;
        if (Effects.Obstacle(agreement, proposal.Content, today) is { } obstacle) return obstacle;
        var signed = new ProposalSigned(Proposal, party.Code, by.Person);
        return proposal.Signatures.Count + 1 < Governance.Proposal.Needed ? signed : Outcome.Together(signed, Effects.Of(agreement, proposal.Content, today));
    }
}
