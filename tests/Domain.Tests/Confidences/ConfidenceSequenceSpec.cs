using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Kernel;
using CsCheck;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Confidences;

public class ConfidenceSequenceSpec
{
    private static readonly Gen<Actor> Actors = Gen.OneOf(Ocsc, Ega, Tpqi, OtherBody).Select(organisation => Acting(Registrar, organisation));

    private static readonly Gen<DateOnly> Date = Gen.OneOf(Yesterday, Today, Tomorrow);

    private static readonly Gen<string> Recipients = Gen.OneOf(Ocsc, Ega, OtherBody);

    private static readonly Gen<Guid> Few = Gen.OneOf(Id(1), Id(2));

    private static readonly Gen<Step<Confidence>> Steps = Gen.OneOf(
        (IGen<Step<Confidence>>)Gen.Select(Actors, Gen.Enum<SecrecyClass>(), (by, secrecy) =>
        {
            var command = new ClassifyInformation(ConfidenceId, secrecy, "ลับ", null);
            return new Step<Confidence>((command, by), c => command.Decide(c, TheAgreement, by));
        }),
        Gen.Select(Actors, Few, Recipients, Date, Date, (by, consent, recipient, until, today) =>
        {
            var command = new ConsentToDisclosure(consent, recipient, "วางแผน", until, "1");
            return new Step<Confidence>((command, by, today), c => command.Decide(c, TheAgreement, by, today));
        }),
        Gen.Select(Actors, Few, Date, (by, consent, today) =>
        {
            var command = new WithdrawConsent(consent, "2");
            return new Step<Confidence>((command, by, today), c => command.Decide(c, TheAgreement, by, today));
        }),
        Gen.Select(Actors, Few, Recipients, Gen.OneOf("วางแผน", "ขาย"), Date, (by, disclosure, recipient, purpose, on) =>
        {
            var command = new RecordDisclosure(disclosure, recipient, purpose, on);
            return new Step<Confidence>((command, by), c => command.Decide(c, TheAgreement, by, Today));
        }));

    [Fact]
    public void Whatever_comes_nothing_is_disclosed_without_the_owners_consent() => Sequences.Hold(Steps, Sound,
        typeof(InformationClassified), typeof(DisclosureConsented), typeof(ConsentWithdrawn), typeof(InformationDisclosed));

    private static void Sound(Confidence known)
    {
        foreach (var told in known.Disclosures.Where(d => d.Recipient != known.Classified.Owner))
            known.Consents.ShouldContain(c => c.Given.Recipient == told.Recipient && c.Given.Purpose == told.Purpose
                && c.Given.From <= told.DisclosedOn && told.DisclosedOn <= c.Given.Until);
    }
}
