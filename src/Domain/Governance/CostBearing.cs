using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Domain.Governance;

/// <summary>The one check of clause 4: a cost is borne by the party whose duty it serves, unless all three agreed otherwise in writing.</summary>
public static class CostBearing
{
    /// <summary>The clause is no mandate of the agreement, so that nobody bears its cost.</summary>
    public static readonly Rejection NoMandate = new("cost.no-mandate", RejectionKind.Invalid, "clause");

    /// <summary>The bearer is another party than the one whose duty it is, and no written agreement says so.</summary>
    public static readonly Rejection NotTheBearer = new("cost.not-the-bearer", RejectionKind.Invalid, "bearer");

    /// <summary>Why a party does not bear the cost of an activity, or null.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="activity">What costs.</param>
    /// <param name="clause">The mandate that it serves.</param>
    /// <param name="bearer">Code of the party that is to bear it.</param>
    /// <param name="arranged">The written agreement relied on, if any.</param>
    public static Rejection? Refusal(Agreement agreement, Guid activity, string clause, string bearer, CostArrangement? arranged)
    {
        if (agreement.Party(bearer) is not { } party) return Agreement.NoParty;
        if (agreement.HolderOf(clause) is not { } holder) return NoMandate;
        return party == holder || arranged is not null && Concerns(arranged, activity, clause) && party.Answers(arranged.Bearer) ? null : NotTheBearer;
    }

    private static bool Concerns(CostArrangement arranged, Guid activity, string clause) => arranged.Activity == activity || arranged.Clause == clause;
}
