namespace CredentialLedger.Api.Hosting.Postgres;

/// <summary>Locks between processes, on files; the kernel drops them when their holder dies, however it dies.</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits until nobody else holds the file.</summary>
    public static async Task<FileStream> ExclusiveAsync(string path, TimeSpan patience, CancellationToken cancel)
    {
        for (var deadline = DateTime.UtcNow + patience; ; await Task.Delay(Beat, cancel))
        {
            if (TryExclusive(path) is { } held) return held;
            if (DateTime.UtcNow > deadline) throw new HostingProblem("folder.locked", Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Takes the file for oneself, or answers null when anybody holds it, shared or not.</summary>
    public static FileStream? TryExclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Holds the file together with others who share it. Only called under the exclusive lock, so it never has to wait.</summary>
    public static FileStream Shared(string path)
    {
        using (File.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            // Only makes the file: opening for reading does not, and a lock taken for writing would not be shared.
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Whether somebody holds the file alone. Who asks at the same time does not disturb the answer, as a try to take it would.</summary>
    public static bool IsHeldAlone(string path)
    {
        try
        {
            using var shared = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return true;
        }
    }

    // EWOULDBLOCK on Linux and on macOS.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35;
}
