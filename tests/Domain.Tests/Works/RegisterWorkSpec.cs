using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Works;

public class RegisterWorkSpec
{
    private static RegisterWork Register => new(LogoId, Logo.TitleTh, Logo.TitleEn, WorkKind.Logo, WorkOrigin.BroughtIn, null, Logo.Sha256);

    private static RegisterWork RegisterManual => new(Shared.Work, Manual.TitleTh, Manual.TitleEn, WorkKind.Manual, WorkOrigin.JointlyMade, ArrangementId, null);

    [Fact]
    public void What_a_party_brings_in_is_its_own() => Spec<Work>
        .Given()
        .When(w => Register.Decide(w, TheAgreement, null, Acting(Registrar, Ega)))
        .Then(Logo);

    [Fact]
    public void What_was_made_together_is_whose_the_three_agreed_that_it_is() => Spec<Work>
        .Given()
        .When(w => RegisterManual.Decide(w, TheAgreement, Shared, Acting(Registrar, Tpqi)))
        .Then(Manual);

    [Fact]
    public void The_same_work_again_is_nothing_new_even_under_the_partys_new_code() => Spec<Work>
        .Given(Logo)
        .When(w => Register.Decide(w, AfterSuccession, null, Acting(Registrar, "DGA")))
        .ThenNothing();

    [Fact]
    public void Neither_another_title_nor_another_party_changes_a_work()
    {
        Spec<Work>.Given(Logo).When(w => (Register with { TitleEn = "Another" }).Decide(w, TheAgreement, null, Acting(Registrar, Ega))).ThenRejected(RegisterWork.AlreadyRegistered);
        Spec<Work>.Given(Logo).When(w => Register.Decide(w, TheAgreement, null, Acting(Registrar, Tpqi))).ThenRejected(RegisterWork.AlreadyRegistered);
    }

    [Fact]
    public void What_was_made_together_needs_the_agreement_on_this_very_work()
    {
        foreach (var arranged in new[] { null, Shared with { Work = LogoId } })
            Spec<Work>.Given().When(w => RegisterManual.Decide(w, TheAgreement, arranged, Acting(Registrar, Ocsc))).ThenRejected(RegisterWork.NoArrangement);
        Spec<Work>.Given().When(w => (RegisterManual with { Arrangement = null }).Decide(w, TheAgreement, null, Acting(Registrar, Ocsc))).ThenRejected(RegisterWork.NoArrangement);
    }

    [Fact]
    public void What_is_brought_in_follows_no_such_agreement() => Spec<Work>
        .Given()
        .When(w => (Register with { Arrangement = ArrangementId }).Decide(w, TheAgreement, Shared, Acting(Registrar, Ega)))
        .ThenRejected(RegisterWork.NoArrangement);

    [Fact]
    public void Only_a_party_brings_works_in() => Spec<Work>
        .Given()
        .When(w => Register.Decide(w, TheAgreement, null, Acting(Registrar, OtherBody)))
        .ThenRejected(Agreement.NoParty);

    [Fact]
    public void Without_an_agreement_there_are_no_parties() => Spec<Work>
        .Given()
        .When(w => Register.Decide(w, null, null, Acting(Registrar, Ega)))
        .ThenRejected(Agreement.Missing);

    [Fact]
    public void Titles_are_plain_lines_and_a_digest_is_a_digest()
    {
        foreach (var (register, field) in new[] { (Register with { TitleTh = "" }, "titleTh"), (Register with { TitleEn = "a\nb" }, "titleEn"), (Register with { Sha256 = new string('C', 64) }, "sha256") })
            Spec<Work>.Given().When(w => register.Decide(w, TheAgreement, null, Acting(Registrar, Ega))).ThenRejected(field == RegisterWork.BadText.Field ? RegisterWork.BadText : RegisterWork.BadText with { Field = field });
    }
}
