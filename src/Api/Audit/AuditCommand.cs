using CredentialLedger.Api.Log;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using JasperFx.CommandLine;
using Npgsql;

namespace CredentialLedger.Api.Audit;

/// <summary><c>audit [--since CHECKPOINT] [--json]</c>: recomputes everything from the rows up; fails when anything is not what was logged.</summary>
[Description("Recompute rows, leaves, tiles, roots and signatures, and name everything that was changed, removed or inserted", Name = "audit")]
public sealed class AuditCommand : JasperFxAsyncCommand<AuditInput>
{
    /// <inheritdoc/>
    public override async Task<bool> Execute(AuditInput input)
    {
        using var host = input.BuildHost();
        var services = host.Services;
        var signer = services.GetRequiredService<LogSigner>();
        Checkpoint? since = null;
        if (input.SinceFlag is { } path && (since = Read(path, signer.Key)) is null) return AuditPrinter.Refuse("not-a-checkpoint");
        using var progress = new ReplayProgress(input.JsonFlag ? Console.Error : Console.Out);
        var audit = new LogAudit(services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<ApplicationMac>(), services.GetRequiredService<TileFolder>(), signer, services.GetRequiredService<LogPolicy>().Witnesses);
        var report = await audit.Run(since, progress.Tell, default);
        progress.Dispose();
        if (input.JsonFlag) AuditPrinter.WriteJson(report);
        else AuditPrinter.Write(report);
        return report.Clean;
    }

    // The text alone, as an audit prints it, or the note with its signatures.
    private static Checkpoint? Read(string path, VerifierKey log)
    {
        try
        {
            var text = File.ReadAllText(path);
            var checkpoint = text.Contains("\n\n", StringComparison.Ordinal) ? Checkpoint.Parse(SignedNote.Parse(File.ReadAllBytes(path)).Text) : Checkpoint.Parse(text);
            return checkpoint.Origin == log.Name ? checkpoint : null;
        }
        catch (Exception e) when (e is LogFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What the command line says to <c>audit</c>.</summary>
public sealed class AuditInput : NetCoreInput
{
    /// <summary>A file with a checkpoint.</summary>
    [Description("Only what is new since this checkpoint, which an earlier audit wrote or a party kept")]
    public string? SinceFlag { get; set; }

    /// <summary>Whether to answer in JSON.</summary>
    [Description("Write the report as JSON")]
    public bool JsonFlag { get; set; }
}
