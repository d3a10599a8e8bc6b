using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CredentialLedger.Verifier.Log.Notes;

/// <summary>
/// A witness's word that, at a time, a checkpoint was the largest consistent one that it had seen: Ed25519 over the lines
/// <c>cosignature/v1</c> and <c>time SECONDS</c> and the whole text (C2SP tlog-cosignature, "Ed25519 signed message").
/// </summary>
public static class Cosignature
{
    /// <summary>Cosign a checkpoint's text at a moment, in whole seconds.</summary>
    public static NoteSignature Make(NoteSigner witness, string text, DateTimeOffset at)
    {
        if (witness.Key.Type is not NoteKeyType.Cosignature) throw new ArgumentException("The key is not a cosigner's.", nameof(witness));
        var timestamp = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteInt64BigEndian(timestamp, at.ToUnixTimeSeconds());
        return new(witness.Key.Name, witness.Key.Id, (byte[])[.. timestamp, .. witness.Ed25519Of(Message(text, at.ToUnixTimeSeconds()))]);
    }

    /// <summary>When the witness cosigned the note, the earliest of its times; null when it did not.</summary>
    /// <exception cref="LogFormatException">A cosignature of the witness is wrong (<see cref="LogCodes.NoteSignature"/>).</exception>
    public static DateTimeOffset? TimeOf(SignedNote note, VerifierKey witness)
    {
        if (witness.Type is not NoteKeyType.Cosignature) throw new ArgumentException("The key is not a cosigner's.", nameof(witness));
        DateTimeOffset? earliest = null;
        foreach (var line in note.Signatures.Where(witness.Made))
        {
            var signature = line.Signature.Span;
            if (signature.Length <= sizeof(ulong)) throw Wrong();
            var seconds = BinaryPrimitives.ReadInt64BigEndian(signature);
            if (seconds < 0 || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() || !witness.Verifies(Message(note.Text, seconds), signature[sizeof(ulong)..])) throw Wrong();
            var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
            if (earliest is null || at < earliest) earliest = at;
        }
        return earliest;
    }

    private static byte[] Message(string text, long seconds) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));

    private static LogFormatException Wrong() => new(LogCodes.NoteSignature);
}
