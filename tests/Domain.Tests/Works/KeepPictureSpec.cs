using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Works;

public class KeepPictureSpec
{
    private static KeepPicture Keep => new(Logo.Sha256!);

    [Fact]
    public void The_owner_brings_the_registered_file_even_under_its_new_code()
    {
        Spec<Work>.Given(Logo).When(w => Keep.Decide(w, TheAgreement, Acting(Registrar, Ega))).ThenNothing();
        Spec<Work>.Given(Logo).When(w => Keep.Decide(w, AfterSuccession, Acting(Registrar, "DGA"))).ThenNothing();
    }

    [Fact]
    public void Another_file_is_not_the_works_picture() => Spec<Work>
        .Given(Logo)
        .When(w => new KeepPicture(new string('d', 64)).Decide(w, TheAgreement, Acting(Registrar, Ega)))
        .ThenRejected(KeepPicture.OtherFile);

    [Fact]
    public void A_work_without_a_file_has_no_picture() => Spec<Work>
        .Given(Manual)
        .When(w => Keep.Decide(w, TheAgreement, Acting(Registrar, Ocsc)))
        .ThenRejected(KeepPicture.NoFile);

    [Fact]
    public void Only_who_manages_the_rights_brings_it() => Spec<Work>
        .Given(Logo)
        .When(w => Keep.Decide(w, TheAgreement, Acting(Registrar, Tpqi)))
        .ThenRejected(Work.NotTheOwner);

    [Fact]
    public void Without_a_work_or_an_agreement_there_is_nothing_to_keep()
    {
        Spec<Work>.Given().When(w => Keep.Decide(w, TheAgreement, Acting(Registrar, Ega))).ThenRejected(Work.Missing);
        Spec<Work>.Given(Logo).When(w => Keep.Decide(w, null, Acting(Registrar, Ega))).ThenRejected(Agreement.Missing);
    }
}
