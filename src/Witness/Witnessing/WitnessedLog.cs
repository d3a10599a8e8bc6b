using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Http;
using CredentialLedger.Witness.Storage;

namespace CredentialLedger.Witness.Witnessing;

/// <summary>
/// What the witness cosigned of one log. "Checking the old size against the latest checkpoint and persisting the new checkpoint must be
/// performed atomically": one gate a log, and one process a folder. The file is the state; memory only remembers what it must say.
/// </summary>
internal sealed class WitnessedLog
{
    /// <summary>Pending checkpoints that a mirror still takes entries for: "any of the last several pending checkpoint values".</summary>
    private const int Several = 16;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly WitnessFolder folder;
    private readonly NoteSigner cosigner;
    private readonly TimeProvider clock;
    private readonly string path;
    private volatile CosignedHead[] recent;

    public WitnessedLog(KnownLog log, WitnessFolder folder, NoteSigner cosigner, TimeProvider clock)
    {
        (Log, this.folder, this.cosigner, this.clock) = (log, folder, cosigner, clock);
        path = Path.Combine(folder.StateOf(log.Hash), "checkpoint");
        var head = CosignedHead.ReadFile(path, log, cosigner.Key);
        // The name is written behind the first checkpoint: a name alone means that somebody took away the memory of what was signed.
        if (head is null && File.Exists(Name)) throw new DamagedException(path);
        if (head is not null) KeepName();
        recent = head is null ? [] : [head];
    }

    public KnownLog Log { get; }

    /// <summary>The last checkpoint cosigned, which is also the mirror's pending one; null before the first.</summary>
    public CosignedHead? Head => recent is [var head, ..] ? head : null;

    /// <summary>One of the last several checkpoints by its size.</summary>
    public CosignedHead? Recent(long size) => recent.FirstOrDefault(head => head.Checkpoint.Size == size);

    /// <summary>A checkpoint that this witness once cosigned, told by its own cosignature on it: what a mirror's ticket holds.</summary>
    public CosignedHead? Cosigned(ReadOnlySpan<byte> note) => CosignedHead.Read(note, Log, cosigner.Key);

    /// <summary>Judge a checkpoint of this log and cosign it, in the order of C2SP tlog-witness, "add-checkpoint".</summary>
    public async Task<Answer> Add(Submission submission, CancellationToken token)
    {
        var request = submission.Request;
        // "403 Forbidden … if either no signature from a trusted key for the origin is present, or [it] fails to verify."
        if (!Log.Signed(request.Note)) return Answer.Refused(StatusCodes.Status403Forbidden, "not-signed");
        // "The old size MUST be equal to or lower than the checkpoint size. Otherwise … 400 Bad Request."
        if (request.Old > submission.Size) return Answer.Refused(StatusCodes.Status400BadRequest, "old-larger");
        await gate.WaitAsync(token);
        try
        {
            var last = Head;
            // Whoever changes the file under us wants another history cosigned.
            if (!Unchanged(last)) throw new DamagedException(path);
            // "The witness MUST check that the old size matches the size of the latest checkpoint it cosigned … (or zero if it never cosigned …). If it doesn't match … 409 Conflict."
            if (request.Old != (last?.Checkpoint.Size ?? 0)) return Answer.Conflict(last?.Checkpoint.Size ?? 0);
            // "A checkpoint of size zero MUST have the root hash of the empty tree …"; "If the old size matches the checkpoint size … root hashes are also identical";
            // "If the proof is not empty when the old size is zero, or if a Merkle Consistency Proof doesn't verify … 422 Unprocessable Entity."
            var root = last?.Checkpoint.Root ?? MerkleTree.EmptyRoot;
            if (submission.Head is not { } head || !ConsistencyProof.Holds(request.Old, head.Size, request.Proof, root.Span, head.Root.Span))
            {
                // "The witness MAY log the request …, as it might be proof of log misbehavior."
                Evidence.Keep(folder, Log, submission);
                return Answer.Refused(StatusCodes.Status422UnprocessableEntity, "inconsistent");
            }
            var cosigned = CosignedHead.Make(request.Note, Log, cosigner, last, clock);
            // "The witness MUST persist the new checkpoint before responding."
            folder.Files.Write(path, cosigned.Note.ToBytes());
            KeepName();
            recent = [cosigned, .. recent.Where(known => known.Checkpoint.Size != head.Size).Take(Several - 1)];
            return Answer.Cosigned(cosigned);
        }
        finally
        {
            gate.Release();
        }
    }

    private string Name => Path.Combine(folder.StateOf(Log.Hash), "origin");

    private void KeepName()
    {
        if (!File.Exists(Name)) folder.Files.Write(Name, System.Text.Encoding.UTF8.GetBytes(Log.Origin + "\n"));
    }

    private bool Unchanged(CosignedHead? last) => File.Exists(path) ? last is not null && File.ReadAllBytes(path).AsSpan().SequenceEqual(last.Note.ToBytes()) : last is null;
}
