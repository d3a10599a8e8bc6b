using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Backups;
using CredentialLedger.Api.Privacy;
using JasperFx.CommandLine;
using Npgsql;

namespace CredentialLedger.Api.Log;

/// <summary>The verb <c>begin-log --origin NAME --after FILE</c>: end a log that the database is behind, and begin another.</summary>
[Description("Begin a new log for a database that is older than what its witnesses saw", Name = Verb)]
public sealed class BeginLogCommand : JasperFxAsyncCommand<BeginLogInput>
{
    /// <summary>The verb.</summary>
    public const string Verb = "begin-log";

    /// <inheritdoc/>
    public override async Task<bool> Execute(BeginLogInput input)
    {
        using var host = input.BuildHost();
        var configuration = host.Services.GetRequiredService<IConfiguration>();
        return await Told.RunAsync(async () =>
        {
            await using var database = NpgsqlDataSource.Create(host.Services.GetRequiredService<LedgerDatabase>().ConnectionString);
            await LedgerDatabase.RequireUsableAsync(database);
            var log = new BeginLog(database, LedgerFolder.Of(configuration), new KeyFolder(LedgerFolder.KeysOf(configuration)));
            return [("log-begun", [input.OriginFlag, (await log.Run(input.OriginFlag, input.AfterFlag, default)).ToString()])];
        });
    }
}

/// <summary>What the command line says to <c>begin-log</c>.</summary>
public sealed class BeginLogInput : NetCoreInput
{
    /// <summary>The new log's name.</summary>
    [Description("Name of the new log; Ledger:LogOrigin must be the same from then on")]
    public string OriginFlag { get; set; } = "";

    /// <summary>The old log's last checkpoint.</summary>
    [Description("File with the last checkpoint of the old log, as a witness serves it")]
    public string AfterFlag { get; set; } = "";
}
