using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Audit;

/// <summary>Take a finding up.</summary>
public sealed record OpenFinding : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Audit;

    /// <summary>Another auditor has taken it up.</summary>
    public static readonly Rejection AlreadyOpened = new("finding.already-opened", RejectionKind.Conflict, "finding");

    /// <summary>Decide on the finding's stream.</summary>
    /// <param name="review">The review, if somebody has begun one.</param>
    /// <param name="lead">The finding, if a replay of the ledger gives it.</param>
    /// <param name="by">Who takes it up.</param>
    public Outcome Decide(Review? review, Lead? lead, Actor by)
    {
        if (review is not null) return review.Opened.OpenedBy == by.Person ? Outcome.NothingToDo : AlreadyOpened;
        if (lead is null) return Review.Missing;
        if (lead.Persons.Contains(by.Person)) return Review.OwnActs;
        return new FindingOpened(lead.Finding, lead.Rule, lead.Thresholds, lead.Events, lead.Persons, by.Person);
    }
}
