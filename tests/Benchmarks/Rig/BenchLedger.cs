using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Postgres;
using Npgsql;

namespace CredentialLedger.Benchmarks.Rig;

/// <summary>A ledger as <c>make up</c> has it: its own cluster with fsync on, with the demo programme and some more people loaded by the API's own process.</summary>
public sealed class BenchLedger : IAsyncDisposable
{
    // A course of demo/programme.json.
    internal static readonly Guid Course = new("c0000000-0000-4000-8000-000000000001");

    private readonly EmbeddedPostgres cluster;

    private BenchLedger(string folder, EmbeddedPostgres cluster) => (Folder, this.cluster) = (folder, cluster);

    /// <summary>The ledger's folder.</summary>
    public string Folder { get; }

    /// <summary>The repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Processor time that the cluster's processes have used, those that ended included.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var postmaster = File.ReadLines(Path.Combine(Folder, "postgres", "data", "postmaster.pid")).First();
            var all = Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)).Select(StatOf).OfType<string[]>().ToArray();
            var ticks = all.Where(stat => stat[0] == postmaster || stat[2] == postmaster).Sum(stat => stat[12..14].Sum(long.Parse) + (stat[0] == postmaster ? stat[14..16].Sum(long.Parse) : 0));
            return TimeSpan.FromSeconds(ticks / 100.0); // USER_HZ
        }
    }

    // Of proc(5): pid, state, parent …, the name between them, which may hold spaces, left out.
    private static string[]? StatOf(string process)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            return [stat[..stat.IndexOf(' ')], .. stat[(stat.LastIndexOf(')') + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return null; // it has ended
        }
    }

    /// <summary>Path of a file of the demo: credential.xml, trust.json, status.jwt.</summary>
    public string Demo(string file) => Path.Combine(Folder, "demo", file);

    /// <summary>Make it in an empty folder.</summary>
    public static async Task<BenchLedger> Create(string work, CancellationToken token)
    {
        var folder = Path.Combine(work, "ledger");
        var ledger = new BenchLedger(folder, await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), cancel: token));
        await using var api = await ApiProcess.Start(folder, demo: true, token);
        while (!File.Exists(ledger.Demo("status.jwt"))) await api.Wait(TimeSpan.FromMilliseconds(200), token);
        await People.Import(api, token);
        return ledger;
    }

    /// <summary>A database of the cluster, as the role that serves.</summary>
    public NpgsqlDataSource Open(string database = "ledger") => NpgsqlDataSource.Create(In(database, cluster.ConnectionString));

    /// <summary>A database of the cluster, as the superuser.</summary>
    public NpgsqlDataSource OpenToSettle(string database) => NpgsqlDataSource.Create(In(database, cluster.SuperuserConnectionString));

    /// <summary>A copy of the ledger's database, while no API runs on it.</summary>
    public async Task<NpgsqlDataSource> Copy(string name, CancellationToken token)
    {
        await using var maintenance = new NpgsqlConnection(In("postgres", cluster.SuperuserConnectionString));
        await maintenance.OpenAsync(token);
        await using var command = new NpgsqlCommand($"create database \"{name}\" template ledger strategy file_copy", maintenance) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(token);
        await Roles.HandOverAsync(In(name, cluster.SuperuserConnectionString), token); // who may connect is not copied
        return Open(name);
    }

    /// <summary>Stop the cluster.</summary>
    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    private static string In(string database, string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = database != "postgres" }.ConnectionString;

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CredentialLedger.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
