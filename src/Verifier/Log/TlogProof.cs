using System.Globalization;
using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Log;

/// <summary>That an entry is in a log and that witnesses saw it, checked offline (C2SP tlog-proof).</summary>
/// <param name="Index">The entry's place in the log, from zero.</param>
/// <param name="Path">The inclusion proof, from the leaf's sibling up.</param>
/// <param name="Note">The checkpoint with its cosignatures, verbatim.</param>
/// <param name="Extra">Opaque data that nothing authenticates, or null.</param>
public sealed record TlogProof(long Index, IReadOnlyList<byte[]> Path, SignedNote Note, ReadOnlyMemory<byte>? Extra = null)
{
    private static ReadOnlySpan<byte> Header => "c2sp.org/tlog-proof@v1"u8;

    /// <summary>Hashes that a proof can need: one for each level of a tree of 2^63 leaves.</summary>
    private const int MaxPath = 63;

    /// <summary>What a proof that holds shows.</summary>
    /// <param name="Checkpoint">The tree head that the entry is under.</param>
    /// <param name="ProvenAt">The time at the latest by which the witnesses saw it; null where the policy asks no witness.</param>
    public sealed record Shown(Checkpoint Checkpoint, DateTimeOffset? ProvenAt);

    /// <summary>Read a proof; it is not verified by that.</summary>
    /// <exception cref="LogFormatException">It is not a proof (<see cref="LogCodes.ProofFormat"/>), or its note is none (<see cref="LogCodes.NoteFormat"/>).</exception>
    public static TlogProof Parse(ReadOnlySpan<byte> utf8)
    {
        var (index, path, extra, note) = Place(utf8);
        return new(index, path, SignedNote.Parse(utf8[note..]), extra);
    }

    /// <summary>What stands above the note, and where the note begins, which is not read.</summary>
    /// <exception cref="LogFormatException">It is not a proof (<see cref="LogCodes.ProofFormat"/>).</exception>
    internal static (long Index, IReadOnlyList<byte[]> Path, ReadOnlyMemory<byte>? Extra, int Note) Place(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > SignedNote.MaxLength || !NoteText.Is(utf8) || utf8.IndexOf("\n\n"u8) is not (>= 0 and var end)) throw Refused();
        var lines = utf8[..end].Split((byte)'\n');
        if (!lines.MoveNext() || !utf8[lines.Current].SequenceEqual(Header) || !lines.MoveNext()) throw Refused();
        ReadOnlyMemory<byte>? extra = null;
        if (utf8[lines.Current].StartsWith("extra "u8))
        {
            extra = StrictValues.Base64OrNull(utf8[lines.Current]["extra ".Length..]) ?? throw Refused();
            if (!lines.MoveNext()) throw Refused();
        }
        var line = utf8[lines.Current];
        if (!line.StartsWith("index "u8) || NoteText.Number(Encoding.UTF8.GetString(line["index ".Length..])) is not { } index) throw Refused();
        var path = new List<byte[]>();
        while (lines.MoveNext()) path.Add(path.Count < MaxPath && StrictValues.Base64OrNull(utf8[lines.Current]) is { Length: MerkleTree.HashLength } hash ? hash : throw Refused());
        return (index, path, extra, end + 2);
    }

    /// <summary>The steps of C2SP tlog-proof, "Verifying a tlog proof", in its order; the leaf's hash is step 1.</summary>
    /// <param name="leafHash">Hash of the entry, 32 bytes.</param>
    /// <param name="policy">Which logs and witnesses count.</param>
    /// <param name="now">No cosignature may be of a later time than this by more than a minute.</param>
    /// <exception cref="LogFormatException">It does not hold, by the code of the first step that fails.</exception>
    public Shown Verify(ReadOnlySpan<byte> leafHash, TlogPolicy policy, DateTimeOffset now) => Verify(leafHash, Index, Path, policy.Judge(Note.ToBytes(), Note), now, null).Shown;

    /// <summary>The same under a note that was judged, of one of several entries of its tree; answers also with the way that the proof goes.</summary>
    internal static (Shown Shown, InclusionProof.Way Way) Verify(ReadOnlySpan<byte> leafHash, long index, IReadOnlyList<byte[]> path, TlogPolicy.Witnessed head, DateTimeOffset now, InclusionProof.Way? known)
    {
        var (checkpoint, provenAt, _) = head;
        if (provenAt > now.AddMinutes(1)) throw new LogFormatException(LogCodes.CosignatureFuture);
        return InclusionProof.Climb(leafHash, index, checkpoint.Size, path, checkpoint.Root.Span, known) is { } way ? (new(checkpoint, provenAt), way) : throw new LogFormatException(LogCodes.ProofInclusion);
    }

    /// <summary>The proof as it is written; file extension <c>.tlog-proof</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(Header)).Append('\n');
        if (Extra is { } extra) text.Append("extra ").Append(Convert.ToBase64String(extra.Span)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Path) text.Append(Convert.ToBase64String(hash)).Append('\n');
        return text.Append('\n').Append(Note).ToString();
    }

    private static LogFormatException Refused() => new(LogCodes.ProofFormat);
}
