using Alba;
using CredentialLedger.Api.Demo;
using CredentialLedger.Api.Governance;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Domain.Governance;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>The whole application over a database of the test class's own: real PostgreSQL, real keys in a folder of their own, a fixed set of development identities.</summary>
public sealed class LedgerHost : IAsyncLifetime
{
    private static readonly LedgerTemplate Template = new("ledger", PrepareAsync);
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-host-").FullName;
    private IAlbaHost? app;

    /// <summary>The running application.</summary>
    public IAlbaHost App => app ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>The database, for looking behind the application's back.</summary>
    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>Where keys and published files lie.</summary>
    public string Folder => folder;

    /// <summary>How to reach the database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        ConnectionString = await Template.CreateDatabaseAsync($"t{Guid.NewGuid():N}");
        app = await StartAsync(ConnectionString, folder);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The founding file of the demo programme.</summary>
    public static string FoundingFile { get; } = Path.Combine(AppContext.BaseDirectory, "demo", "agreement.json");

    /// <summary>Found the ledger, as <c>found</c> does.</summary>
    public async Task<AgreementSigned> FoundAsync(string? file = null)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Founding>().Run(file ?? FoundingFile, default);
    }

    /// <summary>Found the ledger and make every call of the demo programme, so that there is something to work on; gives the sample credential's id.</summary>
    public async Task<Guid> LoadDemoAsync()
    {
        await FoundAsync();
        var demo = Path.Combine(AppContext.BaseDirectory, "demo");
        var sample = await DemoProgramme.Read(demo).Run(App.Server.CreateClient(), demo, default);
        return Guid.Parse(sample.Split('/')[^1]);
    }

    /// <summary>Start the application on a database and a folder, with more settings where a test needs them.</summary>
    public static Task<IAlbaHost> StartAsync(string connectionString, string folder, string environment = "Development", Action<IWebHostBuilder>? more = null) =>
        AlbaHost.For<Program>(b =>
        {
            b.UseEnvironment(environment).UseSetting("ConnectionStrings:Ledger", connectionString).UseSetting("Ledger:Folder", folder);
            more?.Invoke(b);
        });

    private static async Task PrepareAsync(string connectionString)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-template-").FullName;
        await using (await StartAsync(connectionString, folder)) { }
        Directory.Delete(folder, recursive: true);
        // The schema is shared between test classes, the keys are not.
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var command = database.CreateCommand("delete from keys.masters");
        await command.ExecuteNonQueryAsync();
        NpgsqlConnection.ClearAllPools();
    }
}
