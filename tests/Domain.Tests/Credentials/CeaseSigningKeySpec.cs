using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Keys;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class CeaseSigningKeySpec
{
    private static Func<SigningKey?, Outcome> By(DateOnly from, string body = Body) => key => new CeaseSigningKey(from).Decide(key, TheAgreement, Acting(Auditor, body), Today);

    [Fact]
    public void A_key_ends_from_a_day_on() => Spec<SigningKey>.Given(KeyRegistered).When(By(Tomorrow)).Then(KeyCeased);

    [Fact]
    public void The_party_that_answers_for_all_bodies_may_end_it() => Spec<SigningKey>.Given(ForeignKeyRegistered).When(By(Tomorrow, Tpqi)).Then(KeyCeased with { Key = Foreign });

    [Fact]
    public void Another_body_or_party_may_not()
    {
        Spec<SigningKey>.Given(KeyRegistered).When(By(Tomorrow, OtherBody)).ThenRejected(SigningKey.OtherOrganisation);
        Spec<SigningKey>.Given(KeyRegistered).When(By(Tomorrow, Ocsc)).ThenRejected(SigningKey.OtherOrganisation);
    }

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<SigningKey>.Given(KeyRegistered, KeyCeased).When(By(Tomorrow)).ThenNothing();

    [Fact]
    public void An_end_that_is_set_stays() => Spec<SigningKey>.Given(KeyRegistered, KeyRotated).When(By(Tomorrow)).ThenRejected(SigningKey.Ended);

    [Fact]
    public void What_it_signed_today_stays_good() => Spec<SigningKey>.Given(KeyRegistered).When(By(Today)).ThenRejected(SigningKey.EndTooEarly);

    [Fact]
    public void A_stolen_key_signs_nothing_anyway() => Spec<SigningKey>.Given(KeyRegistered, KeyCompromised).When(By(Tomorrow)).ThenRejected(SigningKey.IsCompromised);

    [Fact]
    public void There_must_be_a_key() => Spec<SigningKey>.Given().When(By(Tomorrow)).ThenRejected(SigningKey.Missing);
}
