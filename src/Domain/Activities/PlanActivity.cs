using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;

namespace CredentialLedger.Domain.Activities;

/// <summary>Put a joint activity on record: who takes part, who coordinates, and who bears its cost.</summary>
public sealed record PlanActivity(Guid Activity, string TitleTh, string TitleEn, string Clause, ValueList<TakingPart> Parties,
    DateOnly From, DateOnly Until, string Bearer, Guid? Arrangement) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.KeepActivities;

    /// <summary>An activity with that id and other content is in the ledger.</summary>
    public static readonly Rejection AlreadyPlanned = new("activity.already-planned", RejectionKind.Conflict, "activity");

    /// <summary>A title is no plain line of text.</summary>
    public static readonly Rejection BadText = new("activity.bad-text", RejectionKind.Invalid, "titleTh");

    /// <summary>Two parties or three take part, each once.</summary>
    public static readonly Rejection BadParties = new("activity.bad-parties", RejectionKind.Invalid, "parties");

    /// <summary>An activity ends before it begins.</summary>
    public static readonly Rejection BadPeriod = new("activity.bad-period", RejectionKind.Invalid, "until");

    /// <summary>Decide on the activity's stream.</summary>
    /// <param name="activity">The activity under this id, if any.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="arranged">What the three agreed on under the id <see cref="Arrangement"/>, if anything.</param>
    /// <param name="coordinators">The persons named as coordinators, as far as the ledger has them.</param>
    /// <param name="by">Who plans.</param>
    public Outcome Decide(Activity? activity, Agreement? agreement, CostArrangement? arranged, IReadOnlyCollection<Person> coordinators, Actor by)
    {
        if (agreement is null) return Agreement.Missing;
        var planned = new ActivityPlanned(Activity, TitleTh, TitleEn, Clause, Parties, From, Until, Bearer, Arrangement);
        if (!Activities.Activity.TakesPart(by.Organisation, Parties, agreement)) return Activities.Activity.NotTakingPart;
        if (activity is not null) return activity.Planned == planned ? Outcome.NothingToDo : AlreadyPlanned;
        if (!PlainText.IsTitle(TitleTh) || !PlainText.IsTitle(TitleEn)) return BadText;
        var parties = Parties.Select(p => agreement.Party(p.Party)).ToArray();
        if (parties.Contains(null)) return Agreement.NoParty;
        if (parties.Length < 2 || parties.Distinct().Count() != parties.Length) return BadParties;
        if (!Parties.All(p => coordinators.Any(c => c.Id == p.Coordinator))) return Person.Missing;
        if (Until < From) return BadPeriod;
        return CostBearing.Refusal(agreement, Activity, Clause, Bearer, arranged) is { } refusal ? refusal : planned;
    }
}
