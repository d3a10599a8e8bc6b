using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class DecideRevocationSpec
{
    private static DecideRevocation Revoke => new(RevocationRuling.Revoked, Remark);

    private static DecideRevocation Drop => new(RevocationRuling.Dropped, Remark);

    private static Func<Credential?, Outcome> By(Guid person, DecideRevocation command, string body = Body, DateOnly? on = null, IReadOnlyList<Credential>? renewals = null, Person? holder = null) =>
        credential => command.Decide(credential, renewals ?? [], holder ?? Known(Candidate), Acting(person, body), on ?? Today);

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
    public void On_whoever_was_erased_it_is_decided_without_reasons()
    {
        Spec<Credential>.Given(Issued, Notified, Answered).When(By(Auditor, Revoke with { Reasons = null }, holder: Forgotten)).Then(Revoked with { Remark = null });
        Spec<Credential>.Given(Issued, Notified, Answered).When(By(Auditor, Drop with { Reasons = null }, holder: Forgotten)).Then(Dropped with { Reasons = null });
    }

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

    private static readonly Guid RenewalId = Renewing.Renewal.Credential;

    [Fact]
    public void Renewals_that_the_notice_names_are_revoked_with_it_by_one_decision()
    {
        var named = Notified with { Renewals = [RenewalId] };
        var taken = Revoked with { Renewals = [RenewalId] };
        Spec<Credential>.Given(Issued, named, Answered).When(By(Auditor, Revoke, renewals: [Fold.Of<Credential>(Renewing.Renewal)!])).Then(taken);
        Spec<Credential>.Given(Issued, named, Answered).When(By(Auditor, Revoke, renewals: [Fold.Of<Credential>(Renewing.Renewal, Revoked with { Credential = RenewalId })!])).Then(Revoked);
        Renewals.Along(taken, RenewalId).ShouldBe(Revoked with { Credential = RenewalId, With = CredentialId });
        Fold.Of<Credential>(Renewing.Renewal, Renewals.Along(taken, RenewalId))!.Revoked!.Ground.ShouldBe(Ground.Fraud);
    }

    [Fact]
    public void Nobody_is_revoked_unheard_by_a_renewal_after_the_notice()
    {
        Spec<Credential>.Given(Issued, Notified, Answered).When(By(Auditor, Revoke, renewals: [Fold.Of<Credential>(Renewing.Renewal)!])).ThenRejected(Renewals.NotNamed);
        Spec<Credential>.Given(Issued, Notified, Answered).When(By(Auditor, new(RevocationRuling.Dropped, Remark), renewals: [Fold.Of<Credential>(Renewing.Renewal)!])).Then(Dropped);
    }

    [Fact]
    public void Whoever_issued_the_renewal_does_not_take_it_along() => Spec<Credential>
        .Given(Issued, Notified with { Renewals = [RenewalId] }, Answered)
        .When(By(Auditor, Revoke, renewals: [Fold.Of<Credential>(Renewing.Renewal with { IssuedBy = Auditor })!]))
        .ThenRejected(RevokeCredential.OwnIssue);

    [Fact]
    public void An_upheld_appeal_brings_back_what_was_taken_along_and_a_case_of_its_own()
    {
        var along = Renewals.Along(Revoked with { Renewals = [RenewalId] }, RenewalId);
        var back = Renewals.Back(Upheld, RenewalId);
        Fold.Of<Credential>(Renewing.Renewal, along, back).ShouldBe(Fold.Of<Credential>(Renewing.Renewal));
        var own = Notified with { Credential = RenewalId };
        Fold.Of<Credential>(Renewing.Renewal, own, along, back)!.OpenCase.ShouldNotBeNull();
        Spec<Credential>.Given(Renewing.Renewal, along).ThenImpossible(Appealed with { Credential = RenewalId });
    }
}
