using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class ReinstateCredentialSpec
{
    private static ReinstateCredential Reinstate => new(Remark);

    private static Func<Credential?, Outcome> By(Guid person, ReinstateCredential command, string body = Body, DateOnly? on = null) =>
        credential => command.Decide(credential, Acting(person, body), on ?? Today);

    [Fact]
    public void A_suspended_credential_counts_again_from_today() => Spec<Credential>
        .Given(Issued, Suspended)
        .When(By(Auditor, Reinstate))
        .Then(Reinstated);

    [Fact]
    public void The_suspension_of_a_credential_that_has_expired_meanwhile_can_still_be_ended() => Spec<Credential>
        .Given(Issued, Suspended)
        .When(By(Auditor, new(Remark: null), on: Day("2031-01-01")))
        .Then(Reinstated with { Remark = null, Effective = Day("2031-01-01") });

    [Fact]
    public void The_same_reinstatement_on_a_later_day_is_nothing_new() => Spec<Credential>
        .Given(Issued, Suspended, Reinstated)
        .When(By(Auditor, Reinstate, on: Tomorrow))
        .ThenNothing();

    [Fact]
    public void A_credential_that_is_not_suspended_is_not_reinstated() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, Reinstate))
        .ThenRejected(ReinstateCredential.NotSuspended);

    [Fact]
    public void A_reinstated_credential_is_not_reinstated_by_someone_else() => Spec<Credential>
        .Given(Issued, Suspended, Reinstated)
        .When(By(Certifier, Reinstate))
        .ThenRejected(ReinstateCredential.NotSuspended);

    [Fact]
    public void A_revoked_credential_is_not_reinstated() => Spec<Credential>
        .Given(Issued, Suspended, Revoked)
        .When(By(Auditor, Reinstate))
        .ThenRejected(Credential.IsRevoked);

    [Fact]
    public void Whoever_issued_a_credential_may_not_reinstate_it() => Spec<Credential>
        .Given(Issued, Suspended)
        .When(By(Registrar, Reinstate))
        .ThenRejected(RevokeCredential.OwnIssue);

    [Fact]
    public void Only_the_body_that_issued_reinstates() => Spec<Credential>
        .Given(Issued, Suspended)
        .When(By(Auditor, Reinstate, OtherBody))
        .ThenRejected(RevokeCredential.OtherBody);

    [Fact]
    public void A_credential_that_nobody_issued_is_not_reinstated() => Spec<Credential>
        .Given()
        .When(By(Auditor, Reinstate))
        .ThenRejected(Credential.Missing);
}
