using System.Globalization;
using CredentialLedger.Verifier.Log.Merkle;

namespace CredentialLedger.Verifier.Log.Notes;

/// <summary>A tree head: the text of a note that says which log, how many leaves and which root (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">Which log.</param>
/// <param name="Size">Number of leaves.</param>
/// <param name="Root">The root hash, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, ReadOnlyMemory<byte> Root)
{
    /// <summary>The note's text. We write no extension lines: "not auditable by log monitors".</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.Span)}\n");

    /// <summary>Read a note's text; extension lines of another's log are allowed and mean nothing here.</summary>
    /// <exception cref="LogFormatException">It is not that of a checkpoint (<see cref="LogCodes.CheckpointFormat"/>).</exception>
    public static Checkpoint Parse(string text)
    {
        if (!text.EndsWith('\n') || text[..^1].Split('\n') is not [{ Length: > 0 } origin, var size, var root, .. var extensions]
            || NoteText.Number(size) is not { } leaves || NoteText.Base64(root) is not { Length: MerkleTree.HashLength } hash || extensions.Contains("")
            || (leaves == 0 && !hash.AsSpan().SequenceEqual(MerkleTree.EmptyRoot)))
            throw new LogFormatException(LogCodes.CheckpointFormat);
        return new(origin, leaves, hash);
    }

    /// <summary>The note of this checkpoint, signed by the log.</summary>
    public SignedNote SignedBy(NoteSigner log) => new(Text, [log.Sign(Text)]);

    /// <inheritdoc/>
    public bool Equals(Checkpoint? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
