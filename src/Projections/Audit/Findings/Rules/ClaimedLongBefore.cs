using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Learning;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// A result or completion claims a day long before the one on which it was recorded. What one person recorded on one day is one
/// finding: a late list is explained once.
/// </summary>
public sealed class ClaimedLongBefore(Bench bench) : IFindingRule
{
    private readonly int resultDays = bench.Thresholds["claimed-long-before.result-days"], completionDays = bench.Thresholds["claimed-long-before.completion-days"];
    private readonly Dictionary<(string Kind, Guid By, DateOnly Day), (List<Shown> Events, DateOnly Oldest)> late = [];

    /// <inheritdoc/>
    public string Code => "claimed-long-before";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (e.Data is ResultDeclared declared) Note(e, "results", declared.AssessedOn, resultDays);
        if (e.Data is CompletionRecorded recorded) Note(e, "completions", recorded.CompletedOn, completionDays);
        return [];
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> End(DateOnly today) => late.Select(l =>
        new Finding(Code, Severity.Low, [l.Key.By], [l.Value.Events[0]], [.. l.Value.Events.Skip(1)], [l.Value.Events.Count, new Word(l.Key.Kind), l.Key.Day, l.Value.Oldest]));

    private void Note(Seen e, string kind, DateOnly claimed, int days)
    {
        var day = Bangkok.Day(e.At);
        if (day.DayNumber - claimed.DayNumber <= days) return;
        var (events, oldest) = late.TryGetValue((kind, e.By.Person, day), out var before) ? before : ([], claimed);
        events.Add(Shown.Of(e));
        late[(kind, e.By.Person, day)] = (events, claimed < oldest ? claimed : oldest);
    }
}
