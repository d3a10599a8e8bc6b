using CredentialLedger.Domain.Assessment;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Learning;
using CsCheck;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Credentials;

public class CredentialSequenceSpec
{
    private static readonly Gen<Actor> Actors =
        Gen.Select(Gen.OneOf(Candidate, Certifier, Registrar, Auditor), Gen.OneOf(Body, Body, OtherBody), Acting);

    private static readonly Gen<DateOnly> Date = Gen.OneOf(Yesterday, Today, Tomorrow);

    private static readonly Gen<IssueCredential.Basis> Bases = Gen.Select(
        Gen.OneOf(Fold.Of<Decision>(Granted), Fold.Of<Decision>(Granted with { Ruling = Ruling.Refused }), null),
        Gen.OneOf(TheScheme, Fold.Of<Scheme>(Established with { ValidityMonths = null }), null),
        Gen.OneOf(Known(Candidate), null),
        Gen.OneOf(Fold.Of<Result>(Declared)!, Fold.Of<Result>(Declared, Failed)!, Fold.Of<Result>(Declared, ResultWithdrawn)!),
        Gen.OneOf(Fold.Of<Completion>(Completed)!, Fold.Of<Completion>(Completed, CompletionWithdrawn)!),
        (decision, scheme, person, result, completion) => new IssueCredential.Basis(TheAgreement, decision, scheme, person, [result], [completion], [], Fold.Of<SigningKey>(Keys.KeyRegistered with { From = new(2027, 1, 1) })));

    private static readonly Gen<Step<Credential>> Steps = Gen.OneOf(
        (IGen<Step<Credential>>)Gen.Select(Gen.Bool, Bases, Actors, Date, (test, basis, by, today) =>
        {
            var command = new IssueCredential(DecisionId, test);
            return new Step<Credential>((command, basis, by, today), c => command.Decide(c, basis, by, today, _ => Document));
        }),
        Gen.Select(Gen.Enum<Ground>(), Actors, Date, (ground, by, today) =>
        {
            var command = new RevokeCredential(ground, null);
            return new Step<Credential>((command, by, today), c => command.Decide(c, by, today));
        }),
        Gen.Select(Gen.Enum<SuspensionGround>(), Actors, Date, (ground, by, today) =>
        {
            var command = new SuspendCredential(ground, null);
            return new Step<Credential>((command, by, today), c => command.Decide(c, by, today));
        }),
        Gen.Select(Actors, Date, (by, today) => new Step<Credential>(("reinstate", by, today), c => new ReinstateCredential(null).Decide(c, by, today))));

    [Fact]
    public void Whatever_comes_a_credential_stays_sound() =>
        Sequences.Hold(Steps, Sound, typeof(CredentialIssued), typeof(CredentialRevoked), typeof(CredentialSuspended), typeof(CredentialReinstated));

    private static void Sound(Credential credential)
    {
        credential.Issued.IssuedBy.ShouldNotBe(credential.Issued.Person);
        credential.Revoked?.RevokedBy.ShouldNotBe(credential.Issued.IssuedBy);
        credential.Suspension?.Began.SuspendedBy.ShouldNotBe(credential.Issued.IssuedBy);
        if (credential.Issued.ValidUntil is { } until) until.ShouldBeGreaterThan(credential.Issued.ValidFrom);
    }
}
