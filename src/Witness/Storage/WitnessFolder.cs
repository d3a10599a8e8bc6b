using CredentialLedger.Verifier.Log;
using CredentialLedger.Witness.Cli;

namespace CredentialLedger.Witness.Storage;

/// <summary>The one folder of a witness, held by one process at a time; docs/formats/witness.md says what lies in it.</summary>
internal sealed class WitnessFolder : IDisposable
{
    private readonly FileStream held;

    private WitnessFolder(string path)
    {
        Root = path;
        try
        {
            // FileShare.None is flock(2) on Unix: the kernel lets go of it when the process dies, and of nothing else.
            held = new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (Directory.Exists(path))
        {
            throw new RefusedException(ExitCode.InUse, "in-use", path);
        }
        // Whatever has no name yet was never answered for.
        if (Directory.Exists(Drafts)) Directory.Delete(Drafts, recursive: true);
        DurableFiles.MakeFolder(Drafts);
        Files = new(Drafts);
    }

    public string Root { get; }

    public DurableFiles Files { get; }

    private string Drafts => System.IO.Path.Combine(Root, "drafts");

    /// <summary>Hold a folder that is there.</summary>
    public static WitnessFolder Open(string path) =>
        Directory.Exists(path) ? new(System.IO.Path.GetFullPath(path)) : throw new RefusedException(ExitCode.WrongUse, "no-folder", path);

    /// <summary>Hold a folder, made when it is not there.</summary>
    public static WitnessFolder Make(string path)
    {
        DurableFiles.MakeFolder(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
        return Open(path);
    }

    /// <summary>What the witness keeps of a log.</summary>
    public string StateOf(string originHash) => System.IO.Path.Combine(Root, "state", originHash);

    /// <summary>The mirrored files of a log, as they are served.</summary>
    public string MirrorOf(string originHash) => System.IO.Path.Combine(Root, "mirror", originHash);

    public void Dispose() => held.Dispose();
}
