using Alba;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Backups;
using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>A database and a folder in which a test starts a ledger as often as it likes, copies it, and brings it back.</summary>
internal sealed class LedgerPlace : IAsyncDisposable
{
    private static readonly LedgerTemplate Nothing = new("nothing", _ => Task.CompletedTask);

    /// <summary>The parties' witness, as it is built beside these tests.</summary>
    private static readonly string WitnessProgram = Path.Combine(Repository.Root, "src", "Witness", "bin",
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "CredentialLedger.Witness.dll");

    private LedgerPlace(string superuser) => Superuser = superuser;

    public string Superuser { get; private set; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ledger-place-").FullName;

    public string Keys => Path.Combine(Folder, "keys");

    /// <summary>A place with no ledger in it.</summary>
    public static async Task<LedgerPlace> EmptyAsync() => new(await Nothing.CreateDatabaseAsync($"t{Guid.NewGuid():N}"));

    /// <summary>A place with a copy of a ledger.</summary>
    public static async Task<LedgerPlace> OfAsync(Prepared prepared)
    {
        var place = new LedgerPlace("");
        place.Superuser = await prepared.CopyAsync(place.Folder);
        return place;
    }

    /// <summary>The configured database, with its owner at hand.</summary>
    public async Task<LedgerDatabase> DatabaseAsync() => await LedgerDatabase.OpenAsync(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["ConnectionStrings:Ledger"] = await LedgerCluster.AsAsync(Superuser, Roles.App),
        ["ConnectionStrings:LedgerOwner"] = await LedgerCluster.AsAsync(Superuser, Roles.Owner),
    }).Build(), ["backup"]);

    public async Task<BackupReport> BackupAsync(string to, TimeProvider? clock = null, ClusterOptions? options = null) =>
        await new Backup((await DatabaseAsync()).OwnerConnectionString!, Folder, Keys, options ?? new(), clock ?? TimeProvider.System).Run(to, default);

    public async Task<RestoreReport> RestoreAsync(string events, string keys) => await new Restore(await DatabaseAsync(), Folder, Keys, new()).Run(events, keys, default);

    public async Task<VerifierKey> BeginLogAsync(string origin, string after)
    {
        await using var database = NpgsqlDataSource.Create(await LedgerCluster.AsAsync(Superuser, Roles.App));
        return await new BeginLog(database, Folder, new KeyFolder(Keys)).Run(origin, after, default);
    }

    /// <summary>Start the ledger, with the three parties' witnesses if asked for.</summary>
    public async Task<IAlbaHost> StartAsync(bool witnessed = false, string? origin = null)
    {
        string[] locks = [.. Directory.Exists(Witnesses) ? Directory.GetFiles(Witnesses, "lock", SearchOption.AllDirectories) : [], .. Directory.GetFiles(Folder, Path.GetFileName(FolderHolder.LockIn(Folder)))];
        foreach (var held in locks) await Eventually.BeAsync(() => Task.FromResult(IsFree(held)), true);
        return await LedgerHost.StartAsync(await LedgerCluster.AsAsync(Superuser, Roles.App), Folder, more: b =>
        {
            if (witnessed) b.UseSetting(LocalWitnesses.ProgramKey, WitnessProgram);
            if (origin is not null) b.UseSetting("Ledger:LogOrigin", origin);
        });
    }

    /// <summary>Where the witnesses of <see cref="StartAsync"/> keep what they saw.</summary>
    public string Witnesses => Path.Combine(Folder, "witnesses");

    /// <summary>Audit all of a ledger that runs here.</summary>
    public static async Task<AuditReport> AuditAsync(IAlbaHost app)
    {
        var services = app.Services;
        return await new LogAudit(services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<ApplicationMac>(), services.GetRequiredService<TileFolder>(),
            services.GetRequiredService<LogSigner>(), services.GetRequiredService<Witnesses>().Policy).Run(null, (_, _) => { }, default);
    }

    /// <summary>Wait until the published checkpoint covers everything that was recorded; gives its note.</summary>
    public static async Task<SignedNote> PublishedAsync(IAlbaHost app)
    {
        var (database, publisher) = (app.Services.GetRequiredService<NpgsqlDataSource>(), app.Services.GetRequiredService<LogPublisher>());
        await Eventually.BeAsync(async () =>
        {
            await using var command = database.CreateCommand("""
                select not exists (select from ledger.mt_events e where not exists (select from log.leaves l where l.event = e.id and l.log = (select max(log) from log.heads)))
                """);
            return (bool)(await command.ExecuteScalarAsync())! && publisher.Note() is { } note && Checkpoint.Parse(note.Text).Size == await publisher.Size(default);
        }, true);
        return publisher.Note()!;
    }

    private static bool IsFree(string file)
    {
        try
        {
            using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
