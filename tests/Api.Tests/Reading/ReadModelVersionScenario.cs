using Alba;
using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CredentialLedger.Api.Tests.Reading;

/// <summary>A ledger of an earlier release, whose rows of a read model lack what this release keeps: it is built anew beside them by itself, and nobody is shown a row of before.</summary>
public sealed class ReadModelVersionScenario : IAsyncLifetime
{
    private static readonly ReadModel Model = ReadModel.Of<CredentialStanding>();
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-version-").FullName;
    private string superuser = "";

    public async Task InitializeAsync() => superuser = await Prepared.Complete.CopyAsync(folder);

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Rows_of_an_earlier_version_are_built_anew_by_itself_and_go_once_they_are_of_no_use()
    {
        var (table, progression) = Model.Former.Last();
        await MakeOlderAsync(table, progression);

        await using (var app = await LedgerHost.StartAsync(await LedgerCluster.AsAsync(superuser, Roles.App), folder))
        {
            // At once, built or not.
            var sample = Guid.Parse(Prepared.Sample.Split('/')[^1]);
            var known = await app.Services.GetRequiredService<ReadModelReader>().Read<CredentialStanding>(sample, new() { Stream = sample }, null, default);
            known!.Row!.Decision.ShouldNotBe(Guid.Empty);
            await Eventually.BeAsync(() => AskAsync($"select count(*) from {Model.Table} where data ->> 'decision' <> '{Guid.Empty}'"), (object)1L);
            await Eventually.BeAsync(() => HealthOf(app), HealthStatus.Healthy);
            (await AskAsync($"select to_regclass('{table}') is not null")).ShouldBe(true, "a program of the earlier release may still serve");
        }

        (await VerbAsync("replay", "--compare")).Code.ShouldBe(0);
        (await VerbAsync("migrate")).Code.ShouldBe(0);
        (await AskAsync($"select to_regclass('{table}') is null and not exists (select from ledger.mt_event_progression where name = '{progression}')")).ShouldBe(true);
        (await AskAsync($"select count(*) from {Model.Table}")).ShouldBe(1L);
    }

    [Fact]
    public async Task Rows_of_an_earlier_version_stay_while_those_of_now_are_not_complete()
    {
        var (table, progression) = Model.Former.Last();
        await MakeOlderAsync(table, progression);

        (await VerbAsync("migrate")).Code.ShouldBe(0);
        (await VerbAsync("migrate")).Code.ShouldBe(0);

        (await AskAsync($"select to_regclass('{table}') is not null and not exists (select from {Model.Table})")).ShouldBe(true);
    }

    [Fact]
    public async Task Two_that_start_at_the_same_moment_build_it_once()
    {
        var (table, progression) = Model.Former.Last();
        await MakeOlderAsync(table, progression);
        (await VerbAsync("migrate")).Code.ShouldBe(0);
        var app = await LedgerCluster.AsAsync(superuser, Roles.App);

        var both = await Task.WhenAll(LedgerHost.StartAsync(app, folder), LedgerHost.StartAsync(app, folder));
        try
        {
            await Eventually.BeAsync(() => AskAsync($"select count(*) from {Model.Table}"), (object)1L);
            foreach (var one in both) await Eventually.BeAsync(() => HealthOf(one), HealthStatus.Healthy);
        }
        finally
        {
            foreach (var one in both) await one.DisposeAsync();
        }
        (await VerbAsync("replay", "--compare")).Code.ShouldBe(0);
    }

    private static async Task<HealthStatus> HealthOf(IAlbaHost app) => (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(c => c.Name == "read-models")).Status;

    // As the release before left it: another table and another row of progress, whose rows lack a member.
    private async Task MakeOlderAsync(string table, string progression)
    {
        await AskAsync($"""
            alter table {Model.Table} rename to {Bare(table)};
            alter index ledger.pkey_{Bare(Model.Table)}_id rename to pkey_{Bare(table)}_id;
            update {table} set data = data - 'decision';
            delete from ledger.mt_event_progression where name = '{progression}';
            delete from ledger.mt_event_progression where name = '{Model.Progression}';
            insert into ledger.mt_event_progression (name, last_seq_id) select '{progression}', max(seq_id) from ledger.mt_events;
            comment on schema ledger is 'schema of another release';
            """);
    }

    private static string Bare(string table) => table.Split('.')[1];

    private async Task<(int Code, string Said, string Errors)> VerbAsync(params string[] verb) =>
        await Verbs.RunAsync(folder, await LedgerCluster.AsAsync(superuser, Roles.App), await LedgerCluster.AsAsync(superuser, Roles.Owner), verb);

    private async Task<object?> AskAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(superuser) { Pooling = false }.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
