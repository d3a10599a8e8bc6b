using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Activities;

/// <summary>Say how an activity ended and what came of it.</summary>
public sealed record CloseActivity(Ending Ending, string Outcome) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepActivities;

    /// <summary>It was closed before, otherwise.</summary>
    public static readonly Rejection AlreadyClosed = new("activity.already-closed", RejectionKind.Conflict);

    /// <summary>What has not begun was not held.</summary>
    public static readonly Rejection NotBegun = new("activity.not-begun", RejectionKind.Conflict, "ending");

    /// <summary>The outcome is no plain line of text.</summary>
    public static readonly Rejection BadOutcome = new("activity.bad-outcome", RejectionKind.Invalid, "outcome");

    /// <summary>Decide on the activity's stream.</summary>
    public Outcome Decide(Activity? activity, Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (activity is not { Planned: var planned }) return Activity.Missing;
        if (!Activity.TakesPart(by.Organisation, planned.Parties, agreement)) return Activity.NotTakingPart;
        var closed = new ActivityClosed(planned.Activity, Ending, Outcome);
        if (activity.Closed is { } before) return before == closed ? Kernel.Outcome.NothingToDo : AlreadyClosed;
        if (!PlainText.IsTitle(Outcome)) return BadOutcome;
        return Ending is Ending.Held && today < planned.From ? NotBegun : closed;
    }
}
