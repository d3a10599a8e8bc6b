using System.Runtime.InteropServices;
using System.Text;

namespace CredentialLedger.Verifier.Log.Tiles;

/// <summary>Writes a file so that after any crash it is there whole, under its name, or not at all.</summary>
public static class DurableFile
{
    /// <summary>Write the draft beside its place, force it to the disk, give it its name, and force the name to the disk.</summary>
    /// <param name="path">Full path; its folders are made.</param>
    /// <param name="content">All of the file.</param>
    /// <exception cref="IOException">The disk is full, or the place cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(path)!;
        MakeFolder(folder);
        var draft = $"{path}.{Guid.NewGuid():N}.draft";
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
        SyncFolder(folder);
    }

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var above = Path.GetDirectoryName(folder)!;
        MakeFolder(above);
        Directory.CreateDirectory(folder);
        SyncFolder(above);
    }

    // .NET opens no folders; on Windows the file system's journal does this by itself.
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        if (handle < 0) throw new IOException($"The folder cannot be opened: errno {Marshal.GetLastPInvokeError()}.");
        var failed = Sync(handle) != 0;
        _ = Close(handle);
        if (failed) throw new IOException("The folder cannot be forced to the disk.");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
