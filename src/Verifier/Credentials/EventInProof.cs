using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>One event of the log proofs while it is checked: each of its texts is read once, and a note that held before is not read at all.</summary>
internal sealed class EventInProof
{
    private readonly ReadOnlyMemory<byte> envelope, note;
    private readonly (long Index, IReadOnlyList<byte[]> Path) place;
    private readonly SignedNote? unknown;
    private readonly TlogPolicy.Witnessed? known;
    private (Checkpoint Tree, InclusionProof.Way Way)? shown;

    /// <exception cref="LogFormatException">The envelope, the proof or its note is none.</exception>
    public EventInProof(LogProofEvent texts, TrustList trust)
    {
        envelope = texts.Envelope;
        Opening = new(Envelope.Parse(texts.Envelope), texts.EnvelopeKey, texts.Payload);
        (var index, var path, _, var at) = TlogProof.Place(texts.Proof);
        (place, note) = ((index, path), texts.Proof.AsMemory(at));
        known = trust.KnownNote(note);
        unknown = known is null ? SignedNote.Parse(note.Span) : null;
    }

    public Opening Opening { get; }

    /// <summary>The log that the note names.</summary>
    /// <exception cref="LogFormatException">The note is no checkpoint.</exception>
    public string Origin => known?.Checkpoint.Origin ?? Checkpoint.Parse(unknown!.Text).Origin;

    /// <summary>What the note shows under a policy; what it showed under another one does not count.</summary>
    /// <exception cref="LogFormatException">It shows nothing.</exception>
    public TlogPolicy.Witnessed Head(TlogPolicy policy) => policy.Known(note) ?? policy.Judge(note, unknown ?? SignedNote.Parse(note.Span));

    /// <summary>What the proof shows of the event, once its payload was checked.</summary>
    /// <param name="head">What its note shows.</param>
    /// <param name="now">When.</param>
    /// <param name="other">An event that was shown before; where it is in the same tree, what lies above both is not hashed again.</param>
    /// <exception cref="LogFormatException">It does not hold.</exception>
    public TlogProof.Shown Show(TlogPolicy.Witnessed head, DateTimeOffset now, EventInProof? other = null)
    {
        var leaf = MerkleTree.LeafHash(Envelope.Entry(Opening.EnvelopeKey.Span, envelope.Span));
        var known = other?.shown is var (tree, way) && tree.Size == head.Checkpoint.Size && tree.Root.Span.SequenceEqual(head.Checkpoint.Root.Span) ? way : null;
        (var result, way) = TlogProof.Verify(leaf, place.Index, place.Path, head, now, known);
        shown = (head.Checkpoint, way);
        return result;
    }
}
