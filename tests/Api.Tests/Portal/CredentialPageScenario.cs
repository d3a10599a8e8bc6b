using System.Net;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;
using static CredentialLedger.Api.Tests.Portal.PortalVisits;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>What officers and holders do about a credential by the portal's forms.</summary>
public sealed class CredentialPageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static async Task<string> Send(Browser browser, string page, string action, params KeyValuePair<string, string>[] entered)
    {
        var done = await browser.PostAsync(action, [.. Form((await browser.GetAsync(page)).Text, action), .. entered]);
        (done.Status, done.Location).ShouldBe((303, page), WebUtility.HtmlDecode(done.Text));
        return await browser.ReadAsync(page);
    }

    [Fact]
    public async Task A_credential_is_suspended_reinstated_noticed_answered_revoked_appealed_and_never_revoked_after_all()
    {
        var page = $"/credentials/{demo.Credential}";
        var own = $"/people/{DemoLedger.Candidate}/credentials/{demo.Credential}";
        using var revoker = await demo.BrowserAsync("revoker");
        using var issuer = await demo.BrowserAsync("issuer");
        using var holder = await demo.BrowserAsync("holder");

        (await revoker.ReadAsync(page)).ShouldContain("In force until");
        (await Send(revoker, page, $"{page}/suspension", Field("ground", "UnderInvestigation"), Field("text", "ตรวจหลักฐาน"))).ShouldContain("Suspended since");
        (await holder.ReadAsync("/me")).ShouldContain("Suspended since");
        await Eventually.BeAsync(VerifiedAsync, "invalid");
        (await Send(revoker, page, $"{page}/reinstatement")).ShouldContain("In force until");

        var until = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)).AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await issuer.ReadAsync(page)).ShouldNotContain($"{page}/suspension\"", customMessage: "whoever issued may not suspend, and is not offered it");
        (await Send(issuer, page, $"{page}/revocation/notice", Field("ground", "Fraud"), Field("until", until), Field("text", "ใช้ผลงานของผู้อื่น"))).ShouldContain("The holder was given notice.");
        (await revoker.ReadAsync(page)).ShouldNotContain("/revocation/decision", customMessage: "the holder may still answer");

        (await holder.ReadAsync("/")).ShouldContain("A credential of yours needs your attention");
        var answered = await Send(holder, page, $"{own}/answer", Field("text", "เป็นผลงานของข้าพเจ้า"));
        answered.ShouldContain("ใช้ผลงานของผู้อื่น");
        answered.ShouldContain("You answered the notice of revocation.");
        (await holder.ReadAsync("/")).ShouldNotContain("A credential of yours needs your attention");

        (await Send(revoker, page, $"{page}/revocation/decision", Field("ruling", "Revoked"), Field("text", "ฟังไม่ขึ้น"))).ShouldContain("Revoked with effect from");
        (await holder.ReadAsync("/")).ShouldContain("You can appeal until");
        (await Send(holder, page, $"{own}/appeal", Field("text", "ไม่ได้ดูหนังสือรับรอง"))).ShouldContain("Your appeal waits for a ruling.");
        (await revoker.ReadAsync(page)).ShouldNotContain("/revocation/ruling", customMessage: "whoever decided does not rule on the appeal");

        // Nobody of the body is left who had no hand in it; the party that answers for all bodies has somebody.
        foreach (var duty in (string[])["revoke-credentials", "read-records"])
            (await demo.Host.PutAsync("representative-tpqi", $"/api/appointments/{Guid.NewGuid()}", new { person = "d0000000-0000-4000-8000-0000000000ac", duty })).ShouldRecord(1);
        using var party = await demo.BrowserAsync("accreditor");
        (await party.ReadAsync("/cases")).ShouldContain("The holder’s appeal waits for a ruling.");
        (await Send(party, page, $"{page}/revocation/ruling", Field("ruling", "Upheld"), Field("text", "หัวหน้างานยืนยัน"))).ShouldContain("In force until");
        (await holder.ReadAsync(page)).ShouldContain("The appeal was upheld: it counts as never revoked");
        (await demo.Host.GetAsync("holder", $"/api{page}/history")).Json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("type").GetString()).ShouldBe(
            ["credential-issued", "credential-suspended", "credential-reinstated", "revocation-notified", "revocation-answered", "credential-revoked", "revocation-appealed", "appeal-upheld"]);
    }

    // What everybody else is told, who only knows the published lists.
    private async Task<string?> VerifiedAsync()
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        var document = await client.GetByteArrayAsync($"/api/credentials/{demo.Credential}/document");
        return (await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(document))).Json.GetProperty("overall").GetString();
    }

    [Fact]
    public async Task A_refusal_is_read_beside_its_form_with_what_was_entered()
    {
        var page = $"/credentials/{await demo.CredentialAsync(9101)}";
        using var revoker = await demo.BrowserAsync("revoker");
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
        using var other = await demo.BrowserAsync("issuer-rsa");
        (await other.GetAsync(page)).Status.ShouldBe(404);
        var refused = await other.PostAsync($"{page}/suspension", [await other.ProofAsync(), Field("ground", "UnderInvestigation")]);
        refused.Status.ShouldBe(404);
        refused.Text.ShouldNotContain("Test 9102");
    }

    [Fact]
    public async Task It_is_recorded_once_that_somebody_else_was_shown_a_credential()
    {
        using var auditor = await demo.BrowserAsync("auditor");
        var page = $"/credentials/{demo.Credential}";
        var before = await Shown();
        var text = await auditor.ReadAsync(page);
        text.ShouldNotContain("What you can do", customMessage: "auditors read");
        (await Shown()).ShouldBe(before + 1);
        (await auditor.GetAsync($"{page}/document?format=pdf")).Status.ShouldBe(200);
        (await auditor.ReadAsync(page)).ShouldContain("Open Badges 3.0");

        async Task<int> Shown() => (await demo.Host.GetAsync("holder", $"/api/people/{DemoLedger.Candidate}/accesses")).Json.GetProperty("entries").EnumerateArray()
            .Count(e => e.GetProperty("view").GetString() == "credential-page");
    }
}
