using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class SuspendCredentialSpec
{
    private static SuspendCredential Suspend => new(SuspensionGround.UnderInvestigation, Remark);

    private static Func<Credential?, Outcome> By(Guid person, SuspendCredential command, string body = Body, DateOnly? on = null) =>
        credential => command.Decide(credential, Acting(person, body), on ?? Today);

    [Fact]
    public void A_credential_is_suspended_from_today_on_stated_grounds() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, Suspend))
        .Then(Suspended);

    [Fact]
    public void A_remark_is_not_needed() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, new(SuspensionGround.HolderRequest, Remark: null)))
        .Then(Suspended with { Ground = SuspensionGround.HolderRequest, Remark = null });

    [Fact]
    public void A_reinstated_credential_can_be_suspended_again() => Spec<Credential>
        .Given(Issued, Suspended, Reinstated)
        .When(By(Auditor, Suspend))
        .Then(Suspended);

    [Fact]
    public void The_same_suspension_on_a_later_day_is_nothing_new() => Spec<Credential>
        .Given(Issued, Suspended)
        .When(By(Auditor, Suspend, on: Tomorrow))
        .ThenNothing();

    [Fact]
    public void A_suspended_credential_is_not_suspended_on_another_ground() => Spec<Credential>
        .Given(Issued, Suspended)
        .When(By(Auditor, Suspend with { Ground = SuspensionGround.RequirementsUnmet }))
        .ThenRejected(SuspendCredential.AlreadySuspended);

    [Fact]
    public void A_revoked_credential_is_not_suspended() => Spec<Credential>
        .Given(Issued, Revoked)
        .When(By(Auditor, Suspend))
        .ThenRejected(Credential.IsRevoked);

    [Fact]
    public void A_credential_is_suspended_up_to_its_last_day() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, Suspend, on: Day("2030-03-14")))
        .Then(Suspended with { Effective = Day("2030-03-14") });

    [Fact]
    public void An_expired_credential_is_not_suspended() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, Suspend, on: Day("2030-03-15")))
        .ThenRejected(SuspendCredential.Expired);

    [Fact]
    public void Whoever_issued_a_credential_may_not_suspend_it() => Spec<Credential>
        .Given(Issued)
        .When(By(Registrar, Suspend))
        .ThenRejected(RevokeCredential.OwnIssue);

    [Fact]
    public void Only_the_body_that_issued_suspends() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, Suspend, OtherBody))
        .ThenRejected(RevokeCredential.OtherBody);

    [Fact]
    public void A_credential_that_nobody_issued_is_not_suspended() => Spec<Credential>
        .Given()
        .When(By(Auditor, Suspend))
        .ThenRejected(Credential.Missing);
}
