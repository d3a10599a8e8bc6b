using CredentialLedger.Api.Http;
using CredentialLedger.Api.Portal;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Tests.SignIn;
using static CredentialLedger.Api.Tests.Portal.PortalVisits;

namespace CredentialLedger.Api.Tests.Portal;

/// <summary>A scheme is established by a page, from nothing or after another one: the same scheme as by the API, once.</summary>
public sealed class NewSchemePageScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string New = "/schemes/new", OnFramework = "/schemes/new?framework=TPQI-2560", Unit = "level::CEC-BCTZ-001";

    private const string Award = "b1000000-0000-4000-8000-000000000001", Mark = "ac000000-0000-4000-8000-000000000003", Aware = "b0000000-0000-4000-8000-000000000002";

    private static KeyValuePair<string, string>[] Fields(string code) =>
    [
        Field("code", code), Field("titleTh", "โครงการทดสอบ"), Field("titleEn", "Test scheme"), Field("unit", Unit), Field("from", "2026-01-01"), Field("validityMonths", "24"),
        Field("required-what-0", Unit), Field("required-instruments-0", "Portfolio"), Field("required-instruments-0", "Interview"),
        Field("windowMonths", "6"), Field("graceMonths", ""), Field("renewal-what-0", $"course:{DemoLedger.Course}"), Field("issuers", "CB-DIGITAL"), Field("marks", Mark),
    ];

    private static KeyValuePair<string, string>[] With(IEnumerable<KeyValuePair<string, string>> form, params KeyValuePair<string, string>[] other) =>
        [.. form.Where(f => other.All(o => o.Key != f.Key)), .. other.Where(o => o.Value != "none")];

    private async Task<int> SchemesAsync() => (await demo.Host.GetAsync("auditor", "/api/schemes")).Json.GetProperty("schemes").GetArrayLength();

    [Fact]
    public async Task A_scheme_is_established_once_with_all_that_the_form_says()
    {
        using var keeper = await demo.BrowserAsync("framework-keeper");
        (await keeper.ReadAsync("/schemes")).ShouldContain($"href=\"{New}\"");
        (await keeper.ReadAsync(New)).ShouldContain("<option value=\"TPQI-2560\">");
        var (page, before) = (await keeper.ReadAsync(OnFramework), await SchemesAsync());
        page.ShouldContain("a scheme cannot be changed or taken back");
        foreach (var organisation in (string[])["CB-DIGITAL", "CB-SERVICE", "TPQI"]) page.ShouldContain($"name=\"issuers\" value=\"{organisation}\"");
        page.ShouldNotContain("name=\"issuers\" value=\"DLT\"");

        KeyValuePair<string, string>[] form = [.. Form(page, New), .. Fields("T-ALL")];
        var done = await keeper.PostAsync(New, form);
        done.Status.ShouldBe(303, done.Text);
        (await keeper.PostAsync(New, form)).Status.ShouldBe(303);
        (await keeper.PostAsync(New, form.Where(f => f.Key != PortalForms.Command))).Status.ShouldBe(303, "the same again is nothing new");
        (await keeper.ReadAsync(done.Location)).ShouldContain("The scheme was established.");
        (await SchemesAsync()).ShouldBe(before + 1);

        var scheme = (await demo.Host.GetAsync("auditor", $"/api{done.Location}")).Json;
        var required = scheme.GetProperty("requirements")[0];
        scheme.GetProperty("requirements").GetArrayLength().ShouldBe(1);
        (required.GetProperty("unit").GetString(), required.GetProperty("instruments").ToString()).ShouldBe(("CEC-BCTZ-001", """["portfolio","interview"]"""));
        (scheme.GetProperty("validityMonths").GetInt32(), scheme.GetProperty("issuers").ToString(), scheme.GetProperty("marks").ToString()).ShouldBe((24, """["CB-DIGITAL"]""", $"[\"{Mark}\"]"));
        var renewal = scheme.GetProperty("renewal");
        (renewal.GetProperty("windowMonths").GetInt32(), renewal.GetProperty("graceMonths").GetInt32(), renewal.GetProperty("requirements")[0].GetProperty("course").GetGuid()).ShouldBe((6, 0, DemoLedger.Course));

        var other = await keeper.PostAsync(New, With(form, Field(PortalForms.Command, "none"), Field("titleEn", "Another")));
        other.Status.ShouldBe(409);
        System.Net.WebUtility.HtmlDecode(other.Text).ShouldContain(Sentences.English("scheme.already-established"));
    }

    [Fact]
    public async Task The_next_version_begins_as_the_one_before_and_loses_nothing()
    {
        using var keeper = await demo.BrowserAsync("framework-keeper");
        (await keeper.ReadAsync($"/schemes/{Aware}")).ShouldContain($"href=\"{New}?after={Aware}\"");
        var page = await keeper.ReadAsync($"{New}?after={Aware}");
        page.ShouldMatch("id=\"code\"[^>]*value=\"\"");
        page.ShouldContain($"value=\"{Award}\" checked");
        page.ShouldContain("value=\"WrittenExam\" checked");

        // Sent as a browser would send it: what is chosen, checked and typed, with a code of its own.
        var sent = With([.. Form(page, New), .. Chosen(page)], Field("code", "DG-AWARE-2"), Field("from", "2026-02-01"));
        var done = await keeper.PostAsync(New, sent);
        done.Status.ShouldBe(303, done.Text);
        var (was, now) = ((await demo.Host.GetAsync("auditor", $"/api/schemes/{Aware}")).Json, (await demo.Host.GetAsync("auditor", $"/api{done.Location}")).Json);
        foreach (var member in was.EnumerateObject().Where(m => m.Name is not ("id" or "code" or "from"))) now.GetProperty(member.Name).ToString().ShouldBe(member.Value.ToString(), member.Name);
        now.GetProperty("code").GetString().ShouldBe("DG-AWARE-2");
    }

    [Fact]
    public async Task Room_for_another_requirement_keeps_what_was_entered_and_records_nothing()
    {
        using var keeper = await demo.BrowserAsync("framework-keeper");
        var (page, before) = (await keeper.ReadAsync(OnFramework), await SchemesAsync());
        var more = await keeper.PostAsync(New, [.. Form(page, New), .. Fields("T-MORE"), Field("more", "required")]);
        more.Status.ShouldBe(200);
        var wider = System.Net.WebUtility.HtmlDecode(more.Text);
        wider.ShouldContain("name=\"required-what-1\"");
        wider.ShouldNotContain("name=\"renewal-what-1\"");
        wider.ShouldContain("value=\"T-MORE\"");
        (await SchemesAsync()).ShouldBe(before);
        var done = await keeper.PostAsync(New, [.. Form(wider, New), .. Fields("T-MORE"), Field("required-what-1", $"course:{DemoLedger.Course}")]);
        done.Status.ShouldBe(303, done.Text);
        (await demo.Host.GetAsync("auditor", $"/api{done.Location}")).Json.GetProperty("requirements").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("code", "", "code", "scheme.bad-text")]
    [InlineData("unit", "", "unit", "form.unreadable")]
    [InlineData("from", "tomorrow", "from", "form.unreadable")]
    [InlineData("from", "01/01/2569", "from", "form.unreadable")]
    [InlineData("from", "๒๐๒๖-๐๑-๐๑", "from", "form.unreadable")]
    [InlineData("from", "2569-01-01", "from", "day.implausible")]
    [InlineData("validityMonths", "121", "validityMonths", "scheme.bad-validity")]
    [InlineData("validityMonths", "two", "validityMonths", "form.unreadable")]
    [InlineData("required-what-0", "none", "requirements", "scheme.bad-requirements")]
    [InlineData("required-what-0", "course:c0000000-0000-4000-8000-000000000001", "requirements", "scheme.bad-requirements")]
    [InlineData("required-what-0", "course:none", "requirements", "form.unreadable")]
    [InlineData("required-rows", "x", "requirements", "form.unreadable")]
    [InlineData("required-instruments-0", "Astrology", "requirements", "form.unreadable")]
    [InlineData("required-equivalents-0", Award, "requirements", "scheme.other-equivalence")]
    [InlineData("windowMonths", "", "renewal", "form.unreadable")]
    [InlineData("windowMonths", "25", "renewal", "scheme.bad-renewal")]
    [InlineData("issuers", "none", "issuers", "scheme.bad-issuers")]
    [InlineData("issuers", "CB-NOBODY", "issuers", "scheme.unknown-issuer")]
    [InlineData("marks", "none-such", "marks", "form.unreadable")]
    public async Task What_is_wrong_is_refused_at_its_field_and_nothing_is_recorded(string field, string entered, string at, string code)
    {
        using var keeper = await demo.BrowserAsync("framework-keeper");
        var (page, before) = (await keeper.ReadAsync(OnFramework), await SchemesAsync());
        var refused = await keeper.PostAsync(New, With([.. Form(page, New), .. Fields("T-BAD")], Field(field, entered)));
        refused.Status.ShouldBe(422);
        var told = System.Net.WebUtility.HtmlDecode(refused.Text);
        told.ShouldContain($"id=\"{at}-refused\" role=\"alert\">{Sentences.English(code)}");
        told.Split("role=\"alert\"").Length.ShouldBe(2, "said once");
        told.ShouldContain("value=\"Test scheme\"");
        (await SchemesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_else_is_offered_or_establishes_one_and_an_unknown_framework_is_none()
    {
        using var newcomer = await demo.BrowserAsync("newcomer");
        (await newcomer.ReadAsync("/schemes")).ShouldNotContain(New);
        (await newcomer.ReadAsync($"/schemes/{Aware}")).ShouldNotContain(New);
        (await newcomer.GetAsync(OnFramework)).Status.ShouldBe(403);
        (await newcomer.PostAsync(New, [await newcomer.ProofAsync(), .. Fields("T-NOBODY")])).Status.ShouldBe(403);
        using var keeper = await demo.BrowserAsync("framework-keeper");
        (await keeper.GetAsync($"{New}?framework=NONE")).Status.ShouldBe(404);
        (await keeper.GetAsync($"{New}?after={Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Every_course_is_listed_by_its_code()
    {
        var courses = (await demo.Host.GetAsync("newcomer", "/api/courses")).Json.GetProperty("courses").EnumerateArray().Select(c => c.GetProperty("code").GetString()).ToArray();
        courses.ShouldContain("TDGA-DT-01");
        courses.ShouldBe(courses.Order(StringComparer.Ordinal));
        (await demo.Host.GetAsync("", "/api/courses")).Status.ShouldBe(401);
    }

    // The visible fields of the page's last form, as a browser sends them.
    private static IEnumerable<KeyValuePair<string, string>> Chosen(string page)
    {
        var form = page.Split($"action=\"{New}\"")[^1].Split("</form>")[0];
        foreach (var input in System.Text.RegularExpressions.Regex.Matches(form, "<input (?!type=\"hidden\")[^>]*>").Select(m => m.Value))
            if (!input.Contains("checkbox", StringComparison.Ordinal) || input.Contains(" checked", StringComparison.Ordinal)) yield return Field(Of(input, "name"), Of(input, "value"));
        foreach (var select in System.Text.RegularExpressions.Regex.Matches(form, "<select [^>]*>.*?</select>", System.Text.RegularExpressions.RegexOptions.Singleline).Select(m => m.Value))
            yield return Field(Of(select, "name"), System.Text.RegularExpressions.Regex.Match(select, "<option value=\"([^\"]*)\" selected").Groups[1].Value);
    }

    private static string Of(string element, string attribute) => System.Text.RegularExpressions.Regex.Match(element, $" {attribute}=\"([^\"]*)\"").Groups[1].Value;
}
