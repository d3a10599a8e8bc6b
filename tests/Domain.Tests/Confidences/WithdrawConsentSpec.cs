using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Confidences;

public class WithdrawConsentSpec
{
    private static WithdrawConsent Withdraw => new(ConsentId, ConsentTaken.Reference);

    private static Func<Confidence?, Outcome> As(WithdrawConsent withdraw, string by = Ocsc, DateOnly? today = null) =>
        c => withdraw.Decide(c, TheAgreement, Acting(Registrar, by), today ?? Today);

    [Fact]
    public void The_owner_takes_consent_back_from_today_on() => Spec<Confidence>.Given(Classified, Consented).When(As(Withdraw)).Then(ConsentTaken);

    [Fact]
    public void Taken_back_again_by_the_same_letter_is_nothing_new_and_by_another_is_refused()
    {
        Spec<Confidence>.Given(Classified, Consented, ConsentTaken).When(As(Withdraw, today: Tomorrow)).ThenNothing();
        Spec<Confidence>.Given(Classified, Consented, ConsentTaken).When(As(Withdraw with { Reference = "X" })).ThenRejected(WithdrawConsent.AlreadyWithdrawn);
    }

    [Fact]
    public void Nobody_but_the_owner_takes_it_back() => Spec<Confidence>.Given(Classified, Consented).When(As(Withdraw, Ega)).ThenRejected(Confidence.NotTheOwner);

    [Fact]
    public void Information_consent_agreement_and_letter_must_be_there()
    {
        Spec<Confidence>.Given().When(As(Withdraw)).ThenRejected(Confidence.Missing);
        Spec<Confidence>.Given(Classified).When(As(Withdraw)).ThenRejected(WithdrawConsent.Missing);
        Spec<Confidence>.Given(Classified, Consented).When(As(Withdraw with { Reference = "" })).ThenRejected(WithdrawConsent.BadReference);
        Spec<Confidence>.Given(Classified).When(c => Withdraw.Decide(c, null, Acting(Registrar, Ocsc), Today)).ThenRejected(Agreement.Missing);
    }
}
