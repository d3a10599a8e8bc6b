using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class NotifyRevocationSpec
{
    private static NotifyRevocation Notify => new(Ground.Fraud, Remark, Term);

    private static Func<Credential?, Outcome> By(Guid person, NotifyRevocation command, string body = Body, IReadOnlyList<Credential>? renewals = null) =>
        credential => command.Decide(credential, renewals ?? [], Acting(person, body), Today);

    [Fact]
    public void The_holder_is_told_what_is_held_against_them_and_until_when_to_answer() => Spec<Credential>
        .Given(Issued)
        .When(By(Examiner, Notify))
        .Then(Notified);

    [Fact]
    public void Whoever_issued_may_give_notice_since_another_decides() => Spec<Credential>
        .Given(Issued)
        .When(By(Registrar, Notify))
        .Then(Notified with { NotifiedBy = Registrar });

    [Fact]
    public void A_holder_may_get_up_to_ninety_days() => Spec<Credential>
        .Given(Issued, Suspended)
        .When(By(Examiner, Notify with { AnswerUntil = Today.AddDays(90) }))
        .Then(Notified with { AnswerUntil = Today.AddDays(90) });

    [Fact]
    public void A_case_that_was_dropped_does_not_stand_in_the_way_of_another() => Spec<Credential>
        .Given(Issued, Notified, Dropped)
        .When(By(Examiner, Notify))
        .Then(Notified);

    [Fact]
    public void After_an_appeal_was_upheld_there_can_be_another_notice() => Spec<Credential>
        .Given([.. RevokedAfterAnswer, Appealed, Upheld])
        .When(By(Examiner, Notify with { Ground = Ground.Misconduct }))
        .Then(Notified with { Ground = Ground.Misconduct });

    [Fact]
    public void The_same_notice_again_is_nothing_new() => Spec<Credential>
        .Given(Issued, Notified)
        .When(By(Examiner, Notify))
        .ThenNothing();

    [Fact]
    public void Another_notice_waits_until_the_first_is_decided_on() => Spec<Credential>
        .Given(Issued, Notified)
        .When(By(Examiner, Notify with { Ground = Ground.Misconduct }))
        .ThenRejected(NotifyRevocation.AlreadyNotified);

    [Fact]
    public void Fourteen_days_are_too_few() => Spec<Credential>
        .Given(Issued)
        .When(By(Examiner, Notify with { AnswerUntil = Today.AddDays(14) }))
        .ThenRejected(NotifyRevocation.BadTerm);

    [Fact]
    public void More_than_ninety_days_are_too_many() => Spec<Credential>
        .Given(Issued)
        .When(By(Examiner, Notify with { AnswerUntil = Today.AddDays(91) }))
        .ThenRejected(NotifyRevocation.BadTerm);

    [Fact]
    public void A_notice_without_the_facts_is_none() => Spec<Credential>
        .Given(Issued)
        .When(By(Examiner, Notify with { Particulars = null }))
        .ThenRejected(RevocationCase.NoReasons);

    [Fact]
    public void What_the_holder_asks_for_needs_no_notice() => Spec<Credential>
        .Given(Issued)
        .When(By(Examiner, Notify with { Ground = Ground.HolderRequest }))
        .ThenRejected(RevocationCase.NotAgainstHolder);

    [Fact]
    public void A_revoked_credential_gets_no_notice() => Spec<Credential>
        .Given(Issued, Revoked)
        .When(By(Examiner, Notify))
        .ThenRejected(Credential.IsRevoked);

    [Fact]
    public void Only_the_body_that_issued_gives_notice() => Spec<Credential>
        .Given(Issued)
        .When(By(Examiner, Notify, OtherBody))
        .ThenRejected(RevokeCredential.OtherBody);

    [Fact]
    public void A_credential_that_nobody_issued_gets_no_notice() => Spec<Credential>
        .Given()
        .When(By(Examiner, Notify))
        .ThenRejected(Credential.Missing);

    [Fact]
    public void Later_renewals_that_stand_are_named_and_a_ground_that_leaves_them_is_for_none_that_has_one()
    {
        IReadOnlyList<Credential> renewals = [Fold.Of<Credential>(Renewing.Renewal)!];
        Spec<Credential>.Given(Issued).When(By(Examiner, Notify, renewals: renewals)).Then(Notified with { Renewals = [Renewing.Renewal.Credential] });
        Spec<Credential>.Given(Issued).When(By(Examiner, Notify with { Ground = Ground.IssuedInError }, renewals: renewals)).ThenRejected(Renewals.StandAlone);
        Spec<Credential>.Given(Issued).When(By(Examiner, Notify, renewals: [Fold.Of<Credential>(Renewing.Renewal, Revoked with { Credential = Renewing.Renewal.Credential })!])).Then(Notified);
    }
}
