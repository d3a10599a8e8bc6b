using System.Diagnostics;
using System.Globalization;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Tests.Rig;
using Npgsql;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>The life of a private cluster, on real servers in folders of their own.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private static readonly ClusterOptions Small = ClusterOptions.ForTests with { SharedBuffers = "1MB", MaxConnections = 20 };
    private static readonly ClusterOptions Durable = Small with { Durable = true };

    // Creating takes a second or two, so all tests but those of creation itself begin with a copy of one stopped cluster.
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);
    private readonly string folder = Leftovers.NewFolder();

    public void Dispose() => Leftovers.Remove(folder);

    [Fact]
    public async Task A_missing_cluster_is_made_with_the_settings_that_the_ledger_needs()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(folder, Durable);

        postgres.StartedHere.ShouldBeTrue();
        (await AskAsync(postgres, "SELECT current_database()")).ShouldBe("ledger");
        (await AskAsync(postgres, "SELECT datcollate || ' ' || pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'ledger'")).ShouldBe("C.UTF-8 UTF8");
        (await AskAsync(postgres, "SELECT concat_ws(' ', current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'), current_setting('data_checksums'))"))
            .ShouldBe("on on on on");
        (await AskAsync(postgres.SuperuserConnectionString, "SELECT current_setting('listen_addresses') || '|' || current_setting('unix_socket_directories')")).ShouldBe("127.0.0.1|");
        (await AskAsync(postgres.SuperuserConnectionString, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules")).ShouldBe("scram-sha-256");
    }

    [Fact]
    public async Task Every_password_is_another_is_readable_by_its_owner_alone_and_is_in_no_log()
    {
        await using var postgres = await StartAsync();
        string[] strings = [postgres.ConnectionString, postgres.OwnerConnectionString, postgres.SuperuserConnectionString];
        var passwords = strings.Select(s => new NpgsqlConnectionStringBuilder(s).Password!).ToArray();

        passwords.ShouldBeUnique();
        foreach (var file in Directory.GetFiles(folder, "password*")) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var password in passwords)
        {
            (await File.ReadAllTextAsync(Path.Combine(folder, "server.log"))).ShouldNotContain(password);
            (await File.ReadAllTextAsync($"/proc/{ServerId()}/cmdline")).ShouldNotContain(password);
        }
    }

    [Fact]
    public async Task A_cluster_from_before_there_were_roles_gets_them_and_what_is_in_it_changes_hands()
    {
        await using (var before = await StartAsync())
        {
            await AskAsync(before.SuperuserConnectionString, "CREATE SCHEMA ledger; CREATE TABLE ledger.mt_events (id serial); CREATE SEQUENCE ledger.mt_events_sequence; CREATE FUNCTION ledger.mt() RETURNS int LANGUAGE sql RETURN 1; SELECT 1");
            await AskAsync(before.SuperuserConnectionString, $"ALTER DATABASE ledger OWNER TO ledger; DROP OWNED BY {Roles.Owner}, {Roles.App}; SELECT 1");
            // What the roles hold in other databases of the cluster is nothing, so they can go.
            await AskAsync(before.SuperuserConnectionString, $"DROP ROLE {Roles.Owner}, {Roles.App}; SELECT 1");
            NpgsqlConnection.ClearAllPools();
        }
        foreach (var file in Directory.GetFiles(folder, "password.ledger_*")) File.Delete(file);

        await using var after = await StartAsync();

        (await AskAsync(after, "SELECT string_agg(DISTINCT pg_get_userbyid(relowner), ' ') FROM pg_class WHERE relnamespace = 'ledger'::regnamespace")).ShouldBe(Roles.Owner);
        (await AskAsync(after, "SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE pronamespace = 'ledger'::regnamespace")).ShouldBe(Roles.Owner);
        (await AskAsync(after.ConnectionString, "SELECT current_user || ' ' || has_database_privilege('ledger', 'temp') || ' ' || has_database_privilege('postgres', 'connect')")).ShouldBe($"{Roles.App} false false");
    }

    [Fact]
    public async Task A_failed_statement_leaves_no_values_in_the_log()
    {
        await using var postgres = await StartAsync();
        await AskAsync(postgres, "CREATE TABLE person (name text PRIMARY KEY); INSERT INTO person VALUES ('Somchai'); SELECT 1");

        await Should.ThrowAsync<PostgresException>(() => AskAsync(postgres, "INSERT INTO person VALUES ('Somchai')"));

        var log = await File.ReadAllTextAsync(Path.Combine(folder, "server.log"));
        log.ShouldContain("person_pkey");
        log.ShouldNotContain("Somchai");
    }

    [Fact]
    public async Task A_second_process_attaches_and_the_last_one_to_leave_stops_the_server()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        var server = ServerId();

        second.StartedHere.ShouldBeFalse();
        second.ConnectionString.ShouldBe(first.ConnectionString);

        await first.StopAsync();
        (await AskAsync(second, "SELECT 'still here'")).ShouldBe("still here");

        await second.StopAsync();
        ServerId().ShouldBeNull();
        IsAlive(server!.Value).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_that_start_at_the_same_moment_share_one_server()
    {
        var both = await Task.WhenAll(
            Task.Run(() => EmbeddedPostgres.StartAsync(folder, Small)),
            Task.Run(() => EmbeddedPostgres.StartAsync(folder, Small)));

        both.Count(p => p.StartedHere).ShouldBe(1);
        both[0].ConnectionString.ShouldBe(both[1].ConnectionString);
        foreach (var one in both) await one.DisposeAsync();
    }

    [Fact]
    public async Task A_folder_is_known_again_by_another_path()
    {
        await using var postgres = await StartAsync();
        var link = folder + "-link";
        File.CreateSymbolicLink(link, folder);
        try
        {
            await using var same = await EmbeddedPostgres.StartAsync(link, Small);
            same.ConnectionString.ShouldBe(postgres.ConnectionString);
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public async Task A_server_that_was_killed_starts_again_with_its_data()
    {
        await using var killed = await StartAsync(Durable);
        await AskAsync(killed, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('จำได้'); SELECT 1");
        using var server = Process.GetProcessById(ServerId()!.Value);
        server.Kill();
        await server.WaitForExitAsync();

        await using var again = await StartAsync();

        again.StartedHere.ShouldBeTrue();
        (await AskAsync(again, "SELECT word FROM kept")).ShouldBe("จำได้");
    }

    [Fact]
    public async Task A_process_number_that_went_to_another_program_does_not_keep_the_server_from_starting()
    {
        var first = await StartAsync();
        await first.StopAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "postmaster.pid"), $"{Environment.ProcessId}\n{folder}/data\n1\n1\n\n127.0.0.1\n");

        await using var again = await StartAsync();

        again.StartedHere.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_killed_creation_left_behind_is_not_taken_for_a_cluster()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data.unfinished", "base"));
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), "old");

        await using var postgres = await EmbeddedPostgres.StartAsync(folder, Small);

        Directory.Exists(Path.Combine(folder, "data.unfinished")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_alone()
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "thesis.txt"), "two years of work");

        await ShouldRefuseAsync("folder.foreign", Small);

        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).ShouldBe(["thesis.txt"]);
    }

    [Fact]
    public async Task A_cluster_of_another_major_version_is_left_alone()
    {
        var first = await StartAsync();
        await first.StopAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "PG_VERSION"), "9\n");

        (await ShouldRefuseAsync("postgres.wrong-version", Small)).English.ShouldContain("PostgreSQL 9,");
    }

    [Fact]
    public async Task Missing_programs_are_named_with_the_way_to_get_them()
    {
        var problem = await ShouldRefuseAsync("postgres.missing", Small with { BinariesFolder = "/nowhere/bin" });

        problem.English.ShouldContain("/nowhere/bin");
        problem.Thai.ShouldContain("โปรดติดตั้ง");
    }

    [Fact]
    public async Task A_disk_without_room_is_refused_before_anything_is_made()
    {
        await ShouldRefuseAsync("disk.full", Small with { FreeBytesToCreate = long.MaxValue });

        Directory.Exists(Path.Combine(folder, "data")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_ends_while_it_starts_is_quoted()
    {
        await (await StartAsync()).StopAsync();

        var problem = await ShouldRefuseAsync("postgres.start-failed", Small with { SharedBuffers = "0" });

        problem.English.ShouldContain("shared_buffers");
    }

    [Fact]
    public async Task A_parent_that_the_clusters_user_may_not_enter_is_named()
    {
        if (!Environment.IsPrivilegedProcess) return; // only as root does the cluster run as somebody else

        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var problem = await Should.ThrowAsync<HostingProblem>(() => EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), Small));

        problem.Code.ShouldBe("folder.not-enterable");
        problem.English.ShouldContain($"the folder {folder}. ");
    }

    [Fact]
    public async Task A_cluster_of_another_user_is_left_alone()
    {
        if (!Environment.IsPrivilegedProcess) return; // nobody else can make a folder of another user's

        Directory.CreateDirectory(Path.Combine(folder, "data"));

        (await ShouldRefuseAsync("folder.other-owner", Small)).English.ShouldContain("belongs to user 'root'");
    }

    private static async Task<string> MakeAsync()
    {
        var made = Leftovers.NewFolder();
        Undertaker.WaitFor(made);
        await (await EmbeddedPostgres.StartAsync(made, Small)).StopAsync();
        return made;
    }

    private async Task<EmbeddedPostgres> StartAsync(ClusterOptions? options = null)
    {
        if (!Directory.Exists(folder))
        {
            using var copy = Process.Start("cp", ["--archive", await Made.Value, folder]);
            await copy.WaitForExitAsync();
        }

        return await EmbeddedPostgres.StartAsync(folder, options ?? Small);
    }

    private async Task<HostingProblem> ShouldRefuseAsync(string code, ClusterOptions options)
    {
        var problem = await Should.ThrowAsync<HostingProblem>(() => EmbeddedPostgres.StartAsync(folder, options));
        problem.Code.ShouldBe(code);
        return problem;
    }

    private static Task<string?> AskAsync(EmbeddedPostgres postgres, string sql) => AskAsync(postgres.OwnerConnectionString, sql);

    private static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private int? ServerId()
    {
        var file = Path.Combine(folder, "data", "postmaster.pid");
        return File.Exists(file) ? int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture) : null;
    }

    private static bool IsAlive(int process) =>
        File.Exists($"/proc/{process}/cmdline") && File.ReadAllText($"/proc/{process}/cmdline").Length > 0;
}
