using Alba;
using CredentialLedger.Api.Hosting.Postgres;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>The whole application over a database of the test class's own: real PostgreSQL, real keys in a folder of their own, and the embedded sign-in provider.</summary>
public sealed class LedgerHost : IAsyncLifetime
{
    private readonly Prepared prepared;
    private readonly Action<IWebHostBuilder, string>? more;
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-host-").FullName;
    private IAlbaHost? app;

    /// <summary>A host over a founded ledger whose people are appointed, and nothing else.</summary>
    public LedgerHost() : this(Prepared.Staffed)
    {
    }

    /// <summary>A host over a copy of a ledger, with more settings, which may depend on its folder.</summary>
    internal LedgerHost(Prepared prepared, Action<IWebHostBuilder, string>? more = null) => (this.prepared, this.more) = (prepared, more);

    /// <summary>The running application.</summary>
    public IAlbaHost App => app ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>The database, for looking behind the application's back.</summary>
    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>Where keys and published files lie.</summary>
    public string Folder => folder;

    /// <summary>How the application reaches the database: as the role that serves.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>How the superuser reaches it.</summary>
    public string SuperuserConnectionString { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        SuperuserConnectionString = await prepared.CopyAsync(folder);
        ConnectionString = await LedgerCluster.AsAsync(SuperuserConnectionString, Roles.App);
        app = await StartAsync(ConnectionString, folder, more: b => more?.Invoke(b, folder));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Change rows as nobody but a superuser can who puts the guards to sleep; gives how many.</summary>
    public async Task<int> TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("set session_replication_role = replica", connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = sql;
        var rows = await command.ExecuteNonQueryAsync();
        command.CommandText = "reset session_replication_role";
        await command.ExecuteNonQueryAsync();
        return rows;
    }

    /// <summary>Start the application on a database and a folder, with more settings where a test needs them; the owner is at hand to migrate.</summary>
    public static async Task<IAlbaHost> StartAsync(string connectionString, string folder, string environment = "Development", Action<IWebHostBuilder>? more = null)
    {
        var owner = await LedgerCluster.AsAsync(connectionString, Roles.Owner);
        return await AlbaHost.For<Program>(b =>
        {
            b.UseEnvironment(environment).UseSetting("ConnectionStrings:Ledger", connectionString).UseSetting("ConnectionStrings:LedgerOwner", owner).UseSetting("Ledger:Folder", folder);
            b.ConfigureServices(Tokens.DiscoverInProcess).ConfigureLogging(logging => logging.AddProvider(new Failures()));
            more?.Invoke(b);
        });
    }
}
