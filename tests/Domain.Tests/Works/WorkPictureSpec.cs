using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Works;

public class WorkPictureSpec
{
    private static readonly string Registered = Logo.Sha256!;

    [Fact]
    public void The_owner_brings_the_registered_file_even_under_its_new_code()
    {
        WorkPicture.Refusal(TheLogo, TheAgreement, Acting(Registrar, Ega), Registered).ShouldBeNull();
        WorkPicture.Refusal(TheLogo, AfterSuccession, Acting(Registrar, "DGA"), Registered).ShouldBeNull();
    }

    [Fact]
    public void Another_file_another_party_and_a_work_without_a_file_are_refused()
    {
        WorkPicture.Refusal(TheLogo, TheAgreement, Acting(Registrar, Ega), new string('d', 64)).ShouldBe(WorkPicture.OtherFile);
        WorkPicture.Refusal(TheLogo, TheAgreement, Acting(Registrar, Tpqi), Registered).ShouldBe(Work.NotTheOwner);
        WorkPicture.Refusal(Fold.Of<Work>(Manual), TheAgreement, Acting(Registrar, Ocsc), Registered).ShouldBe(WorkPicture.NoFile);
        WorkPicture.Refusal(null, TheAgreement, Acting(Registrar, Ega), Registered).ShouldBe(Work.Missing);
        WorkPicture.Refusal(TheLogo, null, Acting(Registrar, Ega), Registered).ShouldBe(Agreement.Missing);
    }
}
