namespace CredentialLedger.Domain.Governance;

/// <summary>What the three parties agreed in writing on one case; nothing, as long as no event of the agreement says that they did.</summary>
public static class CaseByCase
{
    /// <summary>Whose a jointly made work is (clause 3, second paragraph), or null.</summary>
    public static WorkArrangement? Work(Agreement? agreement, Guid? arrangement) => arrangement is { } id ? agreement?.Arrangement(id)?.Work : null;

    /// <summary>Who bears a cost otherwise (clause 4), or null.</summary>
    public static CostArrangement? Cost(Agreement? agreement, Guid? arrangement) => arrangement is { } id ? agreement?.Arrangement(id)?.Cost : null;
}
