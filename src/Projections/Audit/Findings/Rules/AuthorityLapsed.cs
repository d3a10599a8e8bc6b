using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// Somebody declared, decided, issued, revoked or recorded for an organisation when nothing that the ledger holds entitled them to:
/// an appointment had ended, an accreditation was suspended, a mandate was withdrawn. The gate does not let it be.
/// </summary>
public sealed class AuthorityLapsed(Bench bench) : IFindingRule
{
    private readonly TimeSpan slack = TimeSpan.FromSeconds(bench.Thresholds["other-day.seconds"]);
    private readonly Dictionary<Guid, object> states = [];
    private readonly Dictionary<Guid, Shown> last = [];
    private readonly Dictionary<(Guid, string, string, DateOnly), bool> known = [];
    private readonly Dictionary<Guid, List<Guid>> appointments = [];
    private readonly Dictionary<string, List<Guid>> accreditations = [];

    /// <inheritdoc/>
    public string Code => "authority-lapsed";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (AuthorityCache.Concerns(e.Data)) Remember(e);
        // A request that began before midnight was let through by the day before.
        if (DutyOf(e.Data) is not { } duty || Entitled(e.By, duty, Bangkok.Day(e.At)) || Entitled(e.By, duty, Bangkok.Day(e.At - slack))) yield break;
        Shown[] ended = [.. appointments.GetValueOrDefault(e.By.Person, []).Concat(accreditations.GetValueOrDefault(e.By.Organisation, [])).Select(id => last[id])];
        yield return new(Code, Severity.High, [e.By.Person], [Shown.Of(e)], ended, [e.By.Person, e.By.Organisation, new Word(duty.Code), e.At]);
    }

    private static Duty? DutyOf(LedgerEvent e) => e switch
    {
        ResultDeclared or ResultSuperseded or ResultAnnulled or AwardAccepted or AwardAnnulled => Duties.DeclareResults,
        CompletionRecorded or CompletionAnnulled => Duties.RecordTraining,
        CertificationDecided => Duties.DecideCertification,
        CredentialIssued => Duties.IssueCredentials,
        CredentialRevoked or CredentialSuspended or CredentialReinstated
            or RevocationNotified or RevocationDropped or AppealDismissed or AppealUpheld => Duties.RevokeCredentials,
        _ => null,
    };

    private bool Entitled(Actor by, Duty duty, DateOnly day)
    {
        var key = (by.Person, by.Organisation, duty.Code, day);
        return known.TryGetValue(key, out var entitled) ? entitled : known[key] = Entitlements(by).Of(by.Person, duty, day).Any(a => IsSame(a.Organisation, by.Organisation));
    }

    // Only what can entitle this actor is folded in, so that a pass stays linear however many are appointed.
    private Entitlements Entitlements(Actor by)
    {
        var own = States<Appointment>(appointments.GetValueOrDefault(by.Person, []));
        return new(TheAgreement, States<Accreditation>(own.Select(a => a.Made.Organisation).Distinct().SelectMany(o => accreditations.GetValueOrDefault(o, []))), own);
    }

    private Agreement? TheAgreement => states.GetValueOrDefault(Agreement.TheId) as Agreement;

    private bool IsSame(string one, string other) => TheAgreement?.AreSame(one, other) ?? one == other;

    private T[] States<T>(IEnumerable<Guid> ids) => [.. ids.Select(id => states.GetValueOrDefault(id)).OfType<T>()];

    private void Remember(Seen e)
    {
        known.Clear();
        last[e.Stream] = Shown.Of(e);
        if (e.Data is AppointmentMade made) Add(appointments, made.Person, e.Stream);
        if (e.Data is OrganisationAccredited accredited) Add(accreditations, accredited.Organisation, e.Stream);
        try
        {
            states[e.Stream] = Aggregates.Next(states.GetValueOrDefault(e.Stream), e.Data)!;
        }
        catch (ImpossibleEventException)
        {
            // As the gate has it: a stream that cannot be folded entitles nobody. The replay names it.
            states.Remove(e.Stream);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<Guid>> to, TKey key, Guid stream) where TKey : notnull
    {
        if (to.TryGetValue(key, out var streams)) streams.Add(stream);
        else to[key] = [stream];
    }
}
