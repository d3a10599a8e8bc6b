using System.Text;

namespace CredentialLedger.Verifier.Log.Notes;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">The key's id, 4 bytes.</param>
/// <param name="Signature">What follows the id; its form depends on the key's type.</param>
public sealed record NoteSignature(string Name, ReadOnlyMemory<byte> KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The line, with its newline.</summary>
    public override string ToString() => $"— {Name} {Convert.ToBase64String([.. KeyId.Span, .. Signature.Span])}\n";
}

/// <summary>A text and the signatures below it (C2SP signed-note).</summary>
/// <param name="Text">The text with its last newline, without the blank line behind it.</param>
/// <param name="Signatures">The signature lines, in their order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Signatures that a note may have; C2SP signed-note asks to accept at least 16.</summary>
    public const int MaxSignatures = 64;

    /// <summary>Bytes that a note may have.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>Read a note; it is not verified by that.</summary>
    /// <exception cref="LogFormatException">It is not a signed note (<see cref="LogCodes.NoteFormat"/>).</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength || NoteText.Of(utf8) is not { } note || note.LastIndexOf("\n\n", StringComparison.Ordinal) is not (>= 0 and var end)) throw Refused();
        // "The text is separated from the signatures by the last empty line in the note."
        var lines = note[(end + 2)..];
        if (!lines.EndsWith('\n') || lines[..^1].Split('\n') is not { Length: <= MaxSignatures } signatures) throw Refused();
        return new(note[..(end + 1)], [.. signatures.Select(Line)]);
    }

    /// <summary>Whether the key signed the text. A signature that names the key and does not verify refuses the whole note.</summary>
    /// <exception cref="LogFormatException">A signature of the key is wrong (<see cref="LogCodes.NoteSignature"/>).</exception>
    public bool IsSignedBy(VerifierKey key)
    {
        if (key.Type is not NoteKeyType.Ed25519) throw new ArgumentException("A cosignature is verified with its time.", nameof(key));
        var made = Signatures.Where(key.Made).ToList();
        if (made.Any(s => !key.Verifies(Encoding.UTF8.GetBytes(Text), s.Signature.Span))) throw new LogFormatException(LogCodes.NoteSignature);
        return made.Count > 0;
    }

    /// <summary>The note as it is written.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures)}";

    /// <summary>The note in UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    private static NoteSignature Line(string line)
    {
        if (line.Split(' ') is not ["—", var name, var base64] || !VerifierKey.IsName(name) || NoteText.Base64(base64) is not { Length: > 4 } bytes) throw Refused();
        return new(name, bytes.AsMemory(0, 4), bytes.AsMemory(4));
    }

    private static LogFormatException Refused() => new(LogCodes.NoteFormat);
}
