namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>One pass of all rules over the ledger's events, in their order.</summary>
/// <param name="thresholds">The thresholds.</param>
/// <param name="proven">The proven time of an event, once witnesses cosign; null for none.</param>
public sealed class Examination(Thresholds thresholds, Func<Guid, DateTimeOffset?>? proven = null)
{
    private readonly Bench bench = new(thresholds, new(), proven ?? (_ => null));
    private readonly List<Finding> found = [];
    private IReadOnlyList<IFindingRule>? rules;
    private DateTimeOffset last;

    /// <summary>Take the next event into account.</summary>
    public void Look(Seen e)
    {
        rules ??= FindingRules.New(bench);
        bench.Chains.Add(e);
        foreach (var rule in rules) found.AddRange(rule.Look(e));
        if (e.At > last) last = e.At;
    }

    /// <summary>Everything that was found, in the order in which it showed.</summary>
    public IReadOnlyList<Finding> End()
    {
        foreach (var rule in rules ?? []) found.AddRange(rule.End(Bangkok.Day(last)));
        return [.. found.OrderBy(f => f.Last.Sequence).ThenBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Id)];
    }
}
