using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Works;

public class RevokePermitSpec
{
    private static RevokePermit Revoke => new(PermitId, LogoRevoked.Reference);

    [Fact]
    public void The_owner_takes_a_permission_back_from_today_on() => Spec<Work>
        .Given(Logo, LogoPermitted)
        .When(w => Revoke.Decide(w, TheAgreement, Acting(Registrar, Ega), Today))
        .Then(LogoRevoked);

    [Fact]
    public void From_then_on_it_permits_nothing_and_what_was_before_stays_right()
    {
        Spec<Work>.Given(Logo, LogoPermitted, LogoRevoked).When(w => MarkUse.Refusal(TheAgreement, w, Body, PlaceOfUse.Certificate, Today)!).ThenRejected(MarkUse.NoPermit);
        Spec<Work>.Given(Logo, LogoPermitted, LogoRevoked).When(w => MarkUse.Refusal(TheAgreement, w, Body, PlaceOfUse.Certificate, Yesterday)!).ThenNothing();
    }

    [Fact]
    public void Taken_back_again_by_the_same_letter_is_nothing_new_and_by_another_is_refused()
    {
        Spec<Work>.Given(Logo, LogoPermitted, LogoRevoked).When(w => Revoke.Decide(w, TheAgreement, Acting(Registrar, Ega), Tomorrow)).ThenNothing();
        Spec<Work>.Given(Logo, LogoPermitted, LogoRevoked).When(w => (Revoke with { Reference = "X" }).Decide(w, TheAgreement, Acting(Registrar, Ega), Today)).ThenRejected(RevokePermit.AlreadyRevoked);
    }

    [Fact]
    public void Nobody_but_the_owner_takes_it_back() => Spec<Work>
        .Given(Logo, LogoPermitted)
        .When(w => Revoke.Decide(w, TheAgreement, Acting(Registrar, Body), Today))
        .ThenRejected(Work.NotTheOwner);

    [Fact]
    public void Work_permit_agreement_and_letter_must_be_there()
    {
        Spec<Work>.Given().When(w => Revoke.Decide(w, TheAgreement, Acting(Registrar, Ega), Today)).ThenRejected(Work.Missing);
        Spec<Work>.Given(Logo).When(w => Revoke.Decide(w, TheAgreement, Acting(Registrar, Ega), Today)).ThenRejected(RevokePermit.Missing);
        Spec<Work>.Given(Logo).When(w => Revoke.Decide(w, null, Acting(Registrar, Ega), Today)).ThenRejected(Agreement.Missing);
        Spec<Work>.Given(Logo, LogoPermitted).When(w => (Revoke with { Reference = "" }).Decide(w, TheAgreement, Acting(Registrar, Ega), Today)).ThenRejected(RevokePermit.BadReference);
    }
}
