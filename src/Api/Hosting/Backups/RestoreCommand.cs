using CredentialLedger.Api.Hosting.Postgres;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Hosting.Backups;

/// <summary>The verb <c>restore EVENTS KEYS</c>: bring a backup back where there is no ledger.</summary>
[Description("Bring a backup back into an empty database and an empty folder", Name = Verb)]
public sealed class RestoreCommand : JasperFxAsyncCommand<RestoreInput>
{
    /// <summary>The verb.</summary>
    public const string Verb = "restore";

    /// <inheritdoc/>
    public override async Task<bool> Execute(RestoreInput input)
    {
        using var host = input.BuildHost();
        var configuration = host.Services.GetRequiredService<IConfiguration>();
        return await Told.RunAsync(async () =>
        {
            var restore = new Restore(host.Services.GetRequiredService<LedgerDatabase>(), LedgerFolder.Of(configuration), LedgerFolder.KeysOf(configuration), new ClusterOptions());
            var report = await restore.Run(input.Events, input.Keys, default);
            return [("restored", [report.Events, report.Last.ToString("u")])];
        });
    }
}

/// <summary>What the command line says to <c>restore</c>.</summary>
public sealed class RestoreInput : NetCoreInput
{
    /// <summary>The half with the events.</summary>
    [Description("A folder events-... of a backup")]
    public string Events { get; set; } = "";

    /// <summary>The half with the keys.</summary>
    [Description("A folder keys-... of the same backup or of a later one")]
    public string Keys { get; set; } = "";
}
