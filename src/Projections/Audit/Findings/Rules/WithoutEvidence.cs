using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// A decision to certify whose chain of evidence did not hold when it was made, or a credential without the decision that it says it
/// carries out. No decider lets either be: it shows a fault of the program, or a row that the program did not write.
/// </summary>
public sealed class WithoutEvidence(Bench bench) : IFindingRule
{
    /// <inheritdoc/>
    public string Code => "without-evidence";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (e.Data is CertificationDecided { Ruling: Ruling.Granted } decided && bench.Chains.Decision(decided.Decision) is { } decision && Lack(decision) is var (word, thing))
            yield return new(Code, Severity.High, [decided.DecidedBy, decided.Person], [decision.Decided], [], [new Word("decision"), decision.Id, new Word(word), thing]);
        if (e.Data is CredentialIssued issued && bench.Chains.Credential(issued.Credential) is { } credential && Lack(credential) is { } lack)
            yield return new(Code, Severity.High, [issued.IssuedBy, issued.Person], [credential.Issued], [], [new Word("credential"), credential.Id, new Word(lack), issued.Decision]);
    }

    private (string Word, Guid Thing)? Lack(DecisionPart d)
    {
        if (d.Results.Count + d.Awards.Count == 0) return ("no-result", d.Id);
        foreach (var id in d.Results)
        {
            if (bench.Chains.Result(id) is not { } result) return ("unknown-result", id);
            if (result.Person != d.Person) return ("result-of-another", id);
            if (result.Annulled is not null) return ("annulled-result", id);
        }
        foreach (var id in d.Completions)
        {
            if (bench.Chains.Completion(id) is not { } completion) return ("unknown-completion", id);
            if (completion.Person != d.Person) return ("completion-of-another", id);
        }
        foreach (var id in d.Awards)
        {
            if (bench.Chains.Award(id) is not { } award) return ("unknown-award", id);
            if (award.Person != d.Person) return ("award-of-another", id);
        }
        if (bench.Chains.Scheme(d.Scheme) is null) return ("unknown-scheme", d.Scheme);
        return bench.Chains.Meets(d) ? null : ("scheme-not-met", d.Scheme);
    }

    private string? Lack(CredentialPart c) => c.Decision is not { } d ? "unknown-decision"
        : d.Ruling is Ruling.Refused ? "refused-decision"
        : d.Person != c.Person ? "decision-on-another"
        : d.Credential != c ? "second-credential"
        : bench.Chains.Meets(d) ? null : "evidence-withdrawn";
}
