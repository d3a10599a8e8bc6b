using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Projections.Audit.Findings.Rules;

/// <summary>
/// An examiner's appointment was revoked on a ground that casts doubt on what they did: everything that they touched, complete, and
/// how each stands: the results that they examined, recorded, corrected or annulled, the awards that they accepted or annulled, the decisions that they made or that rest on
/// these, the credentials that they issued or revoked or that carry these out.
/// </summary>
public sealed class RevokedExaminer(Bench bench) : IFindingRule
{
    private readonly HashSet<Guid> examining = [];
    private readonly List<(Shown Event, Guid Person, RevocationGround Ground)> revoked = [];

    /// <inheritdoc/>
    public string Code => "revoked-examiner";

    /// <inheritdoc/>
    public IEnumerable<Finding> Look(Seen e)
    {
        if (e.Data is AppointmentMade made && made.Duty == Duties.DeclareResults.Code) examining.Add(made.Appointment);
        // Who left or was replaced did nothing wrong.
        if (e.Data is AppointmentRevoked { Ground: not (RevocationGround.Left or RevocationGround.Replaced) } r && examining.Contains(r.Appointment))
            revoked.Add((Shown.Of(e), r.Person, r.Ground));
        return [];
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> End(DateOnly today) => revoked.Select(r => Of(r.Event, r.Person, r.Ground, today));

    private Finding Of(Shown shown, Guid person, RevocationGround ground, DateOnly today)
    {
        var results = bench.Chains.Results.Where(r => r.Annulled?.By == person || r.Hands.Any(h => h.Person == person)).ToArray();
        var awards = bench.Chains.Awards.Where(a => a.AcceptedBy == person || a.Accepted.By == person || a.Annulled?.By == person).ToArray();
        var decisions = bench.Chains.Decisions.Where(d => d.DecidedBy == person).Concat(results.SelectMany(r => r.Decisions)).Concat(awards.SelectMany(a => a.Decisions)).ToHashSet();
        var credentials = bench.Chains.Credentials.Where(c => c.IssuedBy == person || c.RevokedBy == person || c.Decision is { } d && decisions.Contains(d)).ToArray();
        var reaches = results.SelectMany(Events).Concat(awards.SelectMany(Events)).Concat(decisions.Select(d => d.Decided with { Note = d.Ruling is Domain.Credentials.Ruling.Granted ? "granted" : "refused" }))
            .Concat(credentials.SelectMany(c => Events(c, today))).OrderBy(s => s.Sequence);
        return new(Code, Severity.High, [person], [shown], [.. reaches],
            [person, new Word(GroundOf(ground)), results.Length, decisions.Count, credentials.Length, credentials.Count(c => c.StandingOn(today) == "valid"), awards.Length]);
    }

    private static IEnumerable<Shown> Events(ResultPart r) => r.Events.Select((e, i) => i > 0 ? e : e with { Note = r.Annulled is not null ? "annulled" : r.Superseded.Count > 0 ? "superseded" : "stands" });

    private static IEnumerable<Shown> Events(AwardPart a) =>
        a.Annulled is { } annulled ? [a.Accepted with { Note = "annulled" }, annulled] : [a.Accepted with { Note = "stands" }];

    private static IEnumerable<Shown> Events(CredentialPart c, DateOnly today)
    {
        var issued = c.Issued with { Note = c.StandingOn(today) };
        return c.Revoked is { } revoked ? [issued, revoked] : [issued];
    }

    private static string GroundOf(RevocationGround ground) => ground switch
    {
        RevocationGround.MadeInError => "made-in-error",
        RevocationGround.SignInCompromised => "sign-in-compromised",
        _ => "misconduct",
    };
}
