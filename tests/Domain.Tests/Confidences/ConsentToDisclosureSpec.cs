using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Confidences;

public class ConsentToDisclosureSpec
{
    private static ConsentToDisclosure Consent => new(ConsentId, Ega, Consented.Purpose, Tomorrow, Consented.Reference);

    private static Func<Confidence?, Outcome> As(ConsentToDisclosure consent, string by = Ocsc, DateOnly? today = null) =>
        c => consent.Decide(c, TheAgreement, Acting(Registrar, by), today ?? Yesterday);

    [Fact]
    public void The_owner_consents_to_tell_somebody_for_a_purpose_until_a_day() => Spec<Confidence>.Given(Classified).When(As(Consent)).Then(Consented);

    [Fact]
    public void The_same_consent_again_on_another_day_is_nothing_new() => Spec<Confidence>.Given(Classified, Consented).When(As(Consent, today: Today)).ThenNothing();

    [Fact]
    public void A_consent_is_never_changed() => Spec<Confidence>
        .Given(Classified, Consented)
        .When(As(Consent with { Recipient = Tpqi }))
        .ThenRejected(ConsentToDisclosure.AlreadyConsented);

    [Fact]
    public void Nobody_but_the_owner_consents() => Spec<Confidence>.Given(Classified).When(As(Consent, Ega)).ThenRejected(Confidence.NotTheOwner);

    [Fact]
    public void A_consent_does_not_end_before_it_is_given() => Spec<Confidence>
        .Given(Classified)
        .When(As(Consent with { Until = Yesterday.AddDays(-1) }))
        .ThenRejected(ConsentToDisclosure.InPast);

    [Fact]
    public void A_consent_names_recipient_purpose_and_letter()
    {
        foreach (var consent in new[] { Consent with { Recipient = "" }, Consent with { Purpose = "" }, Consent with { Reference = "" } })
            Spec<Confidence>.Given(Classified).When(As(consent)).ThenRejected(ConsentToDisclosure.BadText);
    }

    [Fact]
    public void Information_and_agreement_must_be_there()
    {
        Spec<Confidence>.Given().When(As(Consent)).ThenRejected(Confidence.Missing);
        Spec<Confidence>.Given(Classified).When(c => Consent.Decide(c, null, Acting(Registrar, Ocsc), Today)).ThenRejected(Agreement.Missing);
    }
}
