using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Projections.Log;

/// <summary>
/// Signs checkpoints of one log, each an extension of the last that it signed, which it keeps in a file of its own, off the database. So the file bounds what
/// any witness can have seen: it is never part of a backup, and a ledger without it has to ask the witnesses.
/// </summary>
/// <param name="key">The log's key.</param>
/// <param name="file">Where the last checkpoint is kept.</param>
public sealed class LogSigner(NoteSigner key, string file)
{
    /// <summary>The log's public key; its name is the origin.</summary>
    public VerifierKey Key => key.Key;

    /// <summary>The last checkpoint that was signed; null when the file is not there.</summary>
    /// <exception cref="SignerRefusalException">The file is there and is none of this log's.</exception>
    public Checkpoint? Last
    {
        get
        {
            if (!File.Exists(file)) return null;
            try
            {
                var note = SignedNote.Parse(File.ReadAllBytes(file));
                if (note.IsSignedBy(Key) && Checkpoint.Parse(note.Text) is var last && last.Origin == Key.Name) return last;
            }
            catch (LogFormatException)
            {
                // The same answer as to a file that another key signed.
            }
            throw new SignerRefusalException(SignerRefusal.DamagedState);
        }
    }

    /// <summary>Sign a checkpoint, after it became the last one on disk.</summary>
    /// <param name="next">The checkpoint.</param>
    /// <param name="proof">The consistency proof from a smaller size to it (RFC 6962, 2.1.2).</param>
    /// <exception cref="SignerRefusalException">It is of another log, smaller than the last one, or no extension of it.</exception>
    public SignedNote Sign(Checkpoint next, Func<long, IReadOnlyList<byte[]>> proof)
    {
        if (next.Origin != Key.Name) throw new SignerRefusalException(SignerRefusal.OtherLog);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var alone = Alone();
        if (Last is { } last)
        {
            if (next.Size < last.Size) throw new SignerRefusalException(SignerRefusal.Smaller);
            if (!ConsistencyProof.Holds(last.Size, next.Size, last.Size == next.Size || last.Size == 0 ? [] : proof(last.Size), last.Root.Span, next.Root.Span))
                throw new SignerRefusalException(SignerRefusal.Inconsistent);
        }
        var note = next.SignedBy(key);
        new DurableFiles($"{file}.drafts").Write(file, note.ToBytes());
        return note;
    }

    /// <summary>Sign without keeping: only to ask the witnesses what they saw, while the file of the last checkpoint is gone and nothing is recorded.</summary>
    public SignedNote SignToAsk(Checkpoint next) => next.SignedBy(key);

    // Of two processes with one key the second waits its turn at the next round.
    private FileStream Alone()
    {
        try
        {
            return new($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new SignerRefusalException(SignerRefusal.Busy);
        }
    }
}

/// <summary>Why the signer does not sign.</summary>
public enum SignerRefusal
{
    /// <summary>The checkpoint names another log.</summary>
    OtherLog,

    /// <summary>The tree is smaller than one that was signed: the database is older than its log.</summary>
    Smaller,

    /// <summary>The tree does not contain one that was signed: history was rewritten.</summary>
    Inconsistent,

    /// <summary>The signer's own file is damaged.</summary>
    DamagedState,

    /// <summary>Another process signs at this moment.</summary>
    Busy,
}

/// <summary>The signer refused, and nothing was signed.</summary>
public sealed class SignerRefusalException(SignerRefusal why) : Exception($"The log's signer refused: {why}.")
{
    /// <summary>Why.</summary>
    public SignerRefusal Why => why;
}
