using CredentialLedger.Api.Demo;
using CredentialLedger.Api.Governance;
using CredentialLedger.Api.Hosting.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>A ledger that is prepared once in a run, its database and its folder, and copied for each host.</summary>
public sealed class Prepared
{
    /// <summary>The demo programme's folder.</summary>
    public static readonly string Demo = Path.Combine(AppContext.BaseDirectory, "demo");

    /// <summary>A founded ledger whose people are appointed, and nothing else.</summary>
    public static readonly Prepared Staffed = new("staffed", (programme, api) => programme.Staff(api, Demo, default));

    /// <summary>With the whole demo programme in it.</summary>
    public static readonly Prepared Complete = new("complete", async (programme, api) => Sample = await programme.Run(api, Demo, default));

    private readonly string folder = Directory.CreateTempSubdirectory("ledger-prepared-").FullName;
    private readonly LedgerTemplate template;

    private Prepared(string name, Func<DemoProgramme, HttpClient, Task> fill) => template = new(name, connectionString => Prepare(connectionString, fill));

    /// <summary>Address of the sample credential in <see cref="Complete"/>.</summary>
    public static string Sample { get; private set; } = "";

    /// <summary>Copy the ledger: its files into the folder, its database under a new name.</summary>
    /// <returns>How the superuser reaches the copy.</returns>
    public async Task<string> CopyAsync(string into)
    {
        var connectionString = await template.CreateDatabaseAsync($"t{Guid.NewGuid():N}");
        foreach (var source in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(into, Path.GetRelativePath(folder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!, File.GetUnixFileMode(Path.GetDirectoryName(source)!));
            File.Copy(source, target); // with its mode
        }
        return connectionString;
    }

    private async Task Prepare(string connectionString, Func<DemoProgramme, HttpClient, Task> fill)
    {
        await using (var app = await LedgerHost.StartAsync(await LedgerCluster.AsAsync(connectionString, Roles.App), folder))
        {
            await using (var scope = app.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<Founding>().Run(Path.Combine(Demo, "agreement.json"), default);
            await fill(DemoProgramme.Read(Demo), app.Server.CreateClient());
        }
        NpgsqlConnection.ClearAllPools();
    }
}
