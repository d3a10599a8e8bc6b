using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.People;
using Marten.Events;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Audit;

/// <summary>A replay says what the events say, whatever somebody did to the rows beside them; each fact on a ledger of its own.</summary>
public sealed class ReplayScenario : IAsyncLifetime
{
    private readonly DemoLedger demo = new();

    public Task InitializeAsync() => demo.InitializeAsync();

    public Task DisposeAsync() => demo.DisposeAsync();

    private Task<ReplayReport> Replay(bool compare = true, DateTimeOffset? asOf = null) =>
        new Replay(demo.Host.Database).Run(asOf, compare, (_, _) => { }, default);

    private async Task Sql(string sql) => (await demo.Host.TamperAsync(sql)).ShouldBe(1);

    private Task UpToDate() => demo.Host.App.WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));

    private async Task<IProjectionCoordinator> Paused()
    {
        await UpToDate();
        var projections = demo.Host.Services.GetRequiredService<IProjectionCoordinator>();
        await projections.PauseAsync();
        return projections;
    }

    [Fact]
    public async Task An_untouched_ledger_is_what_its_events_say()
    {
        await UpToDate();
        var report = await Replay();
        report.Clean.ShouldBeTrue();
        report.Events.ShouldBe(await demo.Host.EventsAsync());
        report.Types.Values.Sum().ShouldBe(report.Events);
        report.Models.ShouldAllBe(m => m.Rows > 0 && m.Lag == 0 && m.ComparedUpTo == report.LastSequence);
    }

    [Fact]
    public async Task Rows_that_were_edited_deleted_or_added_by_SQL_are_named_and_no_decider_is_fooled()
    {
        await Paused();
        await Sql($"update {ReadModel.Of<CredentialStanding>().Table} set data = data || '{{\"revokedFrom\":\"2026-01-01\",\"ground\":\"fraud\"}}' where id = '{demo.Credential}'");
        await Sql($"update {ReadModel.Of<SkillProfile>().Table} set data = jsonb_set(data, '{{evidence,0,status}}', '\"certified\"') where id = '{DemoLedger.Trainee}'");
        await Sql($"delete from {ReadModel.Of<Timeline>().Table} where id = '{DemoLedger.Candidate}'");
        await Sql($"insert into {ReadModel.Of<Timeline>().Table} (id, data) values ('{DemoLedger.Course}', '{{}}')");

        var report = await Replay();
        report.Clean.ShouldBeFalse();
        report.DiscrepancyCount.ShouldBe(0);
        var found = report.Models.SelectMany(m => m.Differences!).Select(d => (d.Model, d.Id, d.Kind, string.Join(' ', d.Properties.Order())));
        found.ShouldBe(
        [
            ("CredentialStanding", demo.Credential, DifferenceKind.Different, "ground revokedFrom"),
            ("SkillProfile", DemoLedger.Trainee, DifferenceKind.Different, "evidence[0].status"),
            ("Timeline", DemoLedger.Candidate, DifferenceKind.Missing, ""),
            ("Timeline", DemoLedger.Course, DifferenceKind.Extra, ""),
        ], ignoreOrder: true);

        // The row says that it was revoked for fraud; the decider knows better, and a reader who asks the events does too.
        (await demo.Host.GetAsync("auditor", $"/api/credentials/{demo.Credential}?asOf=2030-01-01&knownAt={DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.ffffffZ}")).Json.GetProperty("standing").GetString().ShouldBe("expired");
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{demo.Credential}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{await demo.DecisionAsync(31)}/credential")).ShouldRecord(1);
    }

    [Fact]
    public async Task A_projection_that_lags_is_no_difference()
    {
        var projections = await Paused();
        await demo.PersonAsync(32);
        var report = await Replay();
        report.Clean.ShouldBeTrue();
        report.Models.ShouldAllBe(m => m.Lag > 0 && m.ComparedUpTo < report.LastSequence);

        await projections.ResumeAsync();
        await UpToDate();
        (await Replay()).Models.ShouldAllBe(m => m.Lag == 0 && m.DifferenceCount == 0);
    }

    [Fact]
    public async Task Events_that_the_ledger_cannot_have_written_are_named()
    {
        await Paused();
        await Sql($"update ledger.mt_events set type = 'person-removed' where stream_id = '{DemoLedger.SecondExaminer}'");
        await Sql($"update ledger.mt_events set is_archived = true where stream_id = '{DemoLedger.Result}'");
        await Sql($"update ledger.mt_events set data = data - 'course' where stream_id = '{DemoLedger.Completion}'");
        await Sql($"delete from ledger.mt_events where stream_id = '{DemoLedger.Trainee}' and version = 2");
        await Sql($"delete from ledger.mt_events where stream_id = '{DemoLedger.Candidate}' and version = 1");
        var report = await Replay(compare: false);
        report.Discrepancies.Select(f => (f.Kind, f.Stream)).ShouldBe(
        [
            (DiscrepancyKind.UnreadableEvent, DemoLedger.SecondExaminer), (DiscrepancyKind.UnreadableEvent, DemoLedger.Result),
            (DiscrepancyKind.UnreadableEvent, DemoLedger.Completion), (DiscrepancyKind.MissingEvent, DemoLedger.Trainee), (DiscrepancyKind.MissingEvent, DemoLedger.Candidate),
        ], ignoreOrder: true);
        report.Clean.ShouldBeFalse();
    }

    [Fact]
    public async Task A_replay_as_of_a_moment_stops_there()
    {
        var before = await Replay(compare: false);
        await using var command = demo.Host.Database.CreateCommand("select max(timestamp) from ledger.mt_events");
        var then = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
        await demo.PersonAsync(33);
        var asOf = await Replay(compare: false, then);
        (asOf.Events, asOf.LastSequence, asOf.Clean).ShouldBe((before.Events, before.LastSequence, true));
        (await Replay(compare: false, then.AddYears(-1))).Events.ShouldBe(0);
        await Should.ThrowAsync<ArgumentException>(() => Replay(compare: true, then));
    }

    [Fact]
    public async Task Migrating_again_leaves_the_indexes_of_reading_alone()
    {
        await using (await LedgerHost.StartAsync(demo.Host.ConnectionString, demo.Host.Folder)) { }
        await using var command = demo.Host.Database.CreateCommand("select count(*) from pg_indexes where indexname = any($1)");
        command.Parameters.Add(new() { Value = Projections.Reading.ReadingIndexes.Names.ToArray() });
        (await command.ExecuteScalarAsync()).ShouldBe((long)Projections.Reading.ReadingIndexes.Names.Count);
    }
}
