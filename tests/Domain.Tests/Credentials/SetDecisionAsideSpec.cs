using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CredentialLedger.Domain.People;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class SetDecisionAsideSpec
{
    private static readonly Sealed<string> Why = Sealed<string>(Candidate, "reasons");

    private static readonly IssueCredential.Basis Sound = new(TheAgreement, Fold.Of<Decision>(Granted), TheScheme, Known(Candidate),
        [Fold.Of<Result>(Declared)!], [Fold.Of<Completion>(Completed)!], [], Fold.Of<SigningKey>(Keys.KeyRegistered));

    private static readonly IssueCredential.Basis Hindered = Sound with { Results = [Fold.Of<Result>(Declared, ResultWithdrawn)!] };

    private static Func<Decision?, Outcome> By(Guid person, IssueCredential.Basis? basis = null, Sealed<string>? reasons = null, Credential? credential = null, string body = Body) =>
        decision => new SetDecisionAside(reasons).Decide(decision, credential, basis ?? Hindered, Acting(person, body), Today);

    [Fact]
    public void A_decision_whose_evidence_counts_no_more_waits_no_more() => Spec<Decision>.Given(Granted).When(By(Certifier, reasons: Why)).Then(SetAside);

    [Fact]
    public void Of_somebody_who_was_erased_no_reasons_are_kept() => Spec<Decision>.Given(Granted)
        .When(By(Certifier, Sound with { Person = Fold.Of<Person>(Registered(Candidate), ErasureAsked, ErasureDone) })).Then(SetAside with { Hindrance = "person.erased", Reasons = null });

    [Fact]
    public void A_renewal_of_what_was_revoked_or_ended_too_long_ago_can_be_set_aside()
    {
        var renewal = new IssueCredential.Basis(TheAgreement, Fold.Of<Decision>(Renewing.Decided), Fold.Of<Scheme>(Renewing.Renewable), Known(Candidate), [], Renewing.Courses(), [], Fold.Of<SigningKey>(Keys.KeyRegistered)) { Renewed = Fold.Of<Credential>(Issued) };
        renewal.Hindrance(Renewing.Opens).ShouldBeNull();
        (renewal with { Renewed = Fold.Of<Credential>(Issued, Revoked) }).Hindrance(Renewing.Opens).ShouldBe(Credential.IsRevoked);
        renewal.Hindrance(Renewing.Renewal.ValidUntil!.Value.AddDays(1)).ShouldBe(DecideRenewal.TooLate);
    }

    [Fact]
    public void What_may_still_be_issued_is_not_set_aside()
    {
        Spec<Decision>.Given(Granted).When(By(Certifier, Sound, Why)).ThenRejected(SetDecisionAside.StillOpen);
        Spec<Decision>.Given(Granted).When(By(Certifier, Sound with { Key = null }, Why)).ThenRejected(SetDecisionAside.StillOpen);
    }

    [Fact]
    public void What_was_carried_out_is_not_set_aside() => Spec<Decision>.Given(Granted).When(By(Certifier, reasons: Why, credential: Fold.Of<Credential>(Issued))).ThenRejected(SetDecisionAside.CarriedOut);

    [Fact]
    public void The_record_says_why() => Spec<Decision>.Given(Granted).When(By(Certifier)).ThenRejected(SetDecisionAside.NoReasons);

    [Fact]
    public void It_is_set_aside_once()
    {
        Spec<Decision>.Given(Granted, SetAside).When(By(Certifier, reasons: Why)).ThenNothing();
        Spec<Decision>.Given(Granted, SetAside).When(By(Registrar, reasons: Why)).ThenRejected(SetDecisionAside.AlreadySetAside);
        Spec<Decision>.Given(Granted, SetAside).ThenImpossible(SetAside);
    }

    [Fact]
    public void A_refusal_waits_for_nothing()
    {
        Spec<Decision>.Given(Granted with { Ruling = Ruling.Refused }).When(By(Certifier, reasons: Why)).ThenRejected(IssueCredential.DecisionRefused);
        Spec<Decision>.Given(Granted with { Ruling = Ruling.Refused }).ThenImpossible(SetAside);
    }

    [Fact]
    public void Another_body_the_candidate_and_a_decision_that_is_not_there_are_refused()
    {
        Spec<Decision>.Given(Granted).When(By(Certifier, reasons: Why, body: OtherBody)).ThenRejected(IssueCredential.OtherBody);
        Spec<Decision>.Given(Granted).When(By(Candidate, reasons: Why)).ThenRejected(DecideCertification.OnSelf);
        Spec<Decision>.Given().When(By(Certifier, reasons: Why)).ThenRejected(Decision.Missing);
    }
}
