using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.Publicity;
using static CredentialLedger.Domain.Tests.Sample;

namespace CredentialLedger.Domain.Tests.Publicity;

public class PublishMaterialSpec
{
    private static readonly string Notice = ThreePartyNotice.Of(TheAgreement).Th;

    private static PublishMaterial Publish => new(PublicationId, Published.TitleTh, Published.TitleEn, MaterialKind.Print, Published.Reference, null, Published.Sha256, Notice);

    private static PublishMaterial PublishText(string text) => Publish with { Text = text, Sha256 = null, Notice = null };

    private static Func<Publication?, Outcome> As(PublishMaterial publish, string by = Tpqi, DateOnly? today = null, Agreement? agreement = null) =>
        p => publish.Decide(p, agreement ?? TheAgreement, Acting(Registrar, by), today ?? Today);

    [Fact]
    public void A_party_publishes_a_file_and_says_what_notice_it_shows() => Spec<Publication>.Given().When(As(Publish)).Then(Published);

    [Fact]
    public void A_party_publishes_a_text_in_which_the_notice_stands()
    {
        var text = $"เปิดรับสมัคร\n\n{ThreePartyNotice.Of(TheAgreement).En}";
        Spec<Publication>.Given().When(As(PublishText(text))).Then(Published with { Text = text, Sha256 = null, Notice = null });
    }

    [Fact]
    public void Without_the_notice_nothing_is_published()
    {
        Spec<Publication>.Given().When(As(Publish with { Notice = null })).ThenRejected(PublishMaterial.NoNotice);
        Spec<Publication>.Given().When(As(Publish with { Notice = "โครงการของ สคช." })).ThenRejected(PublishMaterial.NoNotice);
        Spec<Publication>.Given().When(As(PublishText("เปิดรับสมัคร"))).ThenRejected(PublishMaterial.NoNotice);
    }

    [Fact]
    public void After_a_succession_the_notice_names_the_successor() => Spec<Publication>
        .Given()
        .When(As(Publish, agreement: AfterSuccession))
        .ThenRejected(PublishMaterial.NoNotice);

    [Fact]
    public void The_same_publication_again_is_nothing_new_on_any_day_and_under_any_name()
    {
        Spec<Publication>.Given(Published).When(As(Publish, today: Tomorrow)).ThenNothing();
        Spec<Publication>.Given(Published with { Party = Ega }).When(As(Publish, "DGA", Tomorrow, AfterSuccession)).ThenNothing();
    }

    [Fact]
    public void Another_content_or_party_is_another_publication()
    {
        Spec<Publication>.Given(Published).When(As(Publish with { TitleEn = "Another" })).ThenRejected(PublishMaterial.AlreadyPublished);
        Spec<Publication>.Given(Published).When(As(Publish, Ocsc)).ThenRejected(PublishMaterial.AlreadyPublished);
    }

    [Fact]
    public void A_publication_is_a_text_or_a_file_and_not_both()
    {
        foreach (var publish in new[] { Publish with { Text = Notice }, Publish with { Sha256 = null }, PublishText(Notice) with { Notice = Notice }, Publish with { Sha256 = "abc" }, Publish with { Sha256 = null, Notice = null } })
            Spec<Publication>.Given().When(As(publish)).ThenRejected(PublishMaterial.BadContent);
    }

    [Fact]
    public void Titles_and_reference_are_plain_lines_and_the_text_hides_nothing()
    {
        foreach (var publish in new[] { Publish with { TitleTh = "" }, Publish with { TitleEn = "a\nb" }, Publish with { Reference = "" }, PublishText($"{Notice}\u202e"), Publish with { Notice = $"{Notice}\0" } })
            Spec<Publication>.Given().When(As(publish)).ThenRejected(PublishMaterial.BadText);
    }

    [Fact]
    public void Only_parties_to_an_agreement_publish()
    {
        Spec<Publication>.Given().When(As(Publish, OtherBody)).ThenRejected(Agreement.NoParty);
        Spec<Publication>.Given().When(p => Publish.Decide(p, null, Acting(Registrar, Tpqi), Today)).ThenRejected(Agreement.Missing);
    }
}
