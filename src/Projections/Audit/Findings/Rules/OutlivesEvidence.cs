namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>A credential stands although what it rests on was annulled or superseded since, so that its scheme is met no more, and nobody revoked it.</summary>
public sealed class OutlivesEvidence(Bench bench) : IFindingRule
{
    /// <inheritdoc/>
    public string Code => "outlives-evidence";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e) => [];

    /// <inheritdoc/>
    public IEnumerable<Finding> End(DateOnly today)
    {
        foreach (var credential in bench.Chains.Credentials.Where(c => c.Revoked is null && c.StandingOn(today) == "valid"))
        {
            if (credential.Decision is { } decision && !bench.Chains.Meets(decision) && Withdrawn(decision, credential) is { } withdrawn)
                yield return new(Code, Severity.High, [credential.Person], [credential.Issued, withdrawn], [], [credential.Id, withdrawn.Recorded]);
        }
    }

    // The first withdrawal after issuing: a later one does not make it another finding.
    private Shown? Withdrawn(DecisionPart decision, CredentialPart credential) =>
        decision.Results.Select(bench.Chains.Result).OfType<ResultPart>().Where(r => !r.Competent).SelectMany(r => r.Events.Skip(1))
            .Concat(decision.Completions.Select(bench.Chains.Completion).Select(c => c?.Annulled).OfType<Shown>())
            .Concat(decision.Awards.Select(bench.Chains.Award).Select(a => a?.Annulled).OfType<Shown>())
            .Where(s => s.Sequence > credential.Issued.Sequence).MinBy(s => s.Sequence);
}
