using CredentialLedger.Api.Hosting.Postgres;
using Npgsql;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>
/// A database that is prepared once in a run, by the first test that needs it, and copied for each test class:
/// <code>private static readonly LedgerTemplate Migrated = new("migrated", connectionString => ...);
/// var mine = await Migrated.CreateDatabaseAsync(nameof(PeopleTests));</code>
/// </summary>
/// <param name="name">Of the template, once in a run.</param>
/// <param name="prepare">Fills the template, which it reaches, as the superuser, by the connection string given to it.</param>
public sealed class LedgerTemplate(string name, Func<string, Task> prepare)
{
    // PostgreSQL refuses two at a time on one template.
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly string template = LedgerCluster.Name(name);
    private bool prepared;

    /// <summary>A fresh copy of the template.</summary>
    /// <param name="database">The copy's name: the test class's, say.</param>
    /// <returns>The copy's connection string, for the superuser.</returns>
    public async Task<string> CreateDatabaseAsync(string database)
    {
        var copy = LedgerCluster.Name(database);
        await oneAtATime.WaitAsync();
        try
        {
            if (!prepared) await PrepareAsync();
            prepared = true;
            await LedgerCluster.RunAsync($"DROP DATABASE IF EXISTS \"{copy}\" WITH (FORCE)");
            await LedgerCluster.RunAsync($"CREATE DATABASE \"{copy}\" TEMPLATE \"{template}\" OWNER {Roles.Owner}");
        }
        finally
        {
            oneAtATime.Release();
        }

        // Who may connect is not copied with a database.
        var connectionString = await LedgerCluster.ConnectAsync(copy);
        await Roles.HandOverAsync(connectionString, default);
        return connectionString;
    }

    private async Task PrepareAsync()
    {
        await LedgerCluster.RunAsync($"DROP DATABASE IF EXISTS \"{template}\" WITH (FORCE)");
        await LedgerCluster.RunAsync($"CREATE DATABASE \"{template}\" OWNER {Roles.Owner}");
        var connectionString = await LedgerCluster.ConnectAsync(template);
        await prepare(connectionString);

        // A session that is left open (a pool's, say) would forbid every copy.
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        await LedgerCluster.RunAsync($"ALTER DATABASE \"{template}\" ALLOW_CONNECTIONS false");
        await LedgerCluster.RunAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{template}'");
    }
}
