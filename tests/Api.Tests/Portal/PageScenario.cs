using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Projections.Authority;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>Who reads which page, in which language, and what people are told who may not.</summary>
public sealed class PageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private Browser Open() => new(demo.Host.App.Server) { Accept = "text/html" };

    private async Task<Browser> As(string persona)
    {
        var browser = Open();
        await browser.SignInAsync(persona, "/me");
        return browser;
    }

    [Fact]
    public async Task Every_open_page_carries_the_three_party_notice()
    {
        var agreement = (await demo.Host.Services.GetRequiredService<AuthorityCache>().Current(default)).Agreement!;
        var open = demo.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageAttribute>() is not null && e.Metadata.GetMetadata<Need>() is OpenAttribute && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(e => e.RoutePattern.RawText!).Distinct().ToArray();
        open.ShouldContain("/agreement");
        using var browser = Open();
        foreach (var page in open)
        {
            var visit = await browser.GetAsync(page);
            visit.Status.ShouldBe(200, page);
            ThreePartyNotice.In(System.Net.WebUtility.HtmlDecode(visit.Text), agreement).ShouldBeTrue(page);
        }
        (await browser.GetAsync("/nowhere")).Text.ShouldContain(agreement.Parties[0].NameEn, customMessage: "a page that says no is a public page too");
    }

    [Fact]
    public async Task Pages_are_Thai_until_somebody_asks_for_English()
    {
        using var browser = Open();
        (await browser.GetAsync("/agreement")).Text.ShouldContain("<html lang=\"th\">");
        var chosen = await browser.GetAsync("/agreement?lang=en");
        (chosen.Status, chosen.Location).ShouldBe((302, "/agreement"));
        var english = await browser.GetAsync("/agreement");
        english.Text.ShouldContain("<html lang=\"en\">");
        english.Text.ShouldContain("8 March 2017");
        await browser.GetAsync("/agreement?lang=th");
        System.Net.WebUtility.HtmlDecode((await browser.GetAsync("/agreement")).Text).ShouldContain("8 มีนาคม พ.ศ. 2560");
    }

    [Fact]
    public async Task The_choice_of_a_language_leads_to_no_other_site()
    {
        using var browser = Open();
        (await browser.GetAsync("http://localhost//elsewhere.example/?lang=en")).Location.ShouldStartWith("/elsewhere.example");
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/proposals")]
    [InlineData("/appointments")]
    public async Task A_visitor_who_has_not_signed_in_is_led_there_and_back(string page)
    {
        using var browser = Open();
        var visit = await browser.GetAsync($"{page}?x=1");
        (visit.Status, visit.Location).ShouldBe((302, $"/sign-in?returnUrl={Uri.EscapeDataString($"{page}?x=1")}"));
    }

    [Fact]
    public async Task Whoever_lacks_the_duty_reads_which_one_and_who_can_give_it()
    {
        using var browser = await As("newcomer");
        await browser.GetAsync("/?lang=en");
        var visit = await browser.GetAsync("/appointments");
        visit.Status.ShouldBe(403);
        visit.Text.ShouldContain("Appoint people to duties");
        visit.Text.ShouldContain("Office of the Civil Service Commission");
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_to_a_person_and_a_problem_to_a_program()
    {
        using var person = Open();
        var page = await person.GetAsync("/nowhere");
        page.Status.ShouldBe(404);
        page.Text.ShouldContain("<html lang=\"th\">");
        (await demo.Host.GetAsync("", "/nowhere")).ShouldRefuse(404, "request.unknown-address");
    }

    [Fact]
    public async Task Ones_own_page_shows_name_duties_posts_and_record()
    {
        using var browser = await As("holder");
        await browser.GetAsync("/?lang=en");
        var text = System.Net.WebUtility.HtmlDecode((await browser.GetAsync("/me")).Text);
        text.ShouldContain("A credential was issued");
        text.ShouldContain("You were not given any duty.");
        text.ShouldContain("Who opened your record");
        text.ShouldContain("Post number");
    }

    [Fact]
    public async Task Ones_own_page_shows_an_earlier_day_as_it_was_known_and_apart_from_it_what_is_known_since()
    {
        using var browser = await As("holder");
        var then = System.Net.WebUtility.HtmlDecode((await browser.GetAsync("/me?asOf=2026-06-15")).Text);
        then.ShouldContain("นี่คือข้อมูลในอดีต ณ 15 มิถุนายน พ.ศ. 2569 ตามที่ทราบเมื่อ 15 มิถุนายน พ.ศ. 2569 เวลา 23:59:59 น.");
        then.ShouldContain("ขณะนั้นยังไม่มีการบันทึกข้อมูลใด");
        then.ShouldContain("มีการประกาศผลการประเมินในภายหลัง", customMessage: "the result of that day was recorded later");
        then.ShouldContain("มีการบันทึกการดำรงตำแหน่งในภายหลัง", customMessage: "and the post of that day");
        await browser.GetAsync("/?lang=en");
        System.Net.WebUtility.HtmlDecode((await browser.GetAsync("/me?asOf=2026-06-15")).Text).ShouldContain("The same day by what is known now");
        System.Net.WebUtility.HtmlDecode((await browser.GetAsync("/me")).Text).ShouldNotContain("This is the past");
        var refused = await browser.GetAsync("/me?asOf=15/06/2569");
        refused.Status.ShouldBe(400);
        refused.Text.ShouldContain("Give a moment as ISO 8601");
        refused.Text.ShouldContain("value=\"15/06/2569\"", customMessage: "what was entered is kept");
    }

    [Theory]
    [InlineData("representative-ega", 200)]
    [InlineData("head-digital", 200)]
    [InlineData("holder", 403)]
    [InlineData("auditor", 403)]
    public async Task Appointments_are_shown_to_who_appoints(string persona, int status)
    {
        using var browser = await As(persona);
        (await browser.GetAsync("/appointments")).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("/findings", "auditor", 200)]
    [InlineData("/findings", "privacy-officer", 403)]
    [InlineData("/findings?from=yesterday", "auditor", 422)]
    [InlineData("/erasures", "privacy-officer", 200)]
    [InlineData("/erasures", "holder", 403)]
    [InlineData("/staff", "supervisor", 200)]
    [InlineData("/people/a0000000-0000-4000-8000-000000000002/export", "holder", 403)]
    [InlineData("/people/a0000000-0000-4000-8000-000000000001/export?format=html", "holder", 200)]
    [InlineData("/people/a0000000-0000-4000-8000-000000000001/profile?asOf=2026-06-15", "holder", 200)]
    [InlineData("/people/a0000000-0000-4000-8000-000000000001/profile?asOf=2026-06-15", "supervisor", 200)]
    [InlineData("/people/a0000000-0000-4000-8000-000000000002/profile?asOf=2026-06-15", "holder", 403)]
    [InlineData("/people/a0000000-0000-4000-8000-000000000001/profile?asOf=2200-01-01", "auditor", 400)]
    [InlineData("/proposals/new/amendment", "representative-ega", 403)]
    [InlineData("/proposals/new/amendment", "coordinator-ega", 200)]
    public async Task A_page_asks_for_the_same_duty_as_the_api(string page, string persona, int status)
    {
        using var browser = await As(persona);
        (await browser.GetAsync(page)).Status.ShouldBe(status);
    }
}
