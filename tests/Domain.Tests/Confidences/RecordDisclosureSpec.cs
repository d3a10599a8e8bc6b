using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Confidences;

public class RecordDisclosureSpec
{
    private static RecordDisclosure Disclose => new(DisclosureId, Ega, Consented.Purpose, Yesterday);

    private static Func<Confidence?, Outcome> As(RecordDisclosure disclose, string by = Tpqi, Agreement? agreement = null) =>
        c => disclose.Decide(c, agreement ?? TheAgreement, Acting(Registrar, by), Today);

    [Fact]
    public void What_the_owner_consented_to_may_be_disclosed() => Spec<Confidence>.Given(Classified, Consented).When(As(Disclose)).Then(Disclosed);

    [Fact]
    public void A_recipient_that_was_renamed_is_the_same_recipient() => Spec<Confidence>
        .Given(Classified, Consented)
        .When(As(Disclose with { Recipient = "DGA" }, agreement: AfterSuccession))
        .Then(Disclosed with { Recipient = "DGA" });

    [Fact]
    public void The_owner_itself_may_always_be_told() => Spec<Confidence>
        .Given(Classified)
        .When(As(Disclose with { Recipient = Ocsc }))
        .Then(Disclosed with { Recipient = Ocsc });

    [Fact]
    public void To_another_recipient_for_another_purpose_or_on_another_day_it_may_not()
    {
        Spec<Confidence>.Given(Classified).When(As(Disclose)).ThenRejected(Disclosure.NoConsent);
        foreach (var disclose in new[] { Disclose with { Recipient = Tpqi }, Disclose with { Purpose = "ขาย" }, Disclose with { DisclosedOn = Yesterday.AddDays(-1) } })
            Spec<Confidence>.Given(Classified, Consented).When(As(disclose)).ThenRejected(Disclosure.NoConsent);
        Spec<Confidence>.Given(Classified, Consented with { Until = Yesterday }).When(As(Disclose with { DisclosedOn = Today })).ThenRejected(Disclosure.NoConsent);
    }

    [Fact]
    public void A_consent_that_was_taken_back_covers_what_was_before_and_nothing_after()
    {
        Spec<Confidence>.Given(Classified, Consented, ConsentTaken).When(As(Disclose)).Then(Disclosed);
        Spec<Confidence>.Given(Classified, Consented, ConsentTaken).When(As(Disclose with { DisclosedOn = Today })).ThenRejected(Disclosure.NoConsent);
    }

    [Fact]
    public void It_holds_after_the_agreement_has_ended() => Spec<Confidence>
        .Given(Classified)
        .When(As(Disclose, agreement: TheAgreement with { Ends = Yesterday }))
        .ThenRejected(Disclosure.NoConsent);

    [Fact]
    public void The_same_disclosure_again_is_nothing_new_and_another_is_refused()
    {
        Spec<Confidence>.Given(Classified, Consented, Disclosed).When(As(Disclose)).ThenNothing();
        Spec<Confidence>.Given(Classified, Consented, Disclosed).When(As(Disclose with { DisclosedOn = Today })).ThenRejected(RecordDisclosure.AlreadyRecorded);
        Spec<Confidence>.Given(Classified, Consented, Disclosed).When(As(Disclose, Ocsc)).ThenRejected(RecordDisclosure.AlreadyRecorded);
    }

    [Fact]
    public void What_is_recorded_has_happened_and_names_whom_and_what_for()
    {
        Spec<Confidence>.Given(Classified, Consented).When(As(Disclose with { DisclosedOn = Tomorrow })).ThenRejected(RecordDisclosure.InFuture);
        Spec<Confidence>.Given(Classified, Consented).When(As(Disclose with { Recipient = "" })).ThenRejected(RecordDisclosure.BadText);
        Spec<Confidence>.Given(Classified, Consented).When(As(Disclose with { Purpose = "" })).ThenRejected(RecordDisclosure.BadText);
    }

    [Fact]
    public void Information_agreement_and_party_must_be_there()
    {
        Spec<Confidence>.Given().When(As(Disclose)).ThenRejected(Confidence.Missing);
        Spec<Confidence>.Given(Classified, Consented).When(As(Disclose, OtherBody)).ThenRejected(Agreement.NoParty);
        Spec<Confidence>.Given(Classified).When(c => Disclose.Decide(c, null, Acting(Registrar, Tpqi), Today)).ThenRejected(Agreement.Missing);
        Disclosure.Refusal(TheAgreement, null, Ega, Consented.Purpose, Today).ShouldBe(Confidence.Missing);
    }
}
