using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Projections.Audit.Trees;

/// <summary>Whether a checkpoint is one of this log, and every line under it is a signature that holds.</summary>
/// <param name="log">The log's key.</param>
/// <param name="policy">Whose cosignatures there must be; null where no witness is asked.</param>
public sealed class NoteCheck(VerifierKey log, TlogPolicy? policy)
{
    /// <summary>The checkpoint of a note; null when it is not right.</summary>
    /// <param name="bytes">The note.</param>
    /// <param name="cosigned">Whether the policy's quorum must have signed.</param>
    public Checkpoint? Of(ReadOnlySpan<byte> bytes, bool cosigned)
    {
        try
        {
            var note = SignedNote.Parse(bytes);
            if (!note.ToBytes().AsSpan().SequenceEqual(bytes) || !note.IsSignedBy(log) || !note.Signatures.All(signature => Holds(note, signature))) return null;
            if (cosigned) policy?.ProvenTime(note);
            return Checkpoint.Parse(note.Text) is var checkpoint && checkpoint.Origin == log.Name ? checkpoint : null;
        }
        catch (LogFormatException)
        {
            return null;
        }
    }

    private bool Holds(SignedNote note, NoteSignature signature)
    {
        var alone = note with { Signatures = [signature] };
        return log.Made(signature) ? alone.IsSignedBy(log)
            : policy?.Witnesses.FirstOrDefault(w => w.Key.Made(signature)) is { } witness && Cosignature.TimeOf(alone, witness.Key) is not null;
    }
}
