using CredentialLedger.Api.Hosting.Postgres;
using Npgsql;

namespace CredentialLedger.Api.Hosting;

/// <summary>
/// A private PostgreSQL cluster in one folder: made when missing, found again when it runs, stopped by the last process that uses it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    internal const string Superuser = "ledger";
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(2);

    private readonly ClusterFolder folder;
    private readonly Server server;
    private readonly FileStream use;
    private bool stopped;

    private EmbeddedPostgres(ClusterFolder folder, Server server, FileStream use, Func<string, string, string> connect, bool startedHere)
    {
        (this.folder, this.server, this.use, StartedHere) = (folder, server, use, startedHere);
        ConnectionString = connect(Roles.App, folder.GetOrMakePassword(Roles.App));
        OwnerConnectionString = connect(Roles.Owner, folder.GetOrMakePassword(Roles.Owner));
        SuperuserConnectionString = connect(Superuser, folder.ReadPassword());
    }

    /// <summary>For the role that serves. Names the database, the port of this start and the password: never to be printed.</summary>
    public string ConnectionString { get; }

    /// <summary>For the role that owns the schema and migrates it; never to be printed.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>For the superuser, whom the ledger itself only needs to make the database and the other two; never to be printed.</summary>
    public string SuperuserConnectionString { get; }

    /// <summary>Whether this call started the server; false when it found it running.</summary>
    public bool StartedHere { get; }

    /// <summary>Makes, starts or finds the cluster of a folder and waits until it answers.</summary>
    /// <exception cref="HostingProblem">It cannot run here as things stand.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(string folder, ClusterOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new();
        try
        {
            var place = ClusterFolder.Open(folder);
            await ClusterUser.Here.CheckReachAsync(place.Root, cancel);
            using var alone = await FolderLock.ExclusiveAsync(place.Lock, LockPatience, cancel);
            return await StartAloneAsync(place, options, cancel);
        }
        catch (IOException e) when (ServerLog.IsDiskFull(e.Message))
        {
            throw ClusterFolder.DiskFull(Path.GetFullPath(folder), options.FreeBytesToCreate);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new HostingProblem("folder.not-writable", Path.GetFullPath(folder), e.Message);
        }
    }

    private static async Task<EmbeddedPostgres> StartAloneAsync(ClusterFolder folder, ClusterOptions options, CancellationToken cancel)
    {
        var version = await folder.VersionAsync(cancel);
        var binaries = await Binaries.FindAsync(options, folder.Data, version, cancel);
        if (version is null) await Creation.RunAsync(folder, binaries, options, cancel);

        var password = folder.ReadPassword();
        string As(int at, string database) => Connect(at, database, Superuser, password, pooling: false);
        string Maintenance(int at) => As(at, "postgres");

        var server = new Server(folder, binaries, options);
        var found = await server.FindAsync(Maintenance, cancel);
        var port = found ?? await server.StartAsync(cancel);
        try
        {
            await Roles.MakeAsync(Maintenance(port), folder.GetOrMakePassword, cancel);
            await CreateDatabaseAsync(Maintenance(port), options.Database, cancel);
            await Roles.HandOverAsync(As(port, options.Database), cancel);
            return new(folder, server, FolderLock.Shared(folder.Users), (role, secret) => Connect(port, options.Database, role, secret, pooling: true), found is null);
        }
        catch when (found is null)
        {
            await server.StopAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>Lets go of the cluster; stops it, and waits for that, when no other process uses it.</summary>
    public async Task StopAsync()
    {
        if (stopped) return;
        stopped = true;
        using var alone = await FolderLock.ExclusiveAsync(folder.Lock, LockPatience, CancellationToken.None);
        await use.DisposeAsync();
        using var last = FolderLock.TryExclusive(folder.Users);
        if (last is not null) await server.StopAsync(CancellationToken.None);
    }

    /// <inheritdoc cref="StopAsync"/>
    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task CreateDatabaseAsync(string maintenance, string name, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(maintenance);
        await connection.OpenAsync(cancel);
        await using var look = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await look.ExecuteScalarAsync(cancel) is not null) return;
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" OWNER {Roles.Owner}", connection);
        await create.ExecuteNonQueryAsync(cancel);
    }

    // Only SCRAM: a stranger on the port who asks for the password itself gets nothing.
    private static string Connect(int port, string database, string user, string password, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = user,
        Password = password,
        Pooling = pooling,
        RequireAuth = "ScramSHA256",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
