using System.Text.Json;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>Who is shown a person's record is recorded first, and the person sees it; what cannot be recorded is not shown.</summary>
public sealed class AccessScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<long> RecordedAsync(string type = "record-opened")
    {
        await using var command = demo.Host.Database.CreateCommand("select count(*) from ledger.mt_events where type = $1");
        command.Parameters.Add(new() { Value = type });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private string[] PersonalViews() => [.. demo.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(Views).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal)];

    // A form that is refused shows the page that it stands on, under that page's code.
    private static bool Views(RouteEndpoint e) => e.Metadata.GetMetadata<Need>()?.View is not null && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET");

    private string Fill(string pattern, Guid? award = null) => pattern.Replace("{awardId:guid}", $"{award}")
        .Replace("{personId:guid}", $"{DemoLedger.Candidate}").Replace("{credentialId:guid}", $"{demo.Credential}").Replace("{completionId:guid}", $"{DemoLedger.Completion}")
        .Replace("{resultId:guid}", $"{DemoLedger.Result}").Replace("{appointmentId:guid}", "ab000000-0000-4000-8000-000000000001").Replace("{decisionId:guid}", $"{Decision}");

    private static Guid Decision => Domain.Credentials.Decision.IdOf(DemoLedger.SchemeWithMarks, DemoLedger.Candidate, [DemoLedger.Result], [DemoLedger.Completion]);

    [Fact]
    public async Task Every_view_of_a_person_records_somebody_else_once_and_a_refusal_never()
    {
        var views = PersonalViews();
        views.Length.ShouldBeGreaterThan(9);
        var award = await demo.Host.AwardAsync(DemoLedger.Candidate);
        foreach (var path in views.Select(v => Fill(v, award)))
        {
            path.ShouldNotContain("{", Case.Sensitive, "fill in another id here");
            var before = await RecordedAsync();
            (await demo.Host.GetAsync("newcomer", path)).Status.ShouldBeOneOf(403, 404);
            (await demo.Host.GetAsync("", path)).Status.ShouldBe(401);
            (await RecordedAsync()).ShouldBe(before, path);
            var shown = await demo.Host.GetAsync("privacy-officer", path);
            shown.Status.ShouldBe(200, $"{path} {shown.Text}");
            (await RecordedAsync()).ShouldBe(before + 1, path);
        }
    }

    [Fact]
    public async Task Ones_own_record_is_shown_without_a_record()
    {
        var before = await RecordedAsync();
        foreach (var path in PersonalViews().Where(p => p.Contains("personId", StringComparison.Ordinal)).Select(v => Fill(v)))
            (await demo.Host.GetAsync("holder", path)).Status.ShouldBe(200, path);
        (await RecordedAsync()).ShouldBe(before);
    }

    [Fact]
    public void Each_view_has_a_code_of_its_own() => demo.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(Views).DistinctBy(e => e.RoutePattern.RawText).Select(e => e.Metadata.GetMetadata<Need>()?.View).OfType<string>().ShouldBeUnique();

    [Fact]
    public async Task The_person_sees_who_looked_when_at_what_and_under_which_duty()
    {
        var person = await demo.PersonAsync(8101);
        var path = $"/api/people/{person}";
        (await demo.Host.GetAsync("framework-keeper", $"{path}/timeline")).Status.ShouldBe(200);
        (await demo.Host.GetAsync("framework-keeper", $"{path}/timeline")).Status.ShouldBe(200);
        var list = (await demo.Host.GetAsync("privacy-officer", $"{path}/accesses")).Json;
        var entries = list.GetProperty("entries").EnumerateArray().ToArray();
        entries.Length.ShouldBe(2, "a repeated look is another one, and this one comes after the list was made");
        entries[0].GetProperty("by").GetGuid().ShouldBe(new("d0000000-0000-4000-8000-000000000001"));
        (Text(entries[0], "organisation"), Text(entries[0], "duty"), Text(entries[0], "view"), Text(entries[0], "type")).ShouldBe(("TPQI", "read-records", "timeline", "record-opened"));
        var next = (await demo.Host.GetAsync("privacy-officer", $"{path}/accesses?after={entries[1].GetProperty("sequence").GetInt64()}")).Json.GetProperty("entries");
        Text(next[0], "view").ShouldBe("accesses");
    }

    [Fact]
    public async Task An_access_enters_no_timeline_and_makes_no_read_model_look_stale()
    {
        var person = await demo.PersonAsync(8102);
        var path = $"/api/people/{person}/timeline";
        var first = (await demo.Host.GetAsync("privacy-officer", path)).Json;
        var second = (await demo.Host.GetAsync("privacy-officer", path)).Json;
        second.GetProperty("entries").GetArrayLength().ShouldBe(1);
        second.GetProperty("sequence").GetInt64().ShouldBe(first.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task An_access_that_cannot_be_recorded_shows_nothing()
    {
        var person = await demo.PersonAsync(8103);
        await demo.Host.TamperAsync("alter table ledger.mt_events add constraint no_looking check (type <> 'record-opened') not valid");
        try
        {
            var answer = await demo.Host.GetAsync("privacy-officer", $"/api/people/{person}");
            answer.ShouldRefuse(503, "access.not-recorded");
            answer.Text.ShouldNotContain("ทดสอบ");
        }
        finally
        {
            await demo.Host.TamperAsync("alter table ledger.mt_events drop constraint no_looking");
        }
        (await demo.Host.GetAsync("privacy-officer", $"/api/people/{person}")).Status.ShouldBe(200);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
