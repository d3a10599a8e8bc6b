using CredentialLedger.Domain.Assessment;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// A result was superseded upwards, or across the threshold between not yet competent and competent, after it was closed: a decision
/// rested on it already, or the time in which results are usually corrected was over.
/// </summary>
public sealed class RaisedAfterClosing(Bench bench) : IFindingRule
{
    private readonly TimeSpan open = TimeSpan.FromDays(bench.Thresholds["raised-after-closing.days"]);

    /// <inheritdoc/>
    public string Code => "raised-after-closing";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (e.Data is not ResultSuperseded superseded || bench.Chains.Result(superseded.Result) is not { } result) yield break;
        var crossed = result.Before.Grade != result.Now.Grade;
        if (!crossed && !(result.Now.Score > result.Before.Score)) yield break;
        var decision = result.Decisions.FirstOrDefault();
        var days = e.At - result.Declared.Recorded;
        if (decision is null && days <= open) yield break;
        yield return new(Code, crossed ? Severity.High : Severity.Medium, [.. superseded.Examiners.Append(e.By.Person).Append(superseded.Person).Distinct()],
            decision is null ? [result.Declared, Shown.Of(e)] : [result.Declared, decision.Decided, Shown.Of(e)], [],
            [superseded.Result, Points(result.Before), Points(result.Now), new Word(decision is null ? "after-days" : "after-decision"), (int)days.TotalDays]);
    }

    private static Word Points((Grade Grade, int? Score) standing) =>
        new(standing.Grade is Grade.Competent ? "competent" : "not-yet-competent", standing.Score);
}
