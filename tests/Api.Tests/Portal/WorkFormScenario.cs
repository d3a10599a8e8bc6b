using System.Net;
using System.Security.Cryptography;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Tests.Rig;
using static CredentialLedger.Api.Tests.Portal.PortalVisits;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>Works are registered, their use permitted and a permission taken back by forms: once, by whom it is for, with what is refused beside its field.</summary>
public sealed class WorkFormScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string New = "/works/new";

    private static KeyValuePair<string, string>[] Registration => [Field("titleTh", "ตราทดสอบ"), Field("titleEn", "Test mark"), Field("kind", "Mark"), Field("arrangement", ""), Field("sha256", "")];

    private static KeyValuePair<string, string>[] Permission =>
        [Field("user", "CB-DIGITAL"), Field("purpose", "ใบรับรอง"), Field("places", "Certificate"), Field("places", "Course"), Field("from", "2026-01-01"), Field("until", "2030-12-31"), Field("reference", "สคช. 1/2569")];

    private static KeyValuePair<string, string>[] With(KeyValuePair<string, string>[] fields, string field, string entered) => [.. fields.Where(f => f.Key != field), Field(field, entered)];

    private async Task<string> WorkAsync() => (await demo.Host.LogoAsync())["/api".Length..];

    private async Task<(string Work, Guid Permit)> PermittedAsync()
    {
        var (work, permit) = (await WorkAsync(), Guid.NewGuid());
        (await demo.Host.PutAsync("work-officer-tpqi", $"/api{work}/permits/{permit}", Clauses.PermitBody(until: "2030-12-31"))).ShouldRecord(1);
        return (work, permit);
    }

    private static void ShouldRefuseAt(SignIn.Visit refused, string at, string code, int status = 422)
    {
        refused.Status.ShouldBe(status);
        var page = WebUtility.HtmlDecode(refused.Text);
        page.ShouldContain($"id=\"{at}-refused\" role=\"alert\">{Sentences.English(code)}");
        page.Split("role=\"alert\"").Length.ShouldBe(2, "said once");
    }

    [Fact]
    public async Task A_work_is_registered_once_with_the_digest_of_its_file_however_often_its_form_is_sent()
    {
        using var keeper = await demo.BrowserAsync("work-officer-tpqi");
        (await keeper.ReadAsync("/works")).ShouldContain($"href=\"{New}?acting-for=TPQI\"");
        var (png, form) = (MarkPictures.Png(101, 64), Form(await keeper.ReadAsync($"{New}?acting-for=TPQI"), New));
        KeyValuePair<string, string>[] filled = [.. form, .. Registration];
        var done = await keeper.SendFileAsync(New, filled, "document", png);
        (done.Status, done.Location).ShouldBe((303, $"/works/{form.Single(f => f.Key == "work").Value}"));
        (await keeper.SendFileAsync(New, filled, "document", png)).Status.ShouldBe(303);
        (await keeper.SendFileAsync(New, filled.Where(f => f.Key != PortalForms.Command), "document", png)).Status.ShouldBe(303, "the same again is nothing new");
        (await demo.Host.EventsAsync(Clauses.IdOf(done.Location))).ShouldBe(1);
        var (shown, picture) = (await keeper.ReadAsync(done.Location), $"{done.Location}/picture");
        shown.ShouldContain("The work was registered.");
        (await keeper.SendFileAsync(picture, Form(shown, picture), "document", png)).Status.ShouldBe(303, "it is the file that was registered");
    }

    [Theory]
    [InlineData("titleTh", "", "work.bad-text")]
    [InlineData("titleEn", "", "work.bad-text")]
    [InlineData("kind", "Sculpture", "form.unreadable")]
    [InlineData("arrangement", "nonsense", "form.unreadable")]
    [InlineData("arrangement", "5c000000-0000-4000-8000-000000000009", "work.no-arrangement")]
    [InlineData("sha256", "nonsense", "work.bad-text")]
    public async Task A_bad_registration_is_refused_at_its_field_and_what_was_entered_is_kept(string field, string entered, string code)
    {
        using var keeper = await demo.BrowserAsync("work-officer-tpqi");
        var form = Form(await keeper.ReadAsync(New), New);
        var refused = await keeper.PostAsync(New, [.. form, .. With(Registration, field, entered)]);
        ShouldRefuseAt(refused, field, code);
        WebUtility.HtmlDecode(refused.Text).ShouldContain($"value=\"{(field == "titleEn" ? "ตราทดสอบ" : "Test mark")}\"");
        (await demo.Host.EventsAsync(Guid.Parse(form.Single(f => f.Key == "work").Value))).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_chosen_once_is_one_and_is_that_of_the_digest()
    {
        using var keeper = await demo.BrowserAsync("work-officer-tpqi");
        var (form, png) = (Form(await keeper.ReadAsync(New), New), MarkPictures.Png(102, 64));
        var digest = Convert.ToHexStringLower(SHA256.HashData(png));
        var refused = await keeper.SendFileAsync(New, [.. form, .. With(Registration, "titleEn", "")], "document", png);
        ShouldRefuseAt(refused, "titleEn", "work.bad-text");
        refused.Text.ShouldContain($"value=\"{digest}\"", customMessage: "of the file that was sent with the bad title");
        ShouldRefuseAt(await keeper.SendFileAsync(New, [.. form, .. With(Registration, "sha256", digest)], "document", MarkPictures.Png(103, 64)), "sha256", "work.other-digest");
        ShouldRefuseAt(await keeper.SendFileAsync(New, [.. form, .. Registration], "document", png, png), "document", "request.several-files");
        (await keeper.PostAsync(New, [.. form, .. With(Registration, "sha256", digest.ToUpperInvariant())])).Status.ShouldBe(303, "as some tools print it");
    }

    [Fact]
    public async Task Two_pictures_are_told_apart_from_a_bad_one()
    {
        var png = MarkPictures.Png(104, 64);
        var work = (await demo.Host.LogoAsync(png))["/api".Length..];
        using var keeper = await demo.BrowserAsync("work-officer-tpqi");
        ShouldRefuseAt(await keeper.SendFileAsync($"{work}/picture", Form(await keeper.ReadAsync(work), $"{work}/picture"), "document", png, png), "picture", "request.several-files");
        (await keeper.GetAsync($"{work}/picture")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_was_made_together_is_registered_under_the_agreement_of_all_three()
    {
        var (work, proposal) = (Guid.NewGuid(), Guid.NewGuid());
        var arranged = new { work, owners = new[] { new { party = "OCSC", perMille = 400 }, new { party = "TPQI", perMille = 600 } }, manager = "TPQI" };
        (await demo.Host.PutAsync("coordinator-ega", $"/api/agreement/arrangements/{proposal}", new { reference = "NR 7", work = arranged })).ShouldRecord(1);
        foreach (var party in FoundedLedger.Parties) (await demo.Host.PostAsync($"representative-{party}", $"/api/agreement/proposals/{proposal}/signature")).Status.ShouldBe(200);
        using var keeper = await demo.BrowserAsync("work-officer-ega");
        var page = await keeper.ReadAsync(New);
        page.ShouldContain($"<option value=\"{proposal}\">Made together, by agreement NR 7: ");
        var done = await keeper.PostAsync(New, [.. Form(page, New), .. With(Registration, "arrangement", proposal.ToString())]);
        (done.Status, done.Location).ShouldBe((303, $"/works/{work}"));
        (await keeper.ReadAsync(done.Location)).ShouldContain("Who manages the rights");
    }

    [Fact]
    public async Task A_use_is_permitted_once_and_taken_back_once_for_good()
    {
        var work = await WorkAsync();
        using var granter = await demo.BrowserAsync("work-officer-tpqi");
        var (page, action) = (await granter.ReadAsync(work), $"{work}/permits");
        page.ShouldNotContain("value=\"TPQI\">", customMessage: "the owner needs no permit");
        KeyValuePair<string, string>[] form = [.. Form(page, action), .. Permission];
        (await granter.PostAsync(action, form)).Status.ShouldBe(303);
        (await granter.PostAsync(action, form)).Status.ShouldBe(303);
        (await granter.PostAsync(action, form.Where(f => f.Key != PortalForms.Command))).Status.ShouldBe(303, "the same again is nothing new");
        (await demo.Host.EventsAsync(Clauses.IdOf(work))).ShouldBe(2);
        var shown = await granter.ReadAsync(work);
        shown.ShouldContain("The permission was recorded.");
        shown.ShouldContain("on certificates, in courses");
        shown.ShouldContain("class=\"state on\">Permitted from 1 January 2026 to 31 December 2030");

        var permit = form.Single(f => f.Key == "permit").Value;
        var revocation = $"{work}/permits/{permit}/revocation";
        var stray = await granter.PostAsync(revocation, [.. Form(shown, revocation), Field("reference", "สคช. 2/2569")]);
        stray.Status.ShouldBe(422);
        WebUtility.HtmlDecode(stray.Text).ShouldContain($"id=\"revocation-{permit}-understood-refused\" role=\"alert\">Please tick the box");
        ShouldRefuseAt(await granter.PostAsync(revocation, [.. Form(shown, revocation), Field("reference", ""), Field("understood", "yes")]), $"revocation-{permit}-reference", "permit.bad-reference");
        KeyValuePair<string, string>[] letter = [.. Form(shown, revocation), Field("reference", "สคช. 2/2569"), Field("understood", "yes")];
        (await granter.PostAsync(revocation, letter)).Status.ShouldBe(303);
        (await granter.PostAsync(revocation, letter)).Status.ShouldBe(303);
        (await demo.Host.EventsAsync(Clauses.IdOf(work))).ShouldBe(3);
        var after = await granter.ReadAsync(work);
        after.ShouldContain("The permission was taken back.");
        after.ShouldContain("; taken back from");
        after.ShouldNotContain(revocation);
        var late = await granter.PostAsync(revocation, [await granter.ProofAsync(), Field("reference", "สคช. 3/2569"), Field("understood", "yes")]);
        late.Status.ShouldBe(409);
        WebUtility.HtmlDecode(late.Text).ShouldContain(Sentences.English("permit.already-revoked"));
    }

    [Theory]
    [InlineData("user", "", "permit.bad-text")]
    [InlineData("purpose", "", "permit.bad-text")]
    [InlineData("reference", "", "permit.bad-text")]
    [InlineData("places", "Moon", "form.unreadable")]
    [InlineData("places", "Certificate,Course", "form.unreadable")]
    [InlineData("from", "1 January", "form.unreadable")]
    [InlineData("until", "", "form.unreadable")]
    [InlineData("until", "2025-12-31", "permit.bad-period")]
    public async Task A_bad_permit_is_refused_at_its_field_and_what_was_entered_is_kept(string field, string entered, string code)
    {
        var work = await WorkAsync();
        using var granter = await demo.BrowserAsync("work-officer-tpqi");
        var action = $"{work}/permits";
        var refused = await granter.PostAsync(action, [.. Form(await granter.ReadAsync(work), action), .. With(Permission, field, entered)]);
        ShouldRefuseAt(refused, field, code);
        WebUtility.HtmlDecode(refused.Text).ShouldContain($"value=\"{(field == "purpose" ? "สคช. 1/2569" : "ใบรับรอง")}\"");
        (await demo.Host.EventsAsync(Clauses.IdOf(work))).ShouldBe(1);
    }

    [Fact]
    public async Task A_permit_for_no_place_is_refused_at_the_boxes()
    {
        var work = await WorkAsync();
        using var granter = await demo.BrowserAsync("work-officer-tpqi");
        var action = $"{work}/permits";
        ShouldRefuseAt(await granter.PostAsync(action, [.. Form(await granter.ReadAsync(work), action), .. Permission.Where(f => f.Key != "places")]), "places", "permit.bad-places");
    }

    [Fact]
    public async Task Nobody_else_is_offered_any_of_it_or_does_it()
    {
        var (work, permit) = await PermittedAsync();
        foreach (var persona in (string[])["newcomer", "work-officer-ega"])
        {
            using var browser = await demo.BrowserAsync(persona);
            var page = await browser.ReadAsync(work);
            page.ShouldNotContain("action=\"/works/");
            var proof = await browser.ProofAsync();
            (await browser.PostAsync($"{work}/permits", [proof, Field("permit", Guid.NewGuid()), .. Permission])).Status.ShouldBe(403);
            (await browser.PostAsync($"{work}/permits/{permit}/revocation", [proof, Field("reference", "X"), Field("understood", "yes")])).Status.ShouldBe(403);
        }
        using var newcomer = await demo.BrowserAsync("newcomer");
        (await newcomer.ReadAsync("/works")).ShouldNotContain(New);
        (await newcomer.GetAsync(New)).Status.ShouldBe(403);
        (await newcomer.PostAsync(New, [await newcomer.ProofAsync(), Field("work", Guid.NewGuid()), .. Registration])).Status.ShouldBe(403);
        (await demo.Host.EventsAsync(Clauses.IdOf(work))).ShouldBe(2);
    }

    [Fact]
    public async Task Days_are_read_in_Thai_in_the_Buddhist_era()
    {
        var (work, _) = await PermittedAsync();
        using var browser = await demo.BrowserAsync("work-officer-tpqi");
        await browser.GetAsync("/?lang=th");
        (await browser.ReadAsync(work)).ShouldContain("อนุญาตตั้งแต่ 1 มกราคม พ.ศ. 2569 ถึง 31 ธันวาคม พ.ศ. 2573");
    }
}
