namespace CredentialLedger.Api.Hosting;

/// <summary>The ledger's PostgreSQL: the configured one, or a private cluster that is started for as long as this program needs it.</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? cluster;

    private LedgerDatabase(string connectionString, EmbeddedPostgres? cluster) => (ConnectionString, this.cluster) = (connectionString, cluster);

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Find or start the database. Code generation runs without one.</summary>
    /// <exception cref="HostingProblem">There is none and none can be started; the sentence says what to do.</exception>
    public static async Task<LedgerDatabase> OpenAsync(IConfiguration configuration, string[] args)
    {
        if (CommandLine.NeedsNoDatabase(args)) return new("Host=unused", null);
        if (configuration.GetConnectionString("Ledger") is { Length: > 0 } given) return new(given, null);
        var cluster = await EmbeddedPostgres.StartAsync(Path.Combine(LedgerFolder.Of(configuration), "postgres"));
        return new(cluster.ConnectionString, cluster);
    }

    /// <summary>Stop the private cluster, if this program started it.</summary>
    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
