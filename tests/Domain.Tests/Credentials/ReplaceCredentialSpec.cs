using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class ReplaceCredentialSpec
{
    private static readonly DateOnly Later = Today.AddDays(400);

    private static readonly IssueCredential.Basis Sound = new(TheAgreement, Fold.Of<Decision>(Granted), TheScheme, Known(Candidate),
        [Fold.Of<Result>(Declared)!], [Fold.Of<Completion>(Completed)!], [], Fold.Of<SigningKey>(Keys.KeyRegistered));

    private static ReplaceCredential Replace => new(CredentialId, Test: false);

    private static Func<Credential?, Outcome> Of(LedgerEvent[] replaced, IssueCredential.Basis? basis = null, bool saysName = false, Actor? by = null, DateOnly? day = null) =>
        c => Replace.Decide(c, Fold.Of<Credential>(replaced), basis ?? Sound, saysName, by ?? Acting(Registrar), day ?? Later, _ => Document);

    private static void Refused(Rejection why, LedgerEvent[] replaced, IssueCredential.Basis? basis = null, bool saysName = false, Actor? by = null, DateOnly? day = null) =>
        Spec<Credential>.Given().When(Of(replaced, basis, saysName, by, day)).ThenRejected(why);

    [Fact]
    public void Another_takes_its_place_with_the_same_decision_and_period() => Spec<Credential>
        .Given()
        .When(Of([Issued]))
        .Then(Replacement);

    [Fact]
    public void The_document_says_what_the_event_says() => Spec<Credential>
        .Given()
        .When(c => Replace.Decide(c, Fold.Of<Credential>(Issued), Sound, false, Acting(Registrar), Later, terms =>
            terms == new IssueCredential.Terms(Replaced.Successor, Issued.ValidFrom, Issued.ValidUntil, Test: false, ThreePartyNotice.Of(TheAgreement)) ? Document : throw new InvalidOperationException($"{terms}")))
        .Then(Replacement);

    [Fact]
    public void Its_own_stream_says_so() => ReplaceCredential.Closing(Replacement, Today).ShouldBe(Replaced);

    [Fact]
    public void It_is_replaced_once_whoever_asks_again() => Spec<Credential>
        .Given(Replacement)
        .When(Of([Issued, Replaced], by: Acting(Certifier)))
        .ThenNothing();

    [Fact]
    public void A_replacement_is_replaced_as_any_other()
    {
        var next = new ReplaceCredential(Replacement.Credential, Test: false);
        Spec<Credential>.Given()
            .When(c => next.Decide(c, Fold.Of<Credential>(Replacement), Sound, false, Acting(Registrar), Later, _ => Document))
            .Then(Replacement with { Credential = next.Id, Replaces = Replacement.Credential });
    }

    [Fact]
    public void A_renewal_that_has_not_begun_is_replaced_and_stays_a_renewal()
    {
        var basis = Sound with { Scheme = Fold.Of<Scheme>(Renewing.Renewable), Decision = Fold.Of<Decision>(Renewing.Decided), Completions = Renewing.Courses(), Renewed = Fold.Of<Credential>(Issued, Revoked) };
        var next = new ReplaceCredential(Renewing.Renewal.Credential, Test: false);
        Spec<Credential>.Given()
            .When(c => next.Decide(c, Fold.Of<Credential>(Renewing.Renewal), basis, false, Acting(Registrar), Renewing.Opens, _ => Document))
            .Then(Renewing.Renewal with { Credential = next.Id, Replaces = Renewing.Renewal.Credential });
    }

    [Fact]
    public void A_test_credential_is_replaced_by_one() => Spec<Credential>
        .Given()
        .When(Of([Issued with { Test = true }]))
        .Then(Replacement with { Test = true });

    [Fact]
    public void Nothing_that_nobody_issued_is_replaced() => Refused(Credential.Missing, []);

    [Fact]
    public void Nothing_is_replaced_while_it_says_the_name_in_force() => Refused(ReplaceCredential.SameName, [Issued], saysName: true);

    [Fact]
    public void What_is_revoked_suspended_or_under_notice_is_not_replaced()
    {
        Refused(Credential.IsRevoked, [Issued, Revoked]);
        Refused(Credential.NotWhileSuspended, [Issued, Suspended]);
        Refused(ReplaceCredential.NoticeWaits, [Issued, Notified]);
        Spec<Credential>.Given().When(Of([Issued, Notified, Answered, Dropped])).Then(Replacement);
    }

    [Fact]
    public void What_has_expired_is_not_replaced() => Refused(SuspendCredential.Expired, [Issued], day: Issued.ValidUntil!.Value.AddDays(1));

    [Fact]
    public void Whatever_is_asked_of_a_first_document_is_asked_again()
    {
        Refused(IssueCredential.OtherBody, [Issued], by: Acting(Registrar, OtherBody));
        Refused(IssueCredential.ToSelf, [Issued], by: Acting(Candidate));
        Refused(IssueCredential.EvidenceWithdrawn, [Issued], Sound with { Results = [Fold.Of<Result>(Declared, ResultWithdrawn)!] });
        Refused(IssueCredential.MarkWithoutPermit, [Issued], Sound with { Scheme = Fold.Of<Scheme>(Established with { Marks = [LogoId] }) });
        Refused(IssueCredential.KeyNotRegistered, [Issued], Sound with { Key = null });
        Refused(Person.Erased, [Issued], Sound with { Person = Forgotten });
    }

    [Fact]
    public void Nobody_suspends_reinstates_or_revokes_a_replaced_one_or_gives_notice()
    {
        var replaced = Spec<Credential>.Given(Issued, Replaced);
        replaced.When(c => new SuspendCredential(SuspensionGround.HolderRequest, null).Decide(c, Acting(Sample.Auditor), Today)).ThenRejected(Credential.IsReplaced);
        replaced.When(c => new ReinstateCredential(null).Decide(c, Acting(Sample.Auditor), Today)).ThenRejected(Credential.IsReplaced);
        replaced.When(c => new RevokeCredential(Ground.IssuedInError, null).Decide(c, [], Known(Candidate), Acting(Sample.Auditor), Today)).ThenRejected(Credential.IsReplaced);
        replaced.When(c => new NotifyRevocation(Ground.Fraud, Remark, Term).Decide(c, [], Acting(Examiner), Today)).ThenRejected(Credential.IsReplaced);
    }
}
