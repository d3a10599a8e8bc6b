using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Learning;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// The recorded time of an act is not borne out by the time that witnesses prove: they saw it long after, so that it may have been
/// written later than it says, or before, so that a clock was wrong. What was recorded on one day is one finding.
/// </summary>
public sealed class ProvenLate(Bench bench) : IFindingRule
{
    private readonly TimeSpan late = TimeSpan.FromSeconds(bench.Thresholds["proven-late.seconds"]), ahead = TimeSpan.FromSeconds(bench.Thresholds["proven-late.ahead-seconds"]);
    private readonly Dictionary<(string Word, DateOnly Day), (List<Shown> Events, List<Guid> Persons, DateTimeOffset Proven)> off = [];

    /// <inheritdoc/>
    public string Code => "proven-late";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (e.Data is ResultDeclared or ResultSuperseded or ResultAnnulled or CompletionRecorded or AwardAccepted or AwardAnnulled or CertificationDecided or CredentialIssued or CredentialRevoked or CredentialSuspended or CredentialReinstated or AppealUpheld
            && bench.Proven(e.Id) is { } proven && (proven - e.At > late ? "long-after" : e.At - proven > ahead ? "before" : null) is { } word)
        {
            var key = (word, Bangkok.Day(e.At));
            if (!off.TryGetValue(key, out var noted)) off[key] = noted = ([], [], proven);
            noted.Events.Add(Shown.Of(e));
            if (!noted.Persons.Contains(e.By.Person)) noted.Persons.Add(e.By.Person);
        }
        return [];
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> End(DateOnly today) => off.Select(o => new Finding(Code, Severity.High, o.Value.Persons,
        [o.Value.Events[0]], [.. o.Value.Events.Skip(1)], [o.Value.Events.Count, o.Key.Day, new Word(o.Key.Word), o.Value.Events[0].Recorded, o.Value.Proven]));
}
