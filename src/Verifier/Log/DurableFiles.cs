using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CredentialLedger.Verifier.Log;

/// <summary>Files that are whole or not there, also after the power went: written beside, on disk, renamed, and the folder on disk too.</summary>
/// <param name="drafts">Folder on the same disk for what has no name yet; what is left in it after a crash may go.</param>
public sealed class DurableFiles(string drafts)
{
    /// <summary>Write a file, in place of one of that name.</summary>
    /// <param name="path">Full path; its folders are made.</param>
    /// <param name="bytes">All of the file.</param>
    /// <exception cref="IOException">The disk is full, or the place cannot be written.</exception>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        MakeFolder(drafts);
        var draft = Path.Combine(drafts, Guid.NewGuid().ToString("N"));
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            MakeFolder(Path.GetDirectoryName(path)!);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
        Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Make a folder and what is above it, each on disk with its name.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var above = Path.GetDirectoryName(folder)!;
        MakeFolder(above);
        Directory.CreateDirectory(folder);
        Flush(above);
    }

    /// <summary>fsync(2): "Calling fsync() does not necessarily ensure that the entry in the directory containing the file has also reached disk."</summary>
    public static void Flush(string folder)
    {
        // Windows has no such call; there a rename is written through by the journal of NTFS.
        if (OperatingSystem.IsWindows()) return;
        using var handle = new SafeFileHandle(Open(folder, 0), ownsHandle: true);
        if (handle.IsInvalid || FSync(handle) != 0) throw new IOException($"fsync {folder}: error {Marshal.GetLastPInvokeError()}");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern nint Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(SafeFileHandle handle);
}
