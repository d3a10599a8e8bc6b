using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CsCheck;
using static CredentialLedger.Domain.Tests.Credentials.Keys;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class SigningKeySequenceSpec
{
    private static readonly Gen<Actor> Actors = Gen.OneOf(Acting(Auditor), Acting(Certifier), Acting(Auditor, OtherBody), Acting(Auditor, Tpqi));

    private static readonly Gen<DateOnly> Days = Gen.OneOf(Yesterday, Today, Tomorrow, Tomorrow.AddDays(1));

    private static readonly Gen<Step<SigningKey>> Steps = Gen.OneOf(
        (IGen<Step<SigningKey>>)Gen.Select(Days, Actors, Days, (from, by, today) => Step(new RegisterSigningKey(Key, KeyAlgorithm.Ecdsa, Certificate, from), by, today, (c, key) => c.Decide(key, by, today))),
        Gen.Select(Days, Actors, Days, (from, by, today) => Step(new RotateSigningKey(Next, from), by, today, (c, key) => c.Decide(key, Fold.Of<SigningKey>(NextKeyRegistered), by, today))),
        Gen.Select(Days, Actors, Days, (from, by, today) => Step(new CeaseSigningKey(from), by, today, (c, key) => c.Decide(key, TheAgreement, by, today))),
        Gen.Select(Days, Actors, Days, (from, by, today) => Step(new ReportCompromise(from, "TPQI 7/2570"), by, today, (c, key) => c.Decide(key, TheAgreement, by, today))),
        Gen.Select(Actors, Days, (by, today) => Step(new DeclareKeyFraudulent("TPQI 9/2570"), by, today, (c, key) => c.Decide(key, TheAgreement, by, today))));

    [Fact]
    public void Whatever_comes_a_key_stays_sound() => Sequences.Hold(Steps, Sound,
        typeof(SigningKeyRegistered), typeof(SigningKeyRotated), typeof(SigningKeyCeased), typeof(SigningKeyCompromised), typeof(SigningKeyDeclaredFraudulent));

    // A stolen key signs on no day, and an end that was set stays.
    private static void Sound(SigningKey key)
    {
        if (key.Fraudulent is not null) key.RefusalOn(Today).ShouldBe(SigningKey.IsFraudulent);
        else if (key.Compromised is not null) key.RefusalOn(Today).ShouldBe(SigningKey.IsCompromised);
        if (key.Successor is not null) key.Until.ShouldNotBeNull();
    }

    private static Step<SigningKey> Step<TCommand>(TCommand command, Actor by, DateOnly today, Func<TCommand, SigningKey?, Outcome> decide) where TCommand : notnull =>
        new((command, by, today), key => decide(command, key));
}
