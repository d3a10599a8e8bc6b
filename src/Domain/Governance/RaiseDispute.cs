using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Raise a difficulty in carrying out the agreement, for all three to consider (clause 10, row R-DISPUTE).</summary>
public sealed record RaiseDispute(Guid Dispute, string Title, string Text) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Coordinate;

    /// <summary>Something else was raised under that id, or by somebody else.</summary>
    public static readonly Rejection AlreadyRaised = new("dispute.already-raised", RejectionKind.Conflict, "dispute");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.Party(by.Organisation) is not { } party) return Agreement.PartiesOnly;
        var raised = new DisputeRaised(Dispute, party.Code, by.Person, Title, Text);
        if (agreement.Dispute(Dispute) is { } before) return before.Raised == raised ? Outcome.NothingToDo : AlreadyRaised;
        if (agreement.HasEndedOn(today)) return Agreement.Ended;
        return PlainText.IsTitle(Title) && PlainText.IsPages(Text) ? raised : Governance.Dispute.BadText;
    }
}
