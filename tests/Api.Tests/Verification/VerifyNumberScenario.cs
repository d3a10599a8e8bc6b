using System.Net;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Verification;
using CredentialLedger.Verifier.Credentials;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>Whoever has only the paper asks by number and check code, and learns whether it is good and nothing that the paper does not say.</summary>
public sealed class VerifyNumberScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<(string Number, string Code)> PaperAsync(Guid? credential = null)
    {
        var view = (await demo.Host.GetAsync("holder", $"/api/credentials/{credential ?? demo.Credential}")).Json;
        return (view.GetProperty("document").GetProperty("number").GetString()!, view.GetProperty("checkCode").GetString()!);
    }

    private Task<Answer> AskAsync(string number, string code, string? at = null, string? name = null) => demo.Host.PostAsync("", "/api/verify/number", new { number, code, at, name });

    [Fact]
    public async Task The_number_and_its_code_tell_whether_what_and_by_whom_and_not_to_whom()
    {
        var (number, code) = await PaperAsync();
        var answer = await AskAsync(number, code);
        answer.Json.GetProperty("overall").GetString().ShouldBe("valid", answer.Text);
        answer.Json.GetProperty("achievement").GetProperty("unit").GetString().ShouldBe("CEC-BCTZ-001");
        answer.Json.GetProperty("issuer").GetProperty("code").GetString().ShouldBe("CB-DIGITAL");
        answer.Json.TryGetProperty("nameMatches", out _).ShouldBeFalse();
        answer.Text.ShouldNotContain("Sommut");
        answer.Text.ShouldNotContain(number);
        (await AskAsync(Thai(number), Thai(code))).Status.ShouldBe(200);
        (await AskAsync(Thai(number[..^2] + "00"), code)).ShouldRefuse(422, "verification.malformed-number");
        // As people type: small letters, other marks between, o for 0 and l for 1.
        (await AskAsync($" {number.ToLowerInvariant().Replace('-', ' ')[..3]}{number[3..].ToLowerInvariant().Replace('0', 'o').Replace('1', 'l')}", code.ToLowerInvariant().Replace("-", "").Replace('0', 'o'))).Status.ShouldBe(200);
    }

    private static string Thai(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('๐' + (c - '0')) : c));

    [Theory]
    [InlineData("Sommut Jaidee", true)]
    [InlineData("mr. sommut  JAIDEE", true)]
    [InlineData("Sommut", false)]
    [InlineData("Mr.", false)]
    [InlineData("Sommut Jaidee\uFFFE", false)]
    public async Task A_name_is_compared_and_not_told(string name, bool matches)
    {
        var (number, code) = await PaperAsync();
        (await AskAsync(number, code, name: name)).Json.GetProperty("nameMatches").GetBoolean().ShouldBe(matches);
    }

    [Fact]
    public async Task As_of_a_day_before_it_was_issued_it_was_not_valid()
    {
        var (number, code) = await PaperAsync();
        var answer = await AskAsync(number, code, "2020-01-01");
        answer.Status.ShouldBe(200, answer.Text);
        answer.Json.GetProperty("overall").GetString().ShouldNotBe("valid");
        answer.Json.GetProperty("why").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_wrong_code_and_a_number_that_nobody_has_get_one_and_the_same_answer()
    {
        var (number, code) = await PaperAsync();
        var other = CredentialNumber.For(Guid.NewGuid());
        var wrong = await AskAsync(number, code == "0000-0000" ? "1111-1111" : "0000-0000");
        var unknown = await AskAsync(other, code);
        // Even whoever had the ledger's key for a number that was never given would read no more.
        var fitting = await AskAsync(other, demo.Host.Services.GetRequiredService<CheckCodes>().Of(other));
        foreach (var answer in (Answer[])[wrong, unknown, fitting, await AskAsync(number, ""), await AskAsync(number, "ก")]) answer.ShouldRefuse(404, "verification.no-such-number");
        static string Told(Answer a) => string.Join('|', a.Json.EnumerateObject().Where(m => m.Name != "traceId").Select(m => m.ToString()));
        Told(wrong).ShouldBe(Told(unknown));
        (await AskAsync("CL-0000", code)).ShouldRefuse(422, "verification.malformed-number");
        (await AskAsync(number[..^2] + "00", code)).ShouldRefuse(422, "verification.malformed-number");
        (await AskAsync(number, code, "yesterday")).ShouldRefuse(400, "request.malformed-moment");
    }

    [Fact]
    public async Task A_revoked_one_is_not_valid()
    {
        var credential = await demo.CredentialAsync(71);
        var view = (await demo.Host.GetAsync("issuer", $"/api/credentials/{credential}")).Json;
        var (number, code) = (view.GetProperty("document").GetProperty("number").GetString()!, view.GetProperty("checkCode").GetString()!);
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{credential}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        await Eventually.BeAsync(async () => (await AskAsync(number, code)).Json.GetProperty("overall").GetString(), "invalid");
    }

    [Fact]
    public async Task The_page_takes_a_number_from_a_QR_code_and_answers_without_a_script()
    {
        var (number, code) = await PaperAsync();
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Cookie", "ledger-language=en");
        async Task<(int Status, string Text)> Read(Task<HttpResponseMessage> sent) => ((int)(await sent).StatusCode, WebUtility.HtmlDecode(await (await sent).Content.ReadAsStringAsync()));
        (await Read(client.GetAsync($"/verify?number={number}"))).Text.ShouldContain($"value=\"{number}\"");
        (await Read(client.GetAsync("/verify?number=%3Cscript%3E"))).Text.ShouldNotContain("<script>");
        (await Read(client.GetAsync("/verify/number"))).Status.ShouldBe(200);

        async Task<(int Status, string Text)> Send(params (string, string)[] fields) =>
            await Read(client.PostAsync("/verify/number", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)))));
        var (status, text) = await Send(("number", number), ("code", code), ("name", "Sommut Jaidee"), ("at", ""));
        status.ShouldBe(200);
        text.ShouldContain("This credential is valid.");
        text.ShouldContain("The name that you typed is the holder's.");
        (status, text) = await Send(("number", number), ("code", "0000-0000"));
        status.ShouldBe(404);
        text.ShouldContain("role=\"alert\"");
        text.ShouldContain($"value=\"{number}\"");
        (await Send(("number", "CL"), ("code", code))).Status.ShouldBe(422);
        (await Send(("number", number), ("code", code), ("at", "2569-01-01"))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task No_log_line_at_any_level_holds_a_number_or_its_code()
    {
        var (number, code) = await PaperAsync();
        using var lines = new Lines();
        await using (var app = await LedgerHost.StartAsync(demo.Host.ConnectionString, demo.Host.Folder, more: b => b
            .UseSetting("Logging:LogLevel:Default", "Trace")
            .ConfigureServices(s => s.AddLogging(l => l.AddProvider(lines).AddFilter<Lines>(null, LogLevel.Debug)))))
        {
            using var client = app.Server.CreateClient();
            (await client.GetAsync($"/verify?number={number}")).IsSuccessStatusCode.ShouldBeTrue();
            (await app.SendAsync("", HttpMethod.Post, "/api/verify/number", new { number, code })).Status.ShouldBe(200);
        }
        lines.All.Count.ShouldBeGreaterThan(10);
        lines.All.Where(l => l.Text.Contains(number) || l.Text.Contains(code)).Select(l => l.Text).ShouldBeEmpty();
    }
}
