namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// A credential stands although what it rests on was annulled or superseded since, so that its scheme is met no more, and nobody revoked it.
/// A renewal rests also on what the certification that it renews rests on.
/// </summary>
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
            if (Basis(credential).Where(d => !bench.Chains.Meets(d)).Select(d => Withdrawn(d, d == credential.Decision ? credential : d.Credential)).FirstOrDefault(s => s is not null) is { } withdrawn)
                yield return new(Code, Severity.High, [credential.Person], [credential.Issued, withdrawn], [], [credential.Id, withdrawn.Recorded]);
        }
    }

    private IEnumerable<DecisionPart> Basis(CredentialPart credential)
    {
        for (var d = credential.Decision; d is not null; d = Renewed(d)) yield return d;
    }

    // Whatever somebody wrote around the program, what is renewed came before.
    private DecisionPart? Renewed(DecisionPart decision) =>
        decision.Renews is { } id && bench.Chains.Decision(id) is { } earlier && earlier.Decided.Sequence < decision.Decided.Sequence ? earlier : null;

    // The first withdrawal after issuing: a later one does not make it another finding.
    private Shown? Withdrawn(DecisionPart decision, CredentialPart? credential) => credential is null ? null :
        decision.Results.Select(bench.Chains.Result).OfType<ResultPart>().Where(r => !r.Competent).SelectMany(r => r.Events.Skip(1))
            .Concat(decision.Completions.Select(bench.Chains.Completion).Select(c => c?.Annulled).OfType<Shown>())
            .Concat(decision.Awards.Select(bench.Chains.Award).Select(a => a?.Annulled).OfType<Shown>())
            .Where(s => s.Sequence > credential.Issued.Sequence).MinBy(s => s.Sequence);
}
