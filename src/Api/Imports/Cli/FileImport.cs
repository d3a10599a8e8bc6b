using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Cli;

/// <summary>Imports a file from the disk: reads it once to see that it can be read at all and how long it is, then records it.</summary>
public sealed class FileImport(IServiceProvider services, ImportKind kind, Charset charset, Actor by)
{
    /// <summary>Import the file; refused rows go to <paramref name="rejectsPath"/>.</summary>
    /// <exception cref="UnreadableException">The file cannot be read as a whole; nothing was recorded, unless it was read from a pipe.</exception>
    /// <exception cref="IOException">A file cannot be opened or written.</exception>
    public async Task<Progress> Run(string path, string rejectsPath, CancellationToken token)
    {
        var total = await Count(path, token);
        await using var file = await CsvFile.Open(File.OpenRead(path), charset, kind.Columns, token);
        await using var rejects = new RejectsFile(rejectsPath, file.Layout);
        var progress = await ProgressDisplay.Show(total, async tell =>
        {
            var latest = Progress.None;
            await foreach (var step in kind.Run(services, by, file, token))
            {
                if (step is RowRefused refused) rejects.Add(refused);
                if (step is Progress now) tell(latest = now);
            }
            return latest;
        });
        rejects.Complete();
        Told.Say("counts", progress.Rows, progress.Recorded, progress.Unchanged, progress.Refused);
        if (progress.Refused > 0) Told.Say("rejects", rejectsPath);
        return progress;
    }

    private async Task<long?> Count(string path, CancellationToken token)
    {
        var source = File.OpenRead(path);
        await using var file = source.CanSeek ? await CsvFile.Open(source, charset, kind.Columns, token) : null;
        return file is null ? null : await file.Rows(token).LongCountAsync(token);
    }
}
