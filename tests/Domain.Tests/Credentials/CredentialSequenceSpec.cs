using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CsCheck;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class CredentialSequenceSpec
{
    private static readonly Gen<Actor> Actors =
        Gen.Select(Gen.OneOf(Candidate, Certifier, Registrar, Auditor), Gen.OneOf(Body, Body, OtherBody), Acting);

    private static readonly Gen<DateOnly> Date = Gen.OneOf(Yesterday, Today, Tomorrow);

    // More often one that carries a credential, so that sequences reach what is far from its beginning.
    private static readonly Gen<IssueCredential.Basis> Bases = Gen.Select(
        Gen.OneOf(Fold.Of<Decision>(Granted), Fold.Of<Decision>(Granted), Fold.Of<Decision>(Granted), Fold.Of<Decision>(Granted with { Ruling = Ruling.Refused }), null),
        Gen.OneOf(TheScheme, Fold.Of<Scheme>(Established with { ValidityMonths = null }), null),
        Gen.OneOf(Known(Candidate), Known(Candidate), Known(Candidate), null),
        Gen.OneOf(Fold.Of<Result>(Declared)!, Fold.Of<Result>(Declared)!, Fold.Of<Result>(Declared)!, Fold.Of<Result>(Declared, Failed)!, Fold.Of<Result>(Declared, ResultWithdrawn)!),
        Gen.OneOf(Fold.Of<Completion>(Completed)!, Fold.Of<Completion>(Completed)!, Fold.Of<Completion>(Completed)!, Fold.Of<Completion>(Completed, CompletionWithdrawn)!),
        (decision, scheme, person, result, completion) => new IssueCredential.Basis(TheAgreement, decision, scheme, person, [result], [completion], [], Fold.Of<SigningKey>(Keys.KeyRegistered with { From = new(2027, 1, 1) })));

    private static readonly Gen<Step<Credential>> Steps = Gen.OneOf(
        (IGen<Step<Credential>>)Gen.Select(Gen.Bool, Bases, Actors, Date, (test, basis, by, today) =>
        {
            var command = new IssueCredential(DecisionId, test);
            return new Step<Credential>((command, basis, by, today), c => command.Decide(c, basis, by, today, _ => Document));
        }),
        Gen.Select(Gen.Enum<Ground>(), Actors, Date, (ground, by, today) =>
        {
            var command = new RevokeCredential(ground, null);
            return new Step<Credential>((command, by, today), c => command.Decide(c, [], Known(Candidate), by, today));
        }),
        Gen.Select(Gen.Enum<SuspensionGround>(), Actors, Date, (ground, by, today) =>
        {
            var command = new SuspendCredential(ground, null);
            return new Step<Credential>((command, by, today), c => command.Decide(c, by, today));
        }),
        Gen.Select(Actors, Date, (by, today) => new Step<Credential>(("replace", by, today), c => Replaced(c, by, today))),
        Gen.Select(Actors, Date, (by, today) => new Step<Credential>(("reinstate", by, today), c => new ReinstateCredential(null).Decide(c, by, today))));

    // Whoever has a hand in a case is more often somebody who may, so that cases come to their end.
    private static readonly Gen<Step<Credential>> CaseSteps = Gen.OneOf(
        (IGen<Step<Credential>>)Gen.OneOf(Examiner, Examiner, Auditor).Select(by => new Step<Credential>(("notify", by), c => new NotifyRevocation(Ground.Fraud, Remark, Lifecycle.Term).Decide(c, [], Acting(by), Today))),
        Gen.Const(new Step<Credential>("answer", c => new AnswerNotice(Remark).Decide(c, Acting(Candidate)))),
        Gen.Select(Gen.Enum<RevocationRuling>(), Gen.OneOf(Auditor, Auditor, Examiner), (ruling, by) =>
            new Step<Credential>(("decide", ruling, by), c => new DecideRevocation(ruling, Remark).Decide(c, [], Known(Candidate), Acting(by), Today))),
        Gen.Const(new Step<Credential>("appeal", c => new AppealRevocation(Remark).Decide(c, Acting(Candidate), Today))),
        Gen.Select(Gen.Enum<AppealRuling>(), Gen.OneOf(Certifier, Certifier, Auditor), (ruling, by) =>
            new Step<Credential>(("rule", ruling, by), c => new RuleOnAppeal(ruling, Remark).Decide(c, AppealedCase.Empty, Known(Candidate), TheAgreement, Acting(by), Today))));

    // What replacing does to the stream of the one that is replaced.
    private static Outcome Replaced(Credential? credential, Actor by, DateOnly today)
    {
        if (credential?.Replaced is not null) return Outcome.NothingToDo;
        var basis = new IssueCredential.Basis(TheAgreement, Fold.Of<Decision>(Granted), TheScheme, Known(Candidate), [Fold.Of<Result>(Declared)!], [Fold.Of<Completion>(Completed)!], [], Fold.Of<SigningKey>(Keys.KeyRegistered));
        var outcome = new ReplaceCredential(CredentialId, false).Decide(null, credential, basis, saysName: false, by, today, _ => Document);
        return outcome.Events is [CredentialIssued issued] ? ReplaceCredential.Closing(issued, today) : outcome;
    }

    [Fact]
    public void Whatever_comes_a_credential_stays_sound() =>
        Sequences.Hold(Steps, Sound, typeof(CredentialIssued), typeof(CredentialRevoked), typeof(CredentialSuspended), typeof(CredentialReinstated), typeof(CredentialReplaced));

    [Fact]
    public void Whatever_comes_nobody_is_revoked_unheard() =>
        Sequences.Hold([Issued, Lifecycle.Notified, Lifecycle.Answered], CaseSteps, Heard, typeof(RevocationNotified), typeof(NoticeAnswered), typeof(CredentialRevoked),
            typeof(RevocationDropped), typeof(RevocationAppealed), typeof(AppealDismissed), typeof(AppealUpheld));

    private static void Sound(Credential credential)
    {
        credential.Issued.IssuedBy.ShouldNotBe(credential.Issued.Person);
        credential.Revoked?.RevokedBy.ShouldNotBe(credential.Issued.IssuedBy);
        credential.Suspension?.Began.SuspendedBy.ShouldNotBe(credential.Issued.IssuedBy);
        if (credential.Issued.ValidUntil is { } until) until.ShouldBeGreaterThan(credential.Issued.ValidFrom);
    }

    private static void Heard(Credential credential)
    {
        if (credential.Revoked is not { } revoked) return;
        credential.Case.ShouldNotBeNull().Answer.ShouldNotBeNull("no time to answer has passed");
        revoked.RevokedBy.ShouldNotBe(credential.Case.Notice.NotifiedBy);
        credential.Appeal?.Dismissed?.DismissedBy.ShouldBe(Certifier);
    }
}
