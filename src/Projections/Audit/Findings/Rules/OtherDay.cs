using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Learning;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// An act claims another day than the one on which it was recorded, though it takes its day from the clock: a decision, the first day
/// of a credential, of its suspension or its revocation; or a result, completion or award claims a day that had not come.
/// </summary>
public sealed class OtherDay(Bench bench) : IFindingRule
{
    private readonly TimeSpan slack = TimeSpan.FromSeconds(bench.Thresholds["other-day.seconds"]);

    /// <inheritdoc/>
    public string Code => "other-day";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        var (about, claimed, exact) = e.Data switch
        {
            CertificationDecided d => (d.Person, d.DecidedOn, true),
            CredentialIssued c => (c.Person, c.ValidFrom, true),
            CredentialRevoked c => (c.Person, c.Effective, true),
            CredentialSuspended c => (c.Person, c.Effective, true),
            CredentialReinstated c => (c.Person, c.Effective, true),
            AppealUpheld a => (a.Person, a.Effective, true),
            ResultDeclared r => (r.Person, r.AssessedOn, false),
            AwardAccepted a => (a.Person, a.AwardedOn, false),
            CompletionRecorded c => (c.Person, c.CompletedOn, false),
            _ => default((Guid, DateOnly, bool)),
        };
        if (about == default) yield break;
        var (earliest, latest) = (Bangkok.Day(e.At - slack), Bangkok.Day(e.At + slack));
        if (claimed > latest || exact && claimed < earliest)
            yield return new(Code, Severity.High, [e.By.Person, about], [Shown.Of(e)], [], [new Word(Shown.Of(e).Type), claimed, e.At]);
    }
}
