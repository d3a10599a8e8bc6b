using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Projections.Credentials;

namespace CredentialLedger.Projections.People;

/// <summary>What a person has shown, unit by unit, with the evidence (rows R-SKILL, R-TRACK). Standing on a day is asked with <see cref="On"/>.</summary>
/// <param name="Id">The person.</param>
/// <param name="Sequence">Place in the ledger of the last event that went in.</param>
/// <param name="Evidence">Every piece of evidence ever recorded, with what became of it.</param>
public sealed record SkillProfile(Guid Id, long Sequence, ValueList<SkillEvidence> Evidence) : IReadModel<SkillProfile>
{
    /// <inheritdoc/>
    public static int Version => 2;

    /// <inheritdoc/>
    public static Guid? RowOf(LedgerEvent e) => e switch
    {
        CompletionRecorded or CompletionAnnulled or ResultDeclared or ResultSuperseded or ResultAnnulled or AwardAccepted or AwardAnnulled
            or CredentialIssued or CredentialRevoked or CredentialReplaced or CredentialSuspended or CredentialReinstated or AppealUpheld => ((IAbout)e).Person,
        _ => null,
    };

    /// <inheritdoc/>
    public static SkillProfile Fold(SkillProfile? row, Recorded e)
    {
        var evidence = row?.Evidence ?? [];
        return new(((IAbout)e.Data).Person, e.Sequence, e.Data switch
        {
            CompletionRecorded c => [.. evidence, .. c.Units.Select(unit => new SkillEvidence(c.Framework, unit, null, SkillStatus.Trained, c.Completion, c.CompletedOn))],
            CompletionAnnulled c => Change(evidence, c.Completion, s => s with { Withdrawn = true }),
            ResultDeclared r => [.. evidence, new SkillEvidence(r.Framework, r.Unit, r.Level, StatusOf(r.Grade), r.Result, r.AssessedOn)],
            ResultSuperseded r => Change(evidence, r.Result, s => s with { Status = StatusOf(r.Grade) }),
            ResultAnnulled r => Change(evidence, r.Result, s => s with { Withdrawn = true }),
            AwardAccepted a => [.. evidence, new SkillEvidence(a.Framework, a.Unit, a.Level, SkillStatus.Recognised, a.Award, a.AwardedOn) { Until = a.CountsUntil }],
            AwardAnnulled a => Change(evidence, a.Award, s => s with { Withdrawn = true }),
            CredentialIssued c => [.. evidence, new SkillEvidence(c.Framework, c.Unit, c.Level, SkillStatus.Certified, c.Credential, c.ValidFrom) { Until = c.ValidUntil }],
            CredentialRevoked c => Change(evidence, c.Credential, s => s with { WithdrawnFrom = c.Effective }),
            CredentialReplaced c => Change(evidence, c.Credential, s => s with { WithdrawnFrom = c.Effective }),
            AppealUpheld c => Change(evidence, c.Credential, s => s with { WithdrawnFrom = null }),
            CredentialSuspended c => Change(evidence, c.Credential, s => s with { Suspensions = SuspensionSpan.After(s.Suspensions, c) }),
            CredentialReinstated c => Change(evidence, c.Credential, s => s with { Suspensions = SuspensionSpan.After(s.Suspensions, c) }),
            _ => evidence,
        });
    }

    /// <summary>The strongest standing evidence of each unit and level on a day, by framework, unit and level. Who renews or gets another document is certified since the first day on which they were without a day between.</summary>
    public IReadOnlyList<Skill> On(DateOnly day) =>
    [
        .. Evidence.Where(e => e.Stands(day))
            .GroupBy(e => (e.Framework, e.Unit, e.Level))
            .Select(g => g.OrderByDescending(e => e.Status).ThenByDescending(e => e.From).First())
            .OrderBy(e => e.Framework, StringComparer.Ordinal).ThenBy(e => e.Unit, StringComparer.Ordinal).ThenBy(e => e.Level)
            .Select(e => new Skill(e.Framework, e.Unit, e.Level, e.Status, e.Source, Since(e), e.Until)),
    ];

    private DateOnly Since(SkillEvidence last)
    {
        if (last.Status is not SkillStatus.Certified) return last.From;
        SkillEvidence[] all = [.. Evidence.Where(e => (e.Framework, e.Unit, e.Level, e.Status) == (last.Framework, last.Unit, last.Level, last.Status))];
        var since = last.From;
        while (since > DateOnly.MinValue && all.Where(e => e.Stands(since.AddDays(-1))).Min(e => (DateOnly?)e.From) is { } earlier) since = earlier;
        return since;
    }

    private static SkillStatus StatusOf(Grade grade) => grade is Grade.Competent ? SkillStatus.Competent : SkillStatus.NotYetCompetent;

    private static ValueList<SkillEvidence> Change(ValueList<SkillEvidence> all, Guid source, Func<SkillEvidence, SkillEvidence> change) =>
        [.. all.Select(e => e.Source == source ? change(e) : e)];
}
