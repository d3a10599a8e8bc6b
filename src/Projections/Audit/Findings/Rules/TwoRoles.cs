using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// The same person in two of {examined or accepted an award, decided, issued, revoked} of one case. ISO/IEC 17024 keeps examining and deciding apart;
/// the other pairs leave one person alone with two steps that are there to check each other.
/// </summary>
public sealed class TwoRoles(Bench bench) : IFindingRule
{
    /// <inheritdoc/>
    public string Code => "two-roles";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e) => e.Data switch
    {
        CertificationDecided decided when bench.Chains.Decision(decided.Decision) is { } d => Pairs(d, Decided(d), Hands(d)),
        CredentialIssued issued when bench.Chains.Credential(issued.Credential) is { Decision: { } d } c => Pairs(d, Issued(c), [.. Hands(d), Decided(d)]),
        CredentialRevoked revoked when bench.Chains.Credential(revoked.Credential) is { Decision: { } d } c => Pairs(d, Revoked(c), [.. Hands(d), Decided(d), Issued(c)]),
        // Whoever corrects a result after it was decided on has examined it too.
        ResultSuperseded corrected when bench.Chains.Result(corrected.Result) is { } r => r.Decisions.SelectMany(d => Corrected(d, r)),
        _ => [],
    };

    private IEnumerable<Finding> Corrected(DecisionPart decision, ResultPart result)
    {
        var last = result.Superseded[^1];
        Role[] later = decision.Credential is { } c ? c.Revoked is null ? [Decided(decision), Issued(c)] : [Decided(decision), Issued(c), Revoked(c)] : [Decided(decision)];
        return result.NewHands.SelectMany(person => Pairs(decision, new("examined", person, last), later));
    }

    // One finding a pair of roles: where somebody had a hand in several results, the first of them shows it.
    private IEnumerable<Finding> Pairs(DecisionPart decision, Role role, IEnumerable<Role> others) =>
        from other in others.Where(o => o.Person == role.Person).DistinctBy(o => o.Code)
        select new Finding(Code, Severity.High, [role.Person, decision.Person], Ordered(other.Event, role.Event), [],
            [role.Person, new Word(other.Code), new Word(role.Code)]);

    private static Shown[] Ordered(Shown one, Shown other) => one.Sequence <= other.Sequence ? [one, other] : [other, one];

    private IEnumerable<Role> Hands(DecisionPart decision) => decision.Results.Select(bench.Chains.Result).OfType<ResultPart>()
        .SelectMany(r => r.Hands).OrderBy(h => h.By.Sequence).Select(h => new Role("examined", h.Person, h.By))
        .Concat(decision.Awards.Select(bench.Chains.Award).OfType<AwardPart>().SelectMany(Accepted));

    // Whoever is named in the event, and whoever recorded it.
    private static IEnumerable<Role> Accepted(AwardPart a) => new[] { a.AcceptedBy, a.Accepted.By }.Select(person => new Role("accepted", person, a.Accepted));

    private static Role Decided(DecisionPart d) => new("decided", d.DecidedBy, d.Decided);

    private static Role Issued(CredentialPart c) => new("issued", c.IssuedBy, c.Issued);

    private static Role Revoked(CredentialPart c) => new("revoked", c.RevokedBy ?? c.Revoked!.By, c.Revoked!);

    private sealed record Role(string Code, Guid Person, Shown Event);
}
