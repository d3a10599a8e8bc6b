using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Audit.Findings;
using CredentialLedger.Verifier.Log;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Audit;

/// <summary>What is found in a real ledger, who is shown it, and that it is found by its events alone; each fact on a ledger of its own.</summary>
public sealed class FindingsScenario : IAsyncLifetime
{
    private readonly DemoLedger demo = new();

    public Task InitializeAsync() => demo.InitializeAsync();

    public Task DisposeAsync() => demo.DisposeAsync();

    private Task<FindingsReport> Search(Action<long, long>? progress = null) =>
        demo.Host.Services.GetRequiredService<FindingSearch>().Run(progress ?? ((_, _) => { }), default);

    private static readonly Guid TrainingOfficer = new("d0000000-0000-4000-8000-000000000003"), Decider = new("d0000000-0000-4000-8000-000000000005");

    [Fact]
    public async Task In_the_demo_only_what_its_loading_explains_is_found()
    {
        var report = await Search();
        (report.Unreadable, report.Distrusted, report.Events).ShouldBe((0, 0, await demo.Host.EventsAsync()));
        // It records the results and completions of half a year in one go, and decides at once; at what hour, depends on when it is loaded.
        report.Findings.Where(f => f.Rule != "off-hours").Select(f => (f.Rule, f.Persons[0], f.Shows.Count + f.Reaches.Count)).ShouldBe(
        [
            ("claimed-long-before", TrainingOfficer, 2), ("claimed-long-before", DemoLedger.Examiner, 2), ("decided-in-seconds", Decider, 2),
        ]);
    }

    [Fact]
    public async Task Everything_that_a_revoked_examiner_touched_is_found_with_how_it_stands()
    {
        var credential = await demo.CredentialAsync(91);
        (await demo.Host.PostAsync("head-digital", "/api/appointments/ab000000-0000-4000-8000-000000000023/revocation", new { ground = "misconduct" })).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{credential}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        var found = (await Search()).Findings.Single(f => f.Rule == "revoked-examiner");
        found.Persons.ShouldBe([DemoLedger.Examiner]);
        found.Values.Skip(2).ShouldBe([3, 2, 2, 1, 0], "the demo's two results and the new one, two decisions, two credentials, one of them valid, no award");
        found.Reaches.Single(s => s.Stream == credential && s.Type == "credential-issued").Note.ShouldBe("revoked");
        found.Reaches.Single(s => s.Stream == demo.Credential).Note.ShouldBe("valid");
    }

    [Fact]
    public async Task What_was_issued_without_authority_by_SQL_is_found_and_forged_authority_does_not_cover_it()
    {
        // The issuer's appointment is made the supervisor's after the fact: nothing that the application wrote entitled the issuer any more.
        (await demo.Host.TamperAsync("update ledger.mt_events set data = jsonb_set(data, '{person}', '\"d0000000-0000-4000-8000-0000000000f1\"') where stream_id = 'ab000000-0000-4000-8000-000000000028'")).ShouldBe(1);
        var report = await Search();
        report.Distrusted.ShouldBe(1);
        report.Findings.Single(f => f.Rule == "authority-lapsed").Shows.Single().Stream.ShouldBe(demo.Credential);
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted_and_the_rest_is_found()
    {
        (await demo.Host.TamperAsync($"update ledger.mt_events set data = data - 'course' where stream_id = '{DemoLedger.Completion}'")).ShouldBe(1);
        var report = await Search();
        report.Unreadable.ShouldBe(1);
        report.Findings.ShouldContain(f => f.Rule == "without-evidence");
        (await demo.Host.TamperAsync($"update ledger.mt_events set timestamp = 'infinity' where stream_id = '{DemoLedger.Result}'")).ShouldBe(1);
        (await Search()).Unreadable.ShouldBe(2);
        (await demo.Host.GetAsync("auditor", "/api/findings")).Json.GetProperty("unseen").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task Each_event_is_read_once_and_progress_comes_to_its_end()
    {
        var told = new List<(long Done, long Total)>();
        var report = await Search((done, total) => told.Add((done, total)));
        told[0].ShouldBe((0, report.Events));
        told[^1].ShouldBe((report.Events, report.Events));
    }

    [Fact]
    public async Task Auditors_are_shown_findings_by_rule_person_day_and_state_and_it_is_recorded_that_they_were()
    {
        var (person, finding) = await demo.LeadAsync(92);
        (await demo.Host.GetAsync("", "/api/findings")).Status.ShouldBe(401);
        (await demo.Host.GetAsync("decider", "/api/findings")).ShouldRefuse(403, "identity.duty-missing");
        async Task<int> Count(string query) => (await demo.Host.GetAsync("auditor", $"/api/findings?{query}")).Json.GetProperty("count").GetInt32();
        (await Count($"person={person}&rule=decided-in-seconds&state=new&from=2026-01-01&to=2200-01-01")).ShouldBe(1);
        (await Count($"person={person}&state=open")).ShouldBe(0);
        (await Count($"person={person}&to=2026-01-01")).ShouldBe(0);
        (await Count("rule=decided-in-seconds")).ShouldBe(2);
        (await demo.Host.GetAsync("auditor", "/api/findings?rule=none")).ShouldRefuse(422, "finding.unknown-rule");
        (await demo.Host.GetAsync("auditor", "/api/findings?state=none")).ShouldRefuse(422, "finding.unknown-state");

        var view = (await demo.Host.GetAsync("auditor", $"/api/findings/{finding}")).Json;
        view.GetProperty("sentenceEn").GetString()!.ShouldContain("certified the candidate");
        view.GetProperty("shows").GetArrayLength().ShouldBe(2);
        view.GetProperty("thresholds")[0].GetProperty("reasonTh").GetString().ShouldNotBeNullOrEmpty();
        (await demo.Host.GetAsync("auditor", $"/api/findings/{Guid.NewGuid()}")).ShouldRefuse(404, "finding.missing");
        await using var command = demo.Host.Database.CreateCommand($"select count(*) from ledger.mt_events where type = 'list-opened' and data ->> 'list' = 'finding' and data ->> 'query' = '{finding}'");
        (await command.ExecuteScalarAsync()).ShouldBe(1L);
    }

    [Fact]
    public async Task A_review_stays_when_no_rule_finds_its_finding_any_more()
    {
        var (_, address) = await demo.OpenedAsync(93);
        // The decision is put later by SQL, as another threshold would do it.
        (await demo.Host.TamperAsync("update ledger.mt_events set timestamp = timestamp + interval '1 hour' where type = 'certification-decided'")).ShouldBe(2);
        (await demo.LeadAsync(94)).Finding.ShouldNotBe(Guid.Empty);
        var view = (await demo.Host.GetAsync("auditor", address)).Json;
        (view.GetProperty("state").GetString(), view.TryGetProperty("sentenceEn", out _)).ShouldBe(("open", false));
        (await demo.Host.GetAsync("auditor", "/api/findings?state=open")).Json.GetProperty("count").GetInt32().ShouldBe(1);
    }
}
