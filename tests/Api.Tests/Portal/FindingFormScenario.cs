using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Audit;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>What an auditor does with a finding by the portal's forms.</summary>
public sealed class FindingFormScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static KeyValuePair<string, string> Field(string name, string value) => new(name, value);

    private static KeyValuePair<string, string>[] Form(Visit page, string action) =>
        new Visit(0, "", page.Text.Split($"action=\"{action}")[1].Split("</form>")[0], "").Hidden;

    [Fact]
    public async Task A_finding_is_chosen_taken_up_noted_on_disposed_of_and_reopened()
    {
        var (person, finding) = await demo.LeadAsync(8101);
        var address = $"/findings/{finding}";
        using var browser = new Browser(demo.Host.App.Server) { Accept = "text/html" };
        await browser.SignInAsync("auditor", "/me");
        var thai = System.Net.WebUtility.HtmlDecode((await browser.GetAsync($"/findings?rule=decided-in-seconds&person={person}&state=&from=&to=")).Text);
        thai.ShouldContain(address);
        thai.ShouldContain("วินิจฉัยภายในไม่กี่วินาที");
        thai.ShouldContain("พ.ศ. ");
        await browser.GetAsync("/?lang=en");

        var page = await browser.GetAsync(address);
        page.Text.ShouldContain("This is a lead.");
        (await browser.PostAsync($"{address}/review", Form(page, $"{address}/review"))).Status.ShouldBe(303);
        page = await browser.GetAsync(address);
        page.Text.ShouldContain("You took the finding up.");

        var note = $"{address}/notes/{Guid.NewGuid()}";
        (await browser.PostAsync(note, [.. Form(page, $"{address}/notes/"), Field("about", person.ToString()), Field("remark", "ถามหน่วยรับรอง")])).Status.ShouldBe(303);
        page = await browser.GetAsync(address);
        System.Net.WebUtility.HtmlDecode(page.Text).ShouldContain("ถามหน่วยรับรอง");

        KeyValuePair<string, string>[] disposal = [.. Form(page, $"{address}/disposal"), Field("about", person.ToString()), Field("disposition", "Referred"), Field("remark", "ส่งต่อ")];
        var refused = await browser.PostAsync($"{address}/disposal", disposal);
        refused.Status.ShouldBe(422);
        var text = System.Net.WebUtility.HtmlDecode(refused.Text);
        text.ShouldContain(Sentences.English("finding.bad-reference"));
        text.ShouldContain("ส่งต่อ", customMessage: "what was entered is kept");
        (await browser.PostAsync($"{address}/disposal", [.. disposal, Field("reference", "ตส 1/70")])).Status.ShouldBe(303);

        page = await browser.GetAsync(address);
        System.Net.WebUtility.HtmlDecode(page.Text).ShouldContain("Referred ตส 1/70");
        (await browser.PostAsync($"{address}/reopening", [.. Form(page, $"{address}/reopening"), Field("about", person.ToString()), Field("remark", "อีกครั้ง")])).Status.ShouldBe(303);
        (await browser.GetAsync(address)).Text.ShouldContain("Under review");
    }

    [Fact]
    public async Task Nobody_reviews_by_a_form_without_the_duty()
    {
        var (_, finding) = await demo.LeadAsync(8102);
        using var browser = new Browser(demo.Host.App.Server) { Accept = "text/html" };
        await browser.SignInAsync("decider", "/me");
        (await browser.GetAsync($"/findings/{finding}")).Status.ShouldBe(403);
        (await browser.PostAsync($"/findings/{finding}/review", await browser.ProofAsync())).Status.ShouldBe(403);
    }
}
