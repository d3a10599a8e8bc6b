using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Credentials.Lifecycle;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class RuleOnAppealSpec
{
    private static readonly LedgerEvent[] Lodged = [.. RevokedAfterAnswer, Appealed];

    private static RuleOnAppeal Uphold => new(AppealRuling.Upheld, Remark);

    private static RuleOnAppeal Dismiss => new(AppealRuling.Dismissed, Remark);

    private static Func<Credential?, Outcome> By(Guid person, RuleOnAppeal command, string body = Body, Agreement? agreement = null, AppealedCase? beside = null, Person? holder = null) =>
        credential => command.Decide(credential, beside ?? AppealedCase.Empty, holder ?? Known(Candidate), agreement ?? TheAgreement, Acting(person, body), Today);

    [Fact]
    public void An_appeal_is_upheld() => Spec<Credential>
        .Given(Lodged)
        .When(By(Certifier, Uphold))
        .Then(Upheld);

    [Fact]
    public void An_appeal_is_dismissed() => Spec<Credential>
        .Given(Lodged)
        .When(By(Certifier, Dismiss))
        .Then(Dismissed);

    [Fact]
    public void The_party_that_answers_for_all_bodies_may_rule_too() => Spec<Credential>
        .Given([Issued with { Document = Document with { Issuer = "CB-1" } }, Notified, Answered, Revoked, Appealed])
        .When(By(Certifier, Uphold, Tpqi))
        .Then(Upheld);

    [Fact]
    public void Another_party_may_not() => Spec<Credential>
        .Given(Lodged)
        .When(By(Certifier, Uphold, Ocsc))
        .ThenRejected(RuleOnAppeal.OutsideMandate);

    [Fact]
    public void Another_body_may_not() => Spec<Credential>
        .Given(Lodged)
        .When(By(Certifier, Uphold, OtherBody))
        .ThenRejected(RuleOnAppeal.OutsideMandate);

    [Fact]
    public void The_same_ruling_again_is_nothing_new() => Spec<Credential>
        .Given([.. Lodged, Dismissed])
        .When(By(Certifier, Dismiss))
        .ThenNothing();

    [Fact]
    public void What_was_upheld_stays_so() => Spec<Credential>
        .Given([.. Lodged, Upheld])
        .When(By(Certifier, Dismiss))
        .ThenRejected(RuleOnAppeal.AlreadyRuled);

    [Fact]
    public void Nobody_else_rules_again() => Spec<Credential>
        .Given([.. Lodged, Dismissed])
        .When(By(Stranger, Dismiss))
        .ThenRejected(RuleOnAppeal.AlreadyRuled);

    [Fact]
    public void Whoever_decided_does_not_rule() => Spec<Credential>
        .Given(Lodged)
        .When(By(Sample.Auditor, Uphold))
        .ThenRejected(RevocationCase.SameHand);

    [Fact]
    public void Whoever_gave_notice_does_not_rule() => Spec<Credential>
        .Given(Lodged)
        .When(By(Examiner, Uphold))
        .ThenRejected(RevocationCase.SameHand);

    [Fact]
    public void Whoever_issued_does_not_rule() => Spec<Credential>
        .Given(Lodged)
        .When(By(Registrar, Uphold))
        .ThenRejected(RevocationCase.SameHand);

    public static TheoryData<AppealedCase> Hands()
    {
        var renewal = Renewing.Renewal with { IssuedBy = Examiner };
        var along = Renewals.Along(Revoked, renewal.Credential);
        return
        [
            new([Fold.Of<Credential>(renewal with { IssuedBy = Certifier }, along)!], []),
            new([Fold.Of<Credential>(renewal, along with { RevokedBy = Certifier })!], []),
            new([Fold.Of<Credential>(renewal, Notified with { Credential = renewal.Credential, NotifiedBy = Certifier }, along)!], []),
            new([Fold.Of<Credential>(renewal with { IssuedBy = Certifier }, Replaced with { Credential = renewal.Credential })!], []),
            new([Fold.Of<Credential>(renewal, along)!], [Fold.Of<Decision>(Renewing.Decided with { DecidedBy = Certifier })!]),
            new([], [Fold.Of<Decision>(Granted with { DecidedBy = Certifier })!]),
        ];
    }

    [Theory, MemberData(nameof(Hands))]
    public void Whoever_certified_issued_gave_notice_or_revoked_of_anything_that_the_case_takes_along_does_not_rule(AppealedCase beside) => Spec<Credential>
        .Given(Issued, Notified, Answered, Revoked with { Renewals = [Renewing.Renewal.Credential] }, Appealed)
        .When(By(Certifier, Uphold, beside: beside))
        .ThenRejected(RevocationCase.SameHand);

    [Fact]
    public void Whoever_had_no_hand_in_any_of_it_rules() => Spec<Credential>
        .Given(Issued, Notified, Answered, Revoked with { Renewals = [Renewing.Renewal.Credential] }, Appealed)
        .When(By(Stranger, Uphold, beside: new([Fold.Of<Credential>(Renewing.Renewal, Renewals.Along(Revoked, Renewing.Renewal.Credential))!], [Fold.Of<Decision>(Granted)!, Fold.Of<Decision>(Renewing.Decided)!])))
        .Then(Upheld with { UpheldBy = Stranger });

    [Fact]
    public void The_holder_does_not_rule() => Spec<Credential>
        .Given(Lodged)
        .When(By(Candidate, Uphold))
        .ThenRejected(RevocationCase.SameHand);

    [Fact]
    public void A_ruling_gives_its_reasons() => Spec<Credential>
        .Given(Lodged)
        .When(By(Certifier, Dismiss with { Reasons = null }))
        .ThenRejected(RevocationCase.NoReasons);

    [Fact]
    public void On_whoever_was_erased_it_is_ruled_without_reasons() => Spec<Credential>
        .Given(Lodged)
        .When(By(Certifier, Uphold with { Reasons = null }, holder: Forgotten))
        .Then(Upheld with { Reasons = null });

    [Fact]
    public void Without_an_appeal_there_is_nothing_to_rule_on() => Spec<Credential>
        .Given([.. RevokedAfterAnswer])
        .When(By(Certifier, Uphold))
        .ThenRejected(RuleOnAppeal.NoAppeal);

    [Fact]
    public void There_is_no_ruling_on_a_credential_that_nobody_issued() => Spec<Credential>
        .Given()
        .When(By(Certifier, Uphold))
        .ThenRejected(Credential.Missing);
}
