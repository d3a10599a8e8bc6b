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
    private static readonly Lazy<Task<Cluster>> Started = new(StartAsync);

    internal static ClusterOptions Options => ClusterOptions.ForTests;

    /// <summary>A connection string for the cluster's maintenance database, as its superuser.</summary>
    public static async Task<string> MaintenanceAsync() => (await Started.Value).Maintenance;

    /// <summary>The same database as another role of the ledger: <see cref="Roles.App"/>, <see cref="Roles.Owner"/>.</summary>
    public static async Task<string> AsAsync(string connectionString, string role) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = role, Password = (await Started.Value).Passwords[role] }.ConnectionString;

    /// <summary>A connection string for a database of the cluster, as its superuser.</summary>
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

    private static async Task<Cluster> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("LEDGER_TEST_CLUSTER") is { Length: > 0 } given) return await OfAsync(given);
        await Leftovers.EndAsync();
        var folder = Leftovers.NewFolder();
        Undertaker.WaitFor(folder);
        return await OfAsync((await EmbeddedPostgres.StartAsync(folder, Options)).SuperuserConnectionString);
    }

    private static async Task<Cluster> OfAsync(string superuser)
    {
        var passwords = new[] { Roles.App, Roles.Owner }.ToDictionary(role => role, _ => Guid.NewGuid().ToString("N"));
        await Roles.MakeAsync(Maintenance(superuser), role => passwords[role], default);
        return new(Maintenance(superuser), passwords);
    }

    private sealed record Cluster(string Maintenance, IReadOnlyDictionary<string, string> Passwords);

    private static string Maintenance(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString;
}
