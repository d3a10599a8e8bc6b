using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// A person decided or issued at night, on a weekend or on a public holiday, by the hours of Thailand. What one person did on one day
/// is one finding; a system works at all hours.
/// </summary>
public sealed class OffHours(Bench bench) : IFindingRule
{
    private readonly TimeOnly opens = Midnight.AddMinutes(bench.Thresholds["off-hours.opens"]), closes = Midnight.AddMinutes(bench.Thresholds["off-hours.closes"]);
    private readonly HashSet<DateOnly> holidays = [.. bench.Thresholds.Holidays.Days];
    private readonly HashSet<Guid> systems = [];
    private readonly Dictionary<(Guid Person, DateOnly Day), List<Shown>> acts = [];

    private static TimeOnly Midnight => TimeOnly.MinValue;

    /// <inheritdoc/>
    public string Code => "off-hours";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (e.Data is SystemEntered entered) systems.Add(entered.System);
        if (e.Data is not (CertificationDecided or CredentialIssued) || systems.Contains(e.By.Person) || AtWork(e.At)) return [];
        var key = (e.By.Person, Bangkok.Day(e.At));
        if (!acts.TryGetValue(key, out var day)) acts[key] = day = [];
        day.Add(Shown.Of(e));
        return [];
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> End(DateOnly today) =>
        acts.Select(a => new Finding(Code, Severity.Low, [a.Key.Person], [a.Value[0]], [.. a.Value.Skip(1)], [a.Key.Person, a.Value.Count, a.Value[0].Recorded]));

    private bool AtWork(DateTimeOffset at) => Bangkok.Day(at) is var day && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !holidays.Contains(day) && Bangkok.Time(at) is var time && opens <= time && time < closes;
}
