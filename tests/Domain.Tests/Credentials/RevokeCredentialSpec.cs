using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class RevokeCredentialSpec
{
    private static readonly CredentialRevoked Withdrawn = Revoked with { Ground = Ground.IssuedInError };

    private static RevokeCredential Revoke => new(Ground.IssuedInError, Remark);

    private static Func<Credential?, Outcome> By(Guid person, RevokeCredential command, string body = Body, Person? holder = null, IReadOnlyList<Credential>? renewals = null) =>
        credential => command.Decide(credential, renewals ?? [], holder ?? Known(Candidate), Acting(person, body), Today);

    [Fact]
    public void A_credential_is_withdrawn_for_good_on_stated_grounds() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, Revoke))
        .Then(Withdrawn);

    [Fact]
    public void A_remark_is_not_needed() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, new(Ground.HolderRequest, Remark: null)))
        .Then(Revoked with { Ground = Ground.HolderRequest, Remark = null });

    [Fact]
    public void The_same_revocation_on_a_later_day_is_nothing_new() => Spec<Credential>
        .Given(Issued, Withdrawn)
        .When(c => Revoke.Decide(c, [], Known(Candidate), Acting(Auditor), Tomorrow))
        .ThenNothing();

    [Fact]
    public void A_revoked_credential_is_not_revoked_again_on_another_ground() => Spec<Credential>
        .Given(Issued, Withdrawn)
        .When(By(Auditor, Revoke with { Ground = Ground.HolderRequest }))
        .ThenRejected(RevokeCredential.AlreadyRevoked);

    [Fact]
    public void A_revoked_credential_is_not_revoked_again_by_someone_else() => Spec<Credential>
        .Given(Issued, Withdrawn)
        .When(By(Certifier, Revoke))
        .ThenRejected(RevokeCredential.AlreadyRevoked);

    [Theory, InlineData(Ground.Fraud), InlineData(Ground.Misconduct), InlineData(Ground.ResultWithdrawn)]
    public void What_is_held_against_the_holder_needs_a_notice(Ground ground) => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, new(ground, Remark)))
        .ThenRejected(RevokeCredential.NeedsDueProcess);

    [Fact]
    public void While_a_notice_waits_no_ground_goes_around_it() => Spec<Credential>
        .Given(Issued, Lifecycle.Notified)
        .When(By(Auditor, new(Ground.HolderRequest, Remark)))
        .ThenRejected(RevokeCredential.NeedsDueProcess);

    [Fact]
    public void A_holder_whose_data_was_erased_cannot_be_heard() => Spec<Credential>
        .Given(Issued, Lifecycle.Notified)
        .When(By(Auditor, new(Ground.Fraud, Remark: null), holder: Forgotten))
        .Then(Revoked with { Remark = null });

    [Fact]
    public void Whoever_issued_a_credential_may_not_revoke_it() => Spec<Credential>
        .Given(Issued)
        .When(By(Registrar, Revoke))
        .ThenRejected(RevokeCredential.OwnIssue);

    [Fact]
    public void Only_the_body_that_issued_revokes() => Spec<Credential>
        .Given(Issued)
        .When(By(Auditor, Revoke, OtherBody))
        .ThenRejected(RevokeCredential.OtherBody);

    [Fact]
    public void Another_body_is_refused_as_such_even_when_its_person_issued() => Spec<Credential>
        .Given(Issued)
        .When(By(Registrar, Revoke, OtherBody))
        .ThenRejected(RevokeCredential.OtherBody);

    [Fact]
    public void A_credential_that_nobody_issued_is_not_revoked() => Spec<Credential>
        .Given()
        .When(By(Auditor, Revoke))
        .ThenRejected(Credential.Missing);

    [Fact]
    public void What_has_a_renewal_is_not_revoked_alone_at_the_holders_wish_or_for_a_slip()
    {
        foreach (var ground in (Ground[])[Ground.HolderRequest, Ground.IssuedInError])
            Spec<Credential>.Given(Issued).When(By(Auditor, Revoke with { Ground = ground }, renewals: [Fold.Of<Credential>(Renewing.Renewal)!])).ThenRejected(Renewals.StandAlone);
    }
}
