namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>How a private cluster runs; the defaults are those of the ledger itself.</summary>
public sealed record ClusterOptions
{
    /// <summary>Whether a commit survives a crash and a power failure. Only tests may say no.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>PostgreSQL's shared_buffers.</summary>
    public string SharedBuffers { get; init; } = "64MB";

    /// <summary>PostgreSQL's max_connections.</summary>
    public int MaxConnections { get; init; } = 60;

    /// <summary>The database that is made in a new cluster and named in the connection string.</summary>
    public string Database { get; init; } = "ledger";

    /// <summary>Where initdb, pg_ctl and postgres are; null: in PATH, else in Debian's place, newest first.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>Free bytes without which no cluster is created.</summary>
    public long FreeBytesToCreate { get; init; } = 200L * 1024 * 1024;

    /// <summary>Free bytes without which an existing cluster is not started.</summary>
    public long FreeBytesToStart { get; init; } = 64L * 1024 * 1024;

    /// <summary>How long to wait for the server; replaying the log after a crash is what takes time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For a test run: nothing need survive a crash, and less memory is taken.</summary>
    public static ClusterOptions ForTests { get; } = new() { Durable = false, SharedBuffers = "32MB", MaxConnections = 200 };

    // Given on the command line at every start, so that a new release changes them in old clusters too. None holds a space or a secret.
    internal IEnumerable<string> Settings(int port) =>
    [
        $"port={port}",
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=", // no socket: its path has a limit of 107 bytes that a deep checkout exceeds
        $"shared_buffers={SharedBuffers}",
        $"max_connections={MaxConnections}",
        $"fsync={OnOff}",
        $"full_page_writes={OnOff}",
        $"synchronous_commit={OnOff}",
        "jit=off", // compiling a statement costs 200 ms, and whatever is asked here is done sooner
        "timezone=UTC",
        "log_timezone=UTC",
        "log_error_verbosity=terse", // a DETAIL line quotes the values of rows, and
        "log_min_error_statement=panic", // a failed statement quotes them too: nothing personal is in a log line
        "client_connection_check_interval=2s", // a killed client's locks go within seconds
    ];

    private string OnOff => Durable ? "on" : "off";
}
