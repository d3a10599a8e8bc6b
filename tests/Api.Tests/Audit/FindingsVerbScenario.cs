using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Audit;

/// <summary>The verb <c>findings</c>, as a person starts it on the machine.</summary>
public sealed class FindingsVerbScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private Task<(int Code, string Said, string Errors)> RunAsync(params string[] verb) => demo.Host.RunVerbAsync(["findings", .. verb]);

    [Fact]
    public async Task It_says_what_it_found_in_both_languages_and_changes_nothing()
    {
        var before = await demo.Host.EventsAsync();
        var (code, said, _) = await RunAsync("--rule", "decided-in-seconds");
        code.ShouldBe(0);
        said.ShouldContain("certified the candidate");
        said.ShouldContain("วินิจฉัยให้การรับรอง");
        said.ShouldContain("100 %");
        (await RunAsync("--since", "2200-01-01")).Said.ShouldContain("No finding.");
        (await RunAsync("--since", "2026-01-01")).Said.ShouldContain("certified the candidate");
        (await demo.Host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task It_answers_programs_in_JSON_with_progress_beside()
    {
        var (code, said, errors) = await RunAsync("--json");
        code.ShouldBe(0);
        var findings = JsonDocument.Parse(said).RootElement.GetProperty("findings").EnumerateArray().ToArray();
        findings.ShouldContain(f => f.GetProperty("rule").GetString() == "claimed-long-before" && f.GetProperty("severity").GetString() == "low");
        errors.ShouldContain("100 %");
    }

    [Fact]
    public async Task It_refuses_what_it_does_not_know()
    {
        (await RunAsync("--rule", "none")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Errors.ShouldContain("There is no rule of that code."));
        (await RunAsync("--since", "2569-01-01")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Errors.ShouldContain("Give a day"));
    }
}
