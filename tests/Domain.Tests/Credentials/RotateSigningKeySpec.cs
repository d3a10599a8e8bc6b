using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Credentials.Keys;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class RotateSigningKeySpec
{
    private static RotateSigningKey Rotate => new(Next, Tomorrow);

    private static Func<SigningKey?, Outcome> By(RotateSigningKey command, string body = Body, params LedgerEvent[] successor) =>
        key => command.Decide(key, Fold.Of<SigningKey>(successor is [] ? [NextKeyRegistered] : successor), Acting(Auditor, body), Today);

    [Fact]
    public void Another_key_follows() => Spec<SigningKey>.Given(KeyRegistered).When(By(Rotate)).Then(KeyRotated);

    [Fact]
    public void The_same_again_is_nothing_new() => Spec<SigningKey>.Given(KeyRegistered, KeyRotated).When(By(Rotate)).ThenNothing();

    [Fact]
    public void An_end_that_is_set_stays() => Spec<SigningKey>.Given(KeyRegistered, KeyRotated).When(By(Rotate with { From = Tomorrow.AddDays(1) })).ThenRejected(SigningKey.Ended);

    [Fact]
    public void A_key_that_ceases_has_no_successor() => Spec<SigningKey>.Given(KeyRegistered, KeyCeased).When(By(Rotate)).ThenRejected(SigningKey.Ended);

    [Fact]
    public void What_it_signed_today_stays_good() => Spec<SigningKey>.Given(KeyRegistered).When(By(Rotate with { From = Today }, Body, NextKeyRegistered with { From = Today })).ThenRejected(SigningKey.EndTooEarly);

    [Fact]
    public void A_stolen_key_is_not_rotated() => Spec<SigningKey>.Given(KeyRegistered, KeyCompromised).When(By(Rotate)).ThenRejected(SigningKey.IsCompromised);

    [Fact]
    public void Another_body_has_no_say() => Spec<SigningKey>.Given(KeyRegistered).When(By(Rotate, OtherBody)).ThenRejected(SigningKey.OtherOrganisation);

    [Fact]
    public void There_must_be_a_key() => Spec<SigningKey>.Given().When(By(Rotate)).ThenRejected(SigningKey.Missing);

    public static TheoryData<LedgerEvent[]> NoSuccessors =>
    [
        [ForeignKeyRegistered],
        [KeyRegistered],
        [NextKeyRegistered with { From = Tomorrow.AddDays(1) }],
        [NextKeyRegistered, KeyCeased with { Key = Next }],
        [NextKeyRegistered, KeyCompromised with { Key = Next }],
    ];

    [Theory, MemberData(nameof(NoSuccessors))]
    public void The_successor_signs_for_the_same_body_from_that_day(LedgerEvent[] successor) => Spec<SigningKey>.Given(KeyRegistered).When(By(Rotate, Body, successor)).ThenRejected(RotateSigningKey.BadSuccessor);

    [Fact]
    public void The_successor_is_registered() => Spec<SigningKey>.Given(KeyRegistered).When(key => Rotate.Decide(key, null, Acting(Auditor), Today)).ThenRejected(RotateSigningKey.BadSuccessor);
}
