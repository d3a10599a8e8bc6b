using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class AppealRevocationSpec
{
    private static Func<Credential?, Outcome> By(Guid person, AppealRevocation command, DateOnly? on = null) => credential => command.Decide(credential, Acting(person), on ?? Today);

    [Fact]
    public void The_holder_appeals_against_a_revocation() => Spec<Credential>
        .Given([.. RevokedAfterAnswer])
        .When(By(Candidate, new(Remark)))
        .Then(Appealed);

    [Fact]
    public void A_revocation_from_before_there_were_notices_can_be_appealed_against() => Spec<Credential>
        .Given(Issued, Revoked)
        .When(By(Candidate, new(Remark)))
        .Then(Appealed);

    [Fact]
    public void So_can_one_that_was_issued_in_error() => Spec<Credential>
        .Given(Issued, Revoked with { Ground = Ground.IssuedInError })
        .When(By(Candidate, new(Remark)))
        .Then(Appealed);

    [Fact]
    public void The_fifteenth_day_is_in_time() => Spec<Credential>
        .Given([.. RevokedAfterAnswer])
        .When(By(Candidate, new(Remark), on: Today.AddDays(15)))
        .Then(Appealed);

    [Fact]
    public void The_sixteenth_is_too_late() => Spec<Credential>
        .Given([.. RevokedAfterAnswer])
        .When(By(Candidate, new(Remark), on: Today.AddDays(16)))
        .ThenRejected(AppealRevocation.TooLate);

    [Fact]
    public void The_same_appeal_again_is_nothing_new() => Spec<Credential>
        .Given([.. RevokedAfterAnswer, Appealed, Upheld])
        .When(By(Candidate, new(Remark)))
        .ThenNothing();

    [Fact]
    public void There_is_one_appeal() => Spec<Credential>
        .Given([.. RevokedAfterAnswer, Appealed, Dismissed])
        .When(By(Candidate, new(Sealed<string>(Candidate, "other"))))
        .ThenRejected(AppealRevocation.AlreadyAppealed);

    [Fact]
    public void An_appeal_says_why() => Spec<Credential>
        .Given([.. RevokedAfterAnswer])
        .When(By(Candidate, new(Reasons: null)))
        .ThenRejected(RevocationCase.NoReasons);

    [Fact]
    public void What_the_holder_asked_for_is_not_appealed_against() => Spec<Credential>
        .Given(Issued, Revoked with { Ground = Ground.HolderRequest })
        .When(By(Candidate, new(Remark)))
        .ThenRejected(RevocationCase.NotAgainstHolder);

    [Fact]
    public void A_credential_that_stands_needs_no_appeal() => Spec<Credential>
        .Given(Issued)
        .When(By(Candidate, new(Remark)))
        .ThenRejected(AppealRevocation.NotRevoked);

    [Fact]
    public void Nobody_appeals_for_the_holder() => Spec<Credential>
        .Given([.. RevokedAfterAnswer])
        .When(By(Auditor, new(Remark)))
        .ThenRejected(Credential.Missing);

    [Fact]
    public void What_was_taken_along_is_appealed_against_where_it_was_decided() => Spec<Credential>
        .Given(Renewing.Renewal, Renewals.Along(Revoked, Renewing.Renewal.Credential))
        .When(By(Candidate, new(Remark)))
        .ThenRejected(AppealRevocation.TakenAlong);
}
