using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Postgres;
using Npgsql;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>
/// The PostgreSQL of this test run: one private cluster, started when the first test asks and ended with the process; or the one
/// that the environment variable LEDGER_TEST_CLUSTER (a connection string) names, for one run at a time.
/// </summary>
public static class LedgerCluster
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    internal static ClusterOptions Options => ClusterOptions.ForTests;

    /// <summary>A connection string for the cluster's maintenance database.</summary>
    public static Task<string> MaintenanceAsync() => Started.Value;

    /// <summary>A connection string for a database of the cluster.</summary>
    internal static async Task<string> ConnectAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await MaintenanceAsync()) { Database = database, Pooling = true, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>A database's full name: the same in every run, which drops what an earlier one left on a given cluster.</summary>
    internal static string Name(string name)
    {
        var full = $"ledger_test_{name}".ToLowerInvariant();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(full.Length, 63, nameof(name)); // PostgreSQL cuts a longer one off
        return full;
    }

    /// <summary>Runs one statement in the maintenance database.</summary>
    internal static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await MaintenanceAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("LEDGER_TEST_CLUSTER") is { Length: > 0 } given) return Maintenance(given);
        await Leftovers.EndAsync();
        var folder = Leftovers.NewFolder();
        Undertaker.WaitFor(folder);
        return Maintenance((await EmbeddedPostgres.StartAsync(folder, Options)).ConnectionString);
    }

    private static string Maintenance(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString;
}
