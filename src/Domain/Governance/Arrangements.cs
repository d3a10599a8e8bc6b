namespace CredentialLedger.Domain.Governance;

/// <summary>What the three parties agreed in writing on one case.</summary>
public static class Arrangements
{
    /// <summary>Whose a jointly made work is (clause 3, second paragraph), or null.</summary>
    public static WorkArrangement? OfWork(Agreement? agreement, Guid? id) => id is { } known ? agreement?.Arrangement(known)?.Work : null;

    /// <summary>Who bears a cost otherwise (clause 4), or null.</summary>
    public static CostArrangement? OfCost(Agreement? agreement, Guid? id) => id is { } known ? agreement?.Arrangement(known)?.Cost : null;
}
