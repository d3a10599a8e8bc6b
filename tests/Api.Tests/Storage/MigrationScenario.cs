using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Storage;
using Npgsql;

namespace CredentialLedger.Api.Tests.Storage;

/// <summary>The schema is the owner's to change; a program that serves without the owner refuses a schema that is not its own.</summary>
public sealed class MigrationScenario : IAsyncLifetime
{
    private readonly LedgerHost host = new();
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-migration-").FullName;

    public Task InitializeAsync() => host.InitializeAsync();

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task<string> OwnerAsync() => LedgerCluster.AsAsync(host.ConnectionString, Roles.Owner);

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The program itself, as it is started by a person; without verb it would serve.</summary>
    private Task<(int Code, string Said)> RunAsync(string app, string? owner, params string[] verb) => RunInAsync(host.Folder, app, owner, verb);

    private static async Task<(int Code, string Said)> RunInAsync(string folder, string app, string? owner, params string[] verb)
    {
        var (code, said, errors) = await Verbs.RunAsync(folder, app, owner, verb);
        return (code, said + errors);
    }

    [Fact]
    public async Task Migrating_twice_leaves_the_guards_and_what_the_roles_may_do()
    {
        const string guards = "select string_agg(tgname || tgenabled::text || pg_get_triggerdef(oid), ' ' order by tgname) from pg_trigger where tgname like 'ledger%'";
        const string rights = "select string_agg(relname || relacl::text, ' ' order by relname) from pg_class where relnamespace = 'ledger'::regnamespace and relacl is not null";
        var before = (await AskAsync(host.SuperuserConnectionString, guards), await AskAsync(host.SuperuserConnectionString, rights));
        for (var i = 0; i < 2; i++) (await RunAsync(host.ConnectionString, await OwnerAsync(), "migrate")).Code.ShouldBe(0);
        (await AskAsync(host.SuperuserConnectionString, guards), await AskAsync(host.SuperuserConnectionString, rights)).ShouldBe(before);
        AppendOnly.Names.Count.ShouldBe(5);
        AppendOnly.Names.ShouldAllBe(name => ((string)before.Item1!).Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_database_is_migrated_by_the_verb_which_makes_no_secret()
    {
        const string name = "ledger_test_migrate_verb";
        await LedgerCluster.RunAsync($"drop database if exists {name} with (force)");
        await LedgerCluster.RunAsync($"create database {name} owner {Roles.Owner}");
        var app = new NpgsqlConnectionStringBuilder(host.ConnectionString) { Database = name }.ConnectionString;
        var owner = await LedgerCluster.AsAsync(app, Roles.Owner);

        (await RunAsync(app, null, "replay")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Said.ShouldContain("eng/ledger migrate"));
        (await RunInAsync(folder, app, null, "migrate")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Said.ShouldContain("ConnectionStrings__LedgerOwner"));
        (await RunInAsync(folder, app, owner, "migrate")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said), r => r.Said.ShouldContain("The schema is up to date"));
        Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await AskAsync(owner, "select count(*) from keys.masters")).ShouldBe(0L);
        (await RunInAsync(folder, app, null, "replay", "--compare")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said));
        (await RunInAsync(folder, app, null, "rotate-master-key")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said));
        (await RunInAsync(folder, app, null, "projections", "rebuild")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, r.Said));
    }

    [Fact]
    public async Task A_guard_that_sleeps_or_is_gone_keeps_the_ledger_from_serving_until_the_owner_migrates()
    {
        foreach (var change in (string[])["alter table ledger.mt_events disable trigger user", "drop trigger ledger_streams_rise on ledger.mt_streams"])
        {
            await AskAsync(await OwnerAsync(), change); // the owner of a table can: why it is not the role that serves
            (await RunAsync(host.ConnectionString, null, "replay")).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Said.ShouldContain("eng/ledger migrate"));
            (await RunAsync(host.ConnectionString, await OwnerAsync(), "replay")).Code.ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_schema_of_another_release_keeps_the_ledger_from_serving_until_the_owner_migrates()
    {
        await AskAsync(await OwnerAsync(), "comment on schema ledger is 'schema of another release'");
        (await RunAsync(host.ConnectionString, null)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Said.ShouldContain("eng/ledger migrate"));
        (await RunAsync(host.ConnectionString, await OwnerAsync(), "replay")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_role_that_could_rewrite_does_not_serve()
    {
        foreach (var mighty in (string[])[await OwnerAsync(), host.SuperuserConnectionString])
            (await RunAsync(mighty, null)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Said.ShouldContain("could rewrite"));
        await AskAsync(await OwnerAsync(), $"grant update (data) on ledger.mt_events to {Roles.App}");
        (await RunAsync(host.ConnectionString, await OwnerAsync())).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(1), r => r.Said.ShouldContain("could rewrite"));
        (await RunAsync(host.ConnectionString, await OwnerAsync(), "migrate")).Code.ShouldBe(0);
        (await RunAsync(host.ConnectionString, null, "replay")).Code.ShouldBe(0);
    }
}
