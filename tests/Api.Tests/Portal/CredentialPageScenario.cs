using System.Net;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>What officers and holders do about a credential by the portal's forms.</summary>
public sealed class CredentialPageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static KeyValuePair<string, string> Field(string name, string value) => new(name, value);

    private static KeyValuePair<string, string>[] Form(string page, string action) =>
        new Visit(0, "", page.Split($"action=\"{action}\"")[1].Split("</form>")[0], "").Hidden;

    private async Task<Browser> As(string persona)
    {
        var browser = new Browser(demo.Host.App.Server) { Accept = "text/html" };
        await browser.SignInAsync(persona, "/me");
        await browser.GetAsync("/?lang=en");
        return browser;
    }

    private static async Task<string> Read(Browser browser, string page)
    {
        var visit = await browser.GetAsync(page);
        visit.Status.ShouldBe(200, page);
        return WebUtility.HtmlDecode(visit.Text);
    }

    private static async Task<string> Send(Browser browser, string page, string action, params KeyValuePair<string, string>[] entered)
    {
        var done = await browser.PostAsync(action, [.. Form((await browser.GetAsync(page)).Text, action), .. entered]);
        (done.Status, done.Location).ShouldBe((303, page), WebUtility.HtmlDecode(done.Text));
        return await Read(browser, page);
    }

    [Fact]
    public async Task A_credential_is_suspended_reinstated_noticed_answered_revoked_appealed_and_never_revoked_after_all()
    {
        var page = $"/credentials/{demo.Credential}";
        var own = $"/people/{DemoLedger.Candidate}/credentials/{demo.Credential}";
        using var revoker = await As("revoker");
        using var issuer = await As("issuer");
        using var holder = await As("holder");

        (await Read(revoker, page)).ShouldContain("In force until");
        (await Send(revoker, page, $"{page}/suspension", Field("ground", "UnderInvestigation"), Field("text", "ตรวจหลักฐาน"))).ShouldContain("Suspended since");
        (await Read(holder, "/me")).ShouldContain("Suspended since");
        (await Send(revoker, page, $"{page}/reinstatement")).ShouldContain("In force until");

        var until = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)).AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await Read(issuer, page)).ShouldNotContain($"{page}/suspension\"", customMessage: "whoever issued may not suspend, and is not offered it");
        (await Send(issuer, page, $"{page}/revocation/notice", Field("ground", "Fraud"), Field("until", until), Field("text", "ใช้ผลงานของผู้อื่น"))).ShouldContain("The holder was given notice.");
        (await Read(revoker, page)).ShouldNotContain("/revocation/decision", customMessage: "the holder may still answer");

        (await Read(holder, "/")).ShouldContain("A credential of yours needs your attention");
        var answered = await Send(holder, page, $"{own}/answer", Field("text", "เป็นผลงานของข้าพเจ้า"));
        answered.ShouldContain("ใช้ผลงานของผู้อื่น");
        answered.ShouldContain("You answered the notice of revocation.");
        (await Read(holder, "/")).ShouldNotContain("A credential of yours needs your attention");

        (await Send(revoker, page, $"{page}/revocation/decision", Field("ruling", "Revoked"), Field("text", "ฟังไม่ขึ้น"))).ShouldContain("Revoked with effect from");
        (await Read(holder, "/")).ShouldContain("You can appeal until");
        (await Send(holder, page, $"{own}/appeal", Field("text", "ไม่ได้ดูหนังสือรับรอง"))).ShouldContain("Your appeal waits for a ruling.");
        (await Read(revoker, page)).ShouldNotContain("/revocation/ruling", customMessage: "whoever decided does not rule on the appeal");
        (await demo.Host.GetAsync("holder", $"/api{page}/history")).Json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("type").GetString()).ShouldBe(
            ["credential-issued", "credential-suspended", "credential-reinstated", "revocation-notified", "revocation-answered", "credential-revoked", "revocation-appealed"]);
    }

    [Fact]
    public async Task A_refusal_is_read_beside_its_form_with_what_was_entered()
    {
        var page = $"/credentials/{await demo.CredentialAsync(9101)}";
        using var revoker = await As("revoker");
        var form = Form((await revoker.GetAsync(page)).Text, $"{page}/revocation/notice");
        var refused = await revoker.PostAsync($"{page}/revocation/notice", [.. form, Field("ground", "Misconduct"), Field("until", "2020-01-01"), Field("text", "ข้อความที่เขียนไว้")]);
        refused.Status.ShouldBe(422);
        var text = WebUtility.HtmlDecode(refused.Text);
        text.ShouldContain(Sentences.English("revocation.bad-term"));
        text.ShouldContain("ข้อความที่เขียนไว้");
        (await revoker.PostAsync($"{page}/suspension", [.. form, Field("ground", "nothing")])).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Whoever_may_revoke_elsewhere_is_shown_nothing_by_sending_a_form()
    {
        var credential = await demo.CredentialAsync(9102);
        var page = $"/credentials/{credential}";
        using var other = await As("issuer-rsa");
        (await other.GetAsync(page)).Status.ShouldBe(404);
        var refused = await other.PostAsync($"{page}/suspension", [await other.ProofAsync(), Field("ground", "UnderInvestigation")]);
        refused.Status.ShouldBe(404);
        refused.Text.ShouldNotContain("Test 9102");
    }

    [Fact]
    public async Task It_is_recorded_once_that_somebody_else_was_shown_a_credential()
    {
        using var auditor = await As("auditor");
        var page = $"/credentials/{demo.Credential}";
        var before = await Shown();
        var text = await Read(auditor, page);
        text.ShouldNotContain("What you can do", customMessage: "auditors read");
        (await Shown()).ShouldBe(before + 1);
        (await auditor.GetAsync($"{page}/document?format=pdf")).Status.ShouldBe(200);
        (await Read(auditor, page)).ShouldContain("Open Badges 3.0");

        async Task<int> Shown() => (await demo.Host.GetAsync("holder", $"/api/people/{DemoLedger.Candidate}/accesses")).Json.GetProperty("entries").EnumerateArray()
            .Count(e => e.GetProperty("view").GetString() == "credential-page");
    }
}
