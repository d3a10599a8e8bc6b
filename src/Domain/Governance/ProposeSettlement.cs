using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Propose how a dispute is to be settled, once all three have considered it (clause 10, row R-DISPUTE).</summary>
public sealed record ProposeSettlement(Guid Proposal, Guid Dispute, string Text) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Coordinate;

    /// <summary>Not every party has said how it sees the dispute.</summary>
    public static readonly Rejection NotConsidered = new("settlement.not-considered", RejectionKind.Conflict, "dispute");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today) =>
        Governance.Proposal.Make(agreement, by, today, party => new SettlementProposed(Proposal, party, by.Person, Dispute, Text));

    internal static Rejection? Obstacle(Agreement agreement, SettlementProposed proposed)
    {
        if (agreement.Dispute(proposed.Dispute) is not { } dispute) return Governance.Dispute.Missing;
        if (dispute.Settled is not null) return Governance.Dispute.Over;
        if (dispute.Views.Count < Governance.Proposal.Needed) return NotConsidered;
        return PlainText.IsPages(proposed.Text) ? null : Governance.Dispute.BadText;
    }
}
