using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Keys;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class RegisterSigningKeySpec
{
    private static RegisterSigningKey Register => new(Key, KeyAlgorithm.Ecdsa, Certificate, Today);

    private static readonly SigningKeyRegistered FromToday = KeyRegistered with { From = Today };

    private static Func<SigningKey?, Outcome> By(RegisterSigningKey command, string body = Body, Guid? person = null) => key => command.Decide(key, Acting(person ?? Auditor, body), Today);

    [Fact]
    public void A_body_registers_a_key() => Spec<SigningKey>.Given().When(By(Register)).Then(FromToday);

    [Fact]
    public void Without_a_day_it_signs_from_today() => Spec<SigningKey>.Given().When(By(Register with { From = null })).Then(FromToday);

    [Fact]
    public void It_may_begin_later() => Spec<SigningKey>.Given().When(By(Register with { From = Tomorrow })).Then(KeyRegistered with { From = Tomorrow });

    [Fact]
    public void The_same_key_again_is_nothing_new_on_a_later_day_and_by_a_colleague() =>
        Spec<SigningKey>.Given(KeyRegistered).When(By(Register with { From = null }, person: Certifier)).ThenNothing();

    [Fact]
    public void It_is_not_registered_again_otherwise() => Spec<SigningKey>.Given(KeyRegistered).When(By(Register)).ThenRejected(RegisterSigningKey.AlreadyRegistered);

    [Fact]
    public void A_key_is_one_body_s() => Spec<SigningKey>.Given(KeyRegistered).When(By(Register with { From = null }, OtherBody)).ThenRejected(RegisterSigningKey.AlreadyRegistered);

    [Fact]
    public void Nobody_adds_to_the_past() => Spec<SigningKey>.Given().When(By(Register with { From = Yesterday })).ThenRejected(RegisterSigningKey.Backdated);

    [Theory]
    [InlineData(""), InlineData("AAAA"), InlineData("85MOuVXYTCQOLS+Qfxoz9/MNWvi1s3QGgOpA2w03Cls"), InlineData("85MOuVXYTCQOLS-Qfxoz9_MNWvi1s3QGgOpA2w03Clt"), InlineData(" 5MOuVXYTCQOLS-Qfxoz9_MNWvi1s3QGgOpA2w03Cls"), InlineData("ก5MOuVXYTCQOLS-Qfxoz9_MNWvi1s3QGgOpA2w03Cls")]
    public void A_key_is_named_by_the_hash_of_it_in_its_one_spelling(string key) => Spec<SigningKey>.Given().When(By(Register with { Key = key })).ThenRejected(RegisterSigningKey.BadKey);

    [Fact]
    public void A_certificate_is_named_by_its_hash() => Spec<SigningKey>.Given().When(By(Register with { Certificate = "dd" })).ThenRejected(RegisterSigningKey.BadKey);
}
