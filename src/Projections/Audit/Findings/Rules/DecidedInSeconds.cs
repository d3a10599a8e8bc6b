using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>A person was certified within seconds of the last of the evidence being recorded: nobody can have read it in the ledger.</summary>
public sealed class DecidedInSeconds(Bench bench) : IFindingRule
{
    private readonly TimeSpan least = TimeSpan.FromSeconds(bench.Thresholds["decided-in-seconds.seconds"]);

    /// <inheritdoc/>
    public string Code => "decided-in-seconds";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (e.Data is not CertificationDecided { Ruling: Ruling.Granted } decided || bench.Chains.Decision(decided.Decision) is not { } decision) yield break;
        var last = decided.Results.Select(bench.Chains.Result).OfType<ResultPart>().SelectMany(r => r.Events)
            .Concat(decided.Completions.Select(bench.Chains.Completion).OfType<CompletionPart>().Select(c => c.Recorded))
            .Concat(decision.Awards.Select(bench.Chains.Award).OfType<AwardPart>().Select(a => a.Accepted)).MaxBy(s => s.Sequence);
        if (last is not null && e.At - last.Recorded < least)
            yield return new(Code, Severity.Medium, [decided.DecidedBy, decided.Person], [last, decision.Decided], [], [decided.DecidedBy, (int)Math.Max(0, (e.At - last.Recorded).TotalSeconds)]);
    }
}
