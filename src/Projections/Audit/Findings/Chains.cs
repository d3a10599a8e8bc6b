using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Learning;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>
/// What rests on what: results, completions and accepted awards, decisions on them, credentials that carry these out. It remembers what was recorded,
/// also where no decider would have let it be, since rules look for just that.
/// </summary>
public sealed class Chains
{
    private readonly Dictionary<Guid, ResultPart> results = [];
    private readonly Dictionary<Guid, CompletionPart> completions = [];
    private readonly Dictionary<Guid, AwardPart> awards = [];
    private readonly Dictionary<Guid, DecisionPart> decisions = [];
    private readonly Dictionary<Guid, CredentialPart> credentials = [];
    private readonly Dictionary<Guid, SchemeEstablished> schemes = [];

    /// <summary>Every result.</summary>
    public IEnumerable<ResultPart> Results => results.Values;

    /// <summary>Every decision.</summary>
    public IEnumerable<DecisionPart> Decisions => decisions.Values;

    /// <summary>Every credential.</summary>
    public IEnumerable<CredentialPart> Credentials => credentials.Values;

    /// <summary>A result, or null.</summary>
    public ResultPart? Result(Guid id) => results.GetValueOrDefault(id);

    /// <summary>A completion, or null.</summary>
    public CompletionPart? Completion(Guid id) => completions.GetValueOrDefault(id);

    /// <summary>An accepted award, or null.</summary>
    public AwardPart? Award(Guid id) => awards.GetValueOrDefault(id);

    /// <summary>Every accepted award.</summary>
    public IEnumerable<AwardPart> Awards => awards.Values;

    /// <summary>A decision, or null.</summary>
    public DecisionPart? Decision(Guid id) => decisions.GetValueOrDefault(id);

    /// <summary>A credential, or null.</summary>
    public CredentialPart? Credential(Guid id) => credentials.GetValueOrDefault(id);

    /// <summary>A scheme, or null.</summary>
    public SchemeEstablished? Scheme(Guid id) => schemes.GetValueOrDefault(id);

    /// <summary>Whether the evidence of a decision meets its scheme, as it stands by now.</summary>
    public bool Meets(DecisionPart decision) => Scheme(decision.Scheme) is { } scheme && scheme.Requirements.All(r => r.Course is { } course
        ? decision.Completions.Select(Completion).Any(c => c is { Annulled: null } && c.Course == course)
        : decision.Results.Select(Result).Any(p => p is { Competent: true } && p.Framework == scheme.Framework && p.Unit == r.Unit && p.Level == r.Level && r.Instruments?.Contains(p.Instrument) is not false)
            || decision.Awards.Select(Award).Any(a => a?.Meets(r, scheme.Framework, decision.DecidedOn) is true));

    /// <summary>Remember an event.</summary>
    public void Add(Seen e)
    {
        switch (e.Data)
        {
            case SchemeEstablished scheme: schemes[scheme.Scheme] = scheme; break;
            case ResultDeclared declared: results[declared.Result] = new(Shown.Of(e), declared); break;
            case ResultSuperseded superseded: Result(superseded.Result)?.Supersede(Shown.Of(e), superseded); break;
            case ResultAnnulled annulled: Result(annulled.Result)?.Annul(Shown.Of(e)); break;
            case CompletionRecorded c: completions[c.Completion] = new(Shown.Of(e), c.Person, c.Course); break;
            case CompletionAnnulled annulled when Completion(annulled.Completion) is { } completion: completion.Annulled = Shown.Of(e); break;
            case AwardAccepted accepted: awards[accepted.Award] = new(Shown.Of(e), accepted); break;
            case AwardAnnulled annulled when Award(annulled.Award) is { } award: award.Annulled = Shown.Of(e); break;
            case CertificationDecided decided: Decide(new(Shown.Of(e), decided)); break;
            case CredentialIssued issued: Issue(new(Shown.Of(e), issued, Decision(issued.Decision))); break;
            case CredentialRevoked revoked when Credential(revoked.Credential) is { } credential: credential.Revoke(Shown.Of(e), revoked); break;
            case AppealUpheld upheld: Credential(upheld.Credential)?.Restore(); break;
        }
    }

    private void Decide(DecisionPart decision)
    {
        decisions[decision.Id] = decision;
        foreach (var result in decision.Results) Result(result)?.Decisions.Add(decision);
        foreach (var award in decision.Awards) Award(award)?.Decisions.Add(decision);
    }

    private void Issue(CredentialPart credential)
    {
        credentials[credential.Id] = credential;
        if (credential.Decision is { } decision) decision.Credential ??= credential;
    }
}
