using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Works;
using static CredentialLedger.Api.Tests.Portal.PortalVisits;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>Works and marks by pages: whose they are, who may use them, and the picture, which their party brings.</summary>
public sealed class WorkPageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<string> LogoAsync(byte[] file) => (await demo.Host.LogoAsync(file))["/api".Length..];

    [Fact]
    public async Task The_keeper_of_the_party_brings_the_picture_as_often_as_they_like_and_everybody_sees_it()
    {
        var png = MarkPictures.Png(96, 64);
        var work = await LogoAsync(png);
        using var keeper = await demo.BrowserAsync("work-officer-tpqi");
        (await keeper.ReadAsync("/works")).ShouldContain($"href=\"{work}\"");
        var (page, action) = (await keeper.ReadAsync(work), $"{work}/picture");
        page.ShouldContain("it cannot be exchanged for another");
        var form = Form(page, action);
        var done = await keeper.SendFileAsync(action, form, "document", png);
        (done.Status, done.Location).ShouldBe((303, work));
        (await keeper.SendFileAsync(action, form, "document", png)).Status.ShouldBe(303);
        var shown = await keeper.ReadAsync(work);
        shown.ShouldContain("The picture is kept.");
        shown.ShouldContain($"src=\"{action}\"");
        shown.ShouldNotContain($"action=\"{action}\"");
        using var newcomer = await demo.BrowserAsync("newcomer");
        (await newcomer.ReadAsync(work)).ShouldContain($"src=\"{action}\"");
        (await newcomer.GetAsync(action)).Status.ShouldBe(200);
        (await demo.Host.EventsAsync(Clauses.IdOf(work))).ShouldBe(1, "a picture is no new fact");
    }

    [Fact]
    public async Task What_is_no_picture_or_another_is_refused_at_the_field()
    {
        var png = MarkPictures.Png(97, 64);
        var work = await LogoAsync(png);
        using var keeper = await demo.BrowserAsync("work-officer-tpqi");
        var action = $"{work}/picture";
        foreach (var (file, code) in new (byte[], string)[] { (MarkPictures.Png(98, 64), "picture.other-file"), ([], "picture.not-png") })
        {
            var refused = await keeper.SendFileAsync(action, Form(await keeper.ReadAsync(work), action), "document", file);
            refused.Status.ShouldBe(422);
            System.Net.WebUtility.HtmlDecode(refused.Text).ShouldContain($"id=\"picture-refused\" role=\"alert\">{Sentences.English(code)}");
        }
        (await keeper.SendFileAsync(action, Form(await keeper.ReadAsync(work), action), "document", new byte[2 * 1024 * 1024])).Status.ShouldBe(413);
        (await keeper.SendFileAsync(action, [], "document", png)).Status.ShouldBe(400, "without its proof");
        (await keeper.GetAsync(action)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nobody_else_is_offered_or_brings_it()
    {
        var png = MarkPictures.Png(99, 64);
        var work = await LogoAsync(png);
        foreach (var persona in (string[])["newcomer", "work-officer-ega"])
        {
            using var browser = await demo.BrowserAsync(persona);
            (await browser.ReadAsync(work)).ShouldNotContain($"action=\"{work}/picture\"");
            (await browser.SendFileAsync($"{work}/picture", [await browser.ProofAsync()], "document", png)).Status.ShouldBe(403);
        }
        using var keeper = await demo.BrowserAsync("work-officer-tpqi");
        (await keeper.ReadAsync((await demo.Host.LogoAsync())["/api".Length..])).ShouldContain("It was registered without a file");
        (await keeper.GetAsync($"/works/{Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_permit_is_shown_with_its_days_and_when_it_was_taken_back()
    {
        var api = await demo.Host.LogoAsync();
        var permit = $"{api}/permits/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", permit, Clauses.PermitBody(until: "2030-12-31"))).ShouldRecord(1);
        using var reader = await demo.BrowserAsync("auditor");
        (await reader.ReadAsync(api["/api".Length..])).ShouldContain("class=\"state on\">Permitted from 1 January 2026 to 31 December 2030");
        (await demo.Host.PostAsync("work-officer-tpqi", $"{permit}/revocation", new { reference = "X" })).ShouldRecord(1);
        (await reader.ReadAsync(api["/api".Length..])).ShouldContain("class=\"state off\">Permitted from 1 January 2026 to 31 December 2030; taken back from");
        var all = (await demo.Host.GetAsync("auditor", "/api/works")).Json.GetProperty("works").EnumerateArray().ToArray();
        all.Count(w => w.GetProperty("kind").GetString() == "mark").ShouldBe(3, "the demo's");
        all.Single(w => w.GetProperty("id").GetGuid() == Clauses.IdOf(api)).GetProperty("permits")[0].GetProperty("revokedFrom").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        (await demo.Host.GetAsync("", "/api/works")).Status.ShouldBe(401);
    }
}
