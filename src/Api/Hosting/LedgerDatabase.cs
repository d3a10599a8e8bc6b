using System.Runtime.InteropServices;
using Npgsql;

namespace CredentialLedger.Api.Hosting;

/// <summary>The ledger's PostgreSQL: the configured one, or a private cluster that is started for as long as this program needs it.</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? cluster;

    private LedgerDatabase(string connectionString, string? owner, EmbeddedPostgres? cluster) =>
        (ConnectionString, OwnerConnectionString, this.cluster) = (connectionString, owner, cluster);

    /// <summary>How to reach it as the role that serves.</summary>
    public string ConnectionString { get; }

    /// <summary>How to reach it as the role that owns the schema; null where that is not for this program to know.</summary>
    public string? OwnerConnectionString { get; }

    /// <summary>Find or start the database. Code generation runs without one.</summary>
    /// <exception cref="HostingProblem">There is none and none can be started; the sentence says what to do.</exception>
    public static async Task<LedgerDatabase> OpenAsync(IConfiguration configuration, string[] args)
    {
        if (CommandLine.NeedsNoDatabase(args)) return new("Host=unused", null, null);
        if (configuration.GetConnectionString("Ledger") is { Length: > 0 } given)
            return new(given, configuration.GetConnectionString("LedgerOwner") is { Length: > 0 } owner ? owner : null, null);
        var cluster = await EmbeddedPostgres.StartAsync(Path.Combine(LedgerFolder.Of(configuration), "postgres"));
        return new(cluster.ConnectionString, cluster.OwnerConnectionString, cluster);
    }

    /// <summary>Look at the database once before anything is written to it.</summary>
    /// <exception cref="HostingProblem">It does not answer, or cannot hold every text.</exception>
    public static async Task RequireUsableAsync(NpgsqlDataSource database)
    {
        var place = new NpgsqlConnectionStringBuilder(database.ConnectionString) is var c ? $"{c.Host}:{c.Port}/{c.Database}" : "";
        try
        {
            await using var command = database.CreateCommand("show server_encoding");
            if (await command.ExecuteScalarAsync() is string encoding and not "UTF8") throw new HostingProblem("database.not-utf8", place, encoding);
        }
        catch (NpgsqlException e)
        {
            throw new HostingProblem("database.unreachable", place, e.Message);
        }
    }

    /// <summary>
    /// Until the host listens for signals itself, let an interrupt stop the private cluster before it ends the program: killed
    /// without that, the cluster would run on until the next start finds it.
    /// </summary>
    public IDisposable StopOnInterrupt() => new Interrupt(this);

    private sealed class Interrupt : IDisposable
    {
        private readonly PosixSignalRegistration[] registrations;

        public Interrupt(LedgerDatabase database) => registrations =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                database.DisposeAsync().AsTask().GetAwaiter().GetResult();
                Environment.Exit(128 + (signal is PosixSignal.SIGINT ? 2 : 15));
            })),
        ];

        public void Dispose()
        {
            foreach (var registration in registrations) registration.Dispose();
        }
    }

    /// <summary>Let go of the private cluster: the last program that uses it stops it.</summary>
    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
