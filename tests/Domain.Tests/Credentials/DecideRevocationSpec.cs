using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class DecideRevocationSpec
{
    private static DecideRevocation Revoke => new(RevocationRuling.Revoked, Remark);

    private static DecideRevocation Drop => new(RevocationRuling.Dropped, Remark);

    private static Func<Credential?, Outcome> By(Guid person, DecideRevocation command, string body = Body, DateOnly? on = null) =>
        credential => command.Decide(credential, Acting(person, body), on ?? Today);

    [Fact]
    public void Once_the_holder_has_answered_a_credential_is_revoked_on_the_ground_of_the_notice() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Auditor, Revoke))
        .Then(Revoked);

    [Fact]
    public void Once_the_holder_has_answered_the_case_may_be_dropped() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Auditor, Drop))
        .Then(Dropped);

    [Fact]
    public void When_the_time_has_passed_it_is_decided_without_an_answer() => Spec<Credential>
        .Given(Issued, Suspended, Notified)
        .When(By(Auditor, Revoke, on: Term.AddDays(1)))
        .Then(Revoked with { Effective = Term.AddDays(1) });

    [Fact]
    public void Up_to_the_last_day_of_the_time_the_holder_may_still_answer() => Spec<Credential>
        .Given(Issued, Notified)
        .When(By(Auditor, Revoke, on: Term))
        .ThenRejected(DecideRevocation.TooEarly);

    [Fact]
    public void The_same_revocation_again_is_nothing_new() => Spec<Credential>
        .Given([.. RevokedAfterAnswer])
        .When(By(Auditor, Revoke, on: Tomorrow))
        .ThenNothing();

    [Fact]
    public void The_same_drop_again_is_nothing_new() => Spec<Credential>
        .Given(Issued, Notified, Dropped)
        .When(By(Auditor, Drop, on: Tomorrow))
        .ThenNothing();

    [Fact]
    public void What_was_decided_is_not_decided_otherwise() => Spec<Credential>
        .Given(Issued, Notified, Dropped)
        .When(By(Auditor, Revoke))
        .ThenRejected(RevocationCase.NoNotice);

    [Fact]
    public void A_decision_gives_its_reasons() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Auditor, Revoke with { Reasons = null }))
        .ThenRejected(RevocationCase.NoReasons);

    [Fact]
    public void Without_a_notice_there_is_nothing_to_decide() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, Revoke))
        .ThenRejected(RevocationCase.NoNotice);

    [Fact]
    public void Whoever_gave_notice_does_not_decide() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Examiner, Revoke))
        .ThenRejected(RevocationCase.SameHand);

    [Fact]
    public void The_holder_does_not_decide() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Candidate, Drop))
        .ThenRejected(RevocationCase.SameHand);

    [Fact]
    public void Whoever_issued_does_not_decide() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Registrar, Revoke))
        .ThenRejected(RevokeCredential.OwnIssue);

    [Fact]
    public void Only_the_body_that_issued_decides() => Spec<Credential>
        .Given(Issued, Notified, Answered)
        .When(By(Auditor, Revoke, OtherBody))
        .ThenRejected(RevokeCredential.OtherBody);

    [Fact]
    public void There_is_no_decision_on_a_credential_that_nobody_issued() => Spec<Credential>
        .Given()
        .When(By(Auditor, Revoke))
        .ThenRejected(Credential.Missing);
}
