using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Give the other two parties written notice that one's party ends the agreement (clause 8, row R-TERM).</summary>
/// <param name="Reference">Number of the written notice.</param>
/// <param name="EndsOn">First day on which the agreement is no longer in force.</param>
public sealed record GiveNotice(string Reference, DateOnly EndsOn) : ICommand
{
    /// <summary>How many days ahead the others must know (clause 8), counted in Thai days from the day after the notice.</summary>
    public const int Days = 90;

    /// <inheritdoc/>
    public static Duty Needs => Duties.Represent;

    /// <summary>The others must know at least 90 days ahead.</summary>
    public static readonly Rejection TooShort = new("termination.notice-too-short", RejectionKind.Invalid, "endsOn");

    /// <summary>A written notice has a number.</summary>
    public static readonly Rejection BadReference = new("termination.bad-reference", RejectionKind.Invalid, "reference");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today)
    {
        if (agreement is null) return Agreement.Missing;
        if (agreement.SignedForBy(by, today) is not { } party) return Agreement.RepresentativesOnly;
        if (agreement.Notices.Any(n => party.Answers(n.Party) && (n.GivenBy, n.Reference, n.EndsOn) == (by.Person, Reference, EndsOn))) return Outcome.NothingToDo;
        if (agreement.HasEndedOn(today)) return Agreement.Ended;
        if (!PlainText.IsCode(Reference)) return BadReference;
        if (EndsOn.DayNumber - today.DayNumber < Days) return TooShort;
        return agreement.HasEndedOn(EndsOn) ? ProposeTermination.EndsSooner : new NoticeGiven(party.Code, by.Person, Reference, today, EndsOn);
    }
}
