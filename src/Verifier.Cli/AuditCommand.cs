using System.Text.Json;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Verifier.Cli;

/// <summary>Audits a copy of a log by its files alone; a party does so with its own mirror.</summary>
internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Run(string folder, string trust, string? since, bool json, TextWriter output, TimeProvider clock)
    {
        var policies = InputFiles.Trust(trust, clock).Logs.Select(TlogPolicy.Parse).ToArray();
        if (!Directory.Exists(folder)) throw new WrongUseException("no-folder", folder);
        var report = Audit(folder, policies, since is null ? null : Since(since));
        if (json) output.WriteLine(JsonSerializer.Serialize(Json(report), Indented));
        else Write(report, output);
        return report.Clean ? ExitCode.Valid : ExitCode.Invalid;
    }

    private static MirrorReport Audit(string folder, TlogPolicy[] policies, Checkpoint? since)
    {
        try
        {
            return MirrorAudit.Run(new TileFolder(folder), origin => policies.FirstOrDefault(p => p.Logs.Any(log => log.Key.Name == origin)), since);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Of a file that is not there or is not as it should be the report tells; one that this user may not read says nothing of the log.
            throw new WrongUseException("unreadable", folder);
        }
    }

    private static Checkpoint Since(string path)
    {
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(InputFiles.Read(path, SignedNote.MaxLength + 1)).Text);
        }
        catch (LogFormatException wrong)
        {
            throw new WrongUseException("bad-since", path, Sentences.Thai(wrong.Code), Sentences.English(wrong.Code));
        }
    }

    private static void Write(MirrorReport report, TextWriter output)
    {
        if (report.Checkpoint is { } c) output.WriteLine(Usage.Both(report.Witnesses.Count > 0 ? "audited" : "audited-uncosigned", c.Origin, c.Size, Convert.ToBase64String(c.Root.Span), string.Join(", ", report.Witnesses)));
        foreach (var (code, where) in report.Faults) output.WriteLine($"{where}: {Sentences.Thai(code)}\n{where}: {Sentences.English(code)}");
        output.WriteLine(Usage.Both(report.Clean ? "mirror-clean" : "mirror-wrong"));
    }

    private static object Json(MirrorReport report) => new
    {
        clean = report.Clean,
        origin = report.Checkpoint?.Origin,
        size = report.Checkpoint?.Size,
        root = report.Checkpoint is { } c ? Convert.ToBase64String(c.Root.Span) : null,
        witnesses = report.Witnesses,
        faults = report.Faults.Select(f => new { code = f.Code, where = f.Where }),
    };
}
