using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// One person made many decisions in a short time. The first so many of them show it; those that keep up the pace belong to the same
/// burst, however long it goes on.
/// </summary>
public sealed class BurstOfDecisions(Bench bench) : IFindingRule
{
    private readonly int many = bench.Thresholds["burst-of-decisions.decisions"];
    private readonly TimeSpan span = TimeSpan.FromSeconds(bench.Thresholds["burst-of-decisions.seconds"]);
    private readonly Dictionary<Guid, Queue<Shown>> recent = [];
    private readonly Dictionary<Guid, List<Shown>> going = [];

    /// <inheritdoc/>
    public string Code => "burst-of-decisions";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (e.Data is not CertificationDecided { DecidedBy: var person }) yield break;
        var queue = recent.TryGetValue(person, out var known) ? known : recent[person] = new();
        queue.Enqueue(Shown.Of(e));
        if (queue.Count > many) queue.Dequeue();
        var fast = queue.Count == many && e.At - queue.Peek().Recorded <= span;
        if (going.TryGetValue(person, out var burst))
        {
            if (fast) burst.Add(Shown.Of(e));
            else
            {
                going.Remove(person);
                // What shows a burst does not show the next one too.
                queue.Clear();
                queue.Enqueue(Shown.Of(e));
                yield return Of(person, burst);
            }
        }
        else if (fast) going[person] = [.. queue];
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> End(DateOnly today) => going.Select(g => Of(g.Key, g.Value));

    private Finding Of(Guid person, List<Shown> burst) => new(Code, Severity.Medium, [person], [.. burst.Take(many)], [.. burst.Skip(many)],
        [person, burst.Count, (int)Math.Ceiling((burst[^1].Recorded - burst[0].Recorded).TotalSeconds), burst[0].Recorded]);
}
