using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>Propose a written agreement on one case: who bears a cost (clause 4, row R-COST), or whose a jointly made work is (clause 3, row R-IP).</summary>
/// <param name="Proposal">The proposal, and the arrangement's id.</param>
/// <param name="Reference">Number of the written agreement.</param>
/// <param name="Cost">A cost; or null.</param>
/// <param name="Work">A work; or null.</param>
public sealed record ProposeArrangement(Guid Proposal, string Reference, CostArrangement? Cost, WorkArrangement? Work) : ICommand
{
    /// <inheritdoc/>
    public static Duty Needs => Duties.Coordinate;

    /// <summary>It is about a cost or a work, not both; a cost is that of a clause or an activity, not both; and a written agreement has a number.</summary>
    public static readonly Rejection Unclear = new("arrangement.unclear", RejectionKind.Invalid, "cost");

    /// <summary>The owners' shares are positive thousandths that make one whole, one share a party.</summary>
    public static readonly Rejection BadShares = new("arrangement.bad-shares", RejectionKind.Invalid, "work");

    /// <summary>Decide on the agreement's stream.</summary>
    public Outcome Decide(Agreement? agreement, Actor by, DateOnly today) => Governance.Proposal.Make(agreement, by, today,
        party => new ArrangementProposed(Proposal, party, by.Person, Reference, Cost, Work));

    internal static Rejection? Obstacle(Agreement agreement, ArrangementProposed proposed, DateOnly today)
    {
        if (agreement.HasEndedOn(today)) return Agreement.Ended;
        if (!PlainText.IsCode(proposed.Reference)) return Unclear;
        return (proposed.Cost, proposed.Work) switch
        {
            ({ } cost, null) => Obstacle(agreement, cost),
            (null, { } work) => Obstacle(agreement, work),
            _ => Unclear,
        };
    }

    private static Rejection? Obstacle(Agreement agreement, CostArrangement cost) => cost switch
    {
        { Clause: null, Activity: null } or { Clause: not null, Activity: not null } => Unclear,
        { Clause: { } clause } when agreement.Mandate(clause) is null => ProposeAmendment.NoSuchMandate,
        _ => agreement.Party(cost.Bearer) is null ? Agreement.NoParty : null,
    };

    private static Rejection? Obstacle(Agreement agreement, WorkArrangement work)
    {
        if (!work.Owners.Select(o => o.Party).Append(work.Manager).All(code => agreement.Party(code) is not null)) return Agreement.NoParty;
        if (work.Owners.Any(o => o.PerMille is < 1 or > 1000) || work.Owners.Sum(o => o.PerMille) != 1000) return BadShares;
        return work.Owners.DistinctBy(o => agreement.Party(o.Party)!.Code).Count() == work.Owners.Count ? null : BadShares;
    }
}
