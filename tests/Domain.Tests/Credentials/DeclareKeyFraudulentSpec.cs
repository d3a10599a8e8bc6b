using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Keys;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class DeclareKeyFraudulentSpec
{
    private static DeclareKeyFraudulent Declare => new("TPQI 9/2570");

    private static Func<SigningKey?, Outcome> By(DeclareKeyFraudulent command, string body = Tpqi) => key => command.Decide(key, TheAgreement, Acting(Auditor, body), Today);

    [Fact]
    public void The_party_that_answers_for_all_bodies_declares_a_key_fraudulent() => Spec<SigningKey>.Given(KeyRegistered).When(By(Declare)).Then(KeyDeclaredFraudulent);

    [Fact]
    public void Also_one_that_has_ended_or_was_reported_as_stolen()
    {
        Spec<SigningKey>.Given(KeyRegistered, KeyCeased).When(By(Declare)).Then(KeyDeclaredFraudulent);
        Spec<SigningKey>.Given(KeyRegistered, KeyCompromised).When(By(Declare)).Then(KeyDeclaredFraudulent);
    }

    [Fact]
    public void Its_own_body_may_not_or_it_could_void_all_that_it_issued() => Spec<SigningKey>.Given(ForeignKeyRegistered).When(By(Declare, OtherBody)).ThenRejected(DeclareKeyFraudulent.ByMandateOnly);

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<SigningKey>.Given(KeyRegistered, KeyDeclaredFraudulent).When(By(Declare)).ThenNothing();

    [Fact]
    public void It_is_not_told_again_otherwise() => Spec<SigningKey>.Given(KeyRegistered, KeyDeclaredFraudulent).When(By(new("TPQI 10/2570"))).ThenRejected(SigningKey.IsFraudulent);

    [Fact]
    public void It_says_which_document_says_so() => Spec<SigningKey>.Given(KeyRegistered).When(By(new(" "))).ThenRejected(ReportCompromise.BadReference);

    [Fact]
    public void There_must_be_a_key() => Spec<SigningKey>.Given().When(By(Declare)).ThenRejected(SigningKey.Missing);

    [Fact]
    public void Nothing_more_becomes_of_such_a_key()
    {
        var given = Spec<SigningKey>.Given(KeyRegistered, KeyDeclaredFraudulent);
        given.When(key => new CeaseSigningKey(Tomorrow).Decide(key, TheAgreement, Acting(Auditor, Body), Today)).ThenRejected(SigningKey.IsFraudulent);
        given.When(key => new ReportCompromise(Yesterday, "TPQI 7/2570").Decide(key, TheAgreement, Acting(Auditor, Body), Today)).ThenRejected(SigningKey.IsFraudulent);
        given.When(key => new RotateSigningKey(Next, Tomorrow).Decide(key, Fold.Of<SigningKey>(NextKeyRegistered), Acting(Auditor, Body), Today)).ThenRejected(SigningKey.IsFraudulent);
    }
}
