using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Propose that the agreement ends by consent, on a date or at once (clause 8, row R-TERM).</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="EndsOn">First day on which it is no longer in force; null for the day of the third signature.</param>
public sealed record ProposeTermination(Guid Proposal, DateOnly? EndsOn) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Coordinate;

    /// <summary>The agreement cannot have ended before today.</summary>
    public static readonly Rejection PastDate = new("termination.past-date", RejectionKind.Invalid, "endsOn");

    /// <summary>The agreement ends by then anyhow: the earliest end counts.</summary>
    public static readonly Rejection EndsSooner = new("termination.ends-sooner", RejectionKind.Conflict, "endsOn");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today) =>
        Governance.Proposal.Make(agreement, by, today, party => new TerminationProposed(Proposal, party, by.Person, EndsOn));

    internal static Rejection? Obstacle(Agreement agreement, TerminationProposed proposed, DateOnly today)
    {
        if (agreement.HasEndedOn(today)) return Agreement.Ended;
        var end = proposed.EndsOn ?? today;
        return end < today ? PastDate : agreement.HasEndedOn(end) ? EndsSooner : null;
    }
}
