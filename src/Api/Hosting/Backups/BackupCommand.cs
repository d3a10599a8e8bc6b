using CredentialLedger.Api.Hosting.Postgres;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Hosting.Backups;

/// <summary>The verb <c>backup FOLDER</c>: copy the ledger, events and keys apart, while it serves or not.</summary>
[Description("Copy the ledger into a folder, events and keys apart, and delete the copies of keys that are older than 89 days", Name = Verb)]
public sealed class BackupCommand : JasperFxAsyncCommand<BackupInput>
{
    /// <summary>The verb.</summary>
    public const string Verb = "backup";

    /// <inheritdoc/>
    public override async Task<bool> Execute(BackupInput input)
    {
        using var host = input.BuildHost();
        var (configuration, clock) = (host.Services.GetRequiredService<IConfiguration>(), host.Services.GetRequiredService<TimeProvider>());
        return await Told.RunAsync(async () =>
        {
            var owner = host.Services.GetRequiredService<LedgerDatabase>().OwnerConnectionString ?? throw new HostingProblem("backup.no-owner");
            var report = await new Backup(owner, LedgerFolder.Of(configuration), LedgerFolder.KeysOf(configuration), new ClusterOptions(), clock).Run(input.Folder, default);
            return [("backed-up", [report.Events, report.Keys]), .. report.Pruned.Select(path => ("pruned", new object[] { path }))];
        });
    }
}

/// <summary>What the command line says to <c>backup</c>.</summary>
public sealed class BackupInput : NetCoreInput
{
    /// <summary>The folder of backups.</summary>
    [Description("The folder that gets the two parts of the backup, each a folder of its own")]
    public string Folder { get; set; } = "";
}
