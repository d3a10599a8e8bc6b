using CredentialLedger.Domain.Confidences;
using CredentialLedger.Domain.Governance;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Confidences;

public class ClassifyInformationSpec
{
    private static ClassifyInformation Classify => new(ConfidenceId, SecrecyClass.Secret, Classified.Title, Classified.Sha256);

    [Fact]
    public void A_party_keeps_its_own_information_confidential() => Spec<Confidence>
        .Given()
        .When(c => Classify.Decide(c, TheAgreement, Acting(Registrar, Ocsc)))
        .Then(Classified);

    [Fact]
    public void The_same_again_is_nothing_new_even_under_the_partys_new_code() => Spec<Confidence>
        .Given(Classified with { Owner = Ega })
        .When(c => Classify.Decide(c, AfterSuccession, Acting(Registrar, "DGA")))
        .ThenNothing();

    [Fact]
    public void Neither_another_class_nor_another_owner_changes_it()
    {
        Spec<Confidence>.Given(Classified).When(c => (Classify with { Class = SecrecyClass.TopSecret }).Decide(c, TheAgreement, Acting(Registrar, Ocsc))).ThenRejected(ClassifyInformation.AlreadyClassified);
        Spec<Confidence>.Given(Classified).When(c => Classify.Decide(c, TheAgreement, Acting(Registrar, Ega))).ThenRejected(ClassifyInformation.AlreadyClassified);
    }

    [Fact]
    public void Title_and_digest_are_well_formed()
    {
        foreach (var classify in new[] { Classify with { Title = "" }, Classify with { Sha256 = "abc" } })
            Spec<Confidence>.Given().When(c => classify.Decide(c, TheAgreement, Acting(Registrar, Ocsc))).ThenRejected(ClassifyInformation.BadText);
    }

    [Fact]
    public void Only_parties_to_an_agreement_classify()
    {
        Spec<Confidence>.Given().When(c => Classify.Decide(c, TheAgreement, Acting(Registrar, OtherBody))).ThenRejected(Agreement.NoParty);
        Spec<Confidence>.Given().When(c => Classify.Decide(c, null, Acting(Registrar, Ocsc))).ThenRejected(Agreement.Missing);
    }
}
