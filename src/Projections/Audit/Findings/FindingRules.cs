namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>The rules in force: every class of this assembly that is one, so that adding one adds a file and changes none.</summary>
public static class FindingRules
{
    private static readonly Type[] All = [.. typeof(IFindingRule).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IFindingRule))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Their codes.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. New(new(Thresholds.InForce, new(), _ => null)).Select(r => r.Code)];

    /// <summary>Each rule, made anew, with the bench if it asks for one.</summary>
    public static IReadOnlyList<IFindingRule> New(Bench bench) =>
        [.. All.Select(t => (IFindingRule)(t.GetConstructor([typeof(Bench)])?.Invoke([bench]) ?? Activator.CreateInstance(t)!))];
}
