namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>The server's log file, read only to say why a start failed.</summary>
internal static class ServerLog
{
    private const long Large = 8 * 1024 * 1024;

    /// <summary>Makes the file (and the lock's) for the cluster's user, puts a large old one aside, and answers where new lines will begin.</summary>
    public static async Task<long> PrepareAsync(ClusterFolder folder, CancellationToken cancel)
    {
        var file = new FileInfo(folder.Log);
        if (file.Exists && file.Length > Large) File.Move(folder.Log, folder.Log + ".old", overwrite: true);
        await MakeAsync(folder.Log, cancel);
        await MakeAsync(folder.ServerLock, cancel);
        return new FileInfo(folder.Log).Length;
    }

    /// <summary>What was written since <paramref name="offset"/>.</summary>
    public static async Task<string> SinceAsync(ClusterFolder folder, long offset, CancellationToken cancel)
    {
        await using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Seek(offset, SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync(cancel);
    }

    private static async Task MakeAsync(string path, CancellationToken cancel)
    {
        await File.AppendAllBytesAsync(path, [], cancel);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await ClusterUser.Here.OwnAsync(path, cancel);
    }

    public static bool IsDiskFull(string text) => text.Contains("No space left on device", StringComparison.Ordinal);

    /// <summary>The one line of a failure worth showing.</summary>
    public static string Gist(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal)
                || line.Contains("PANIC:", StringComparison.Ordinal)
                || line.Contains("error:", StringComparison.Ordinal))
            ?? lines.LastOrDefault() ?? "-";
    }
}
