using System.Buffers.Text;
using System.Text;

namespace CredentialLedger.Verifier.Tests.Fuzz;

/// <summary>Changes of a file by chance: of its bytes, of what its base64url parts hold, and of which pieces stand where.</summary>
internal sealed class ByteMutations(Random chance, IReadOnlyList<byte[]> corpus)
{
    private static readonly byte[] Telling = [0, 1, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x2e, 0x30, 0x3c, 0x3d, 0x5c, 0x7b, 0x7d, 0x7e, 0x7f, 0x80, 0xc0, 0xed, 0xff];

    /// <summary>A file of the corpus after one to four changes.</summary>
    public byte[] Next()
    {
        var bytes = corpus[chance.Next(corpus.Count)];
        for (var changes = 1 + chance.Next(4); changes > 0; changes--) bytes = Changed(bytes);
        return bytes;
    }

    private byte[] Changed(byte[] bytes)
    {
        if (bytes.Length == 0) return [Some()];
        var (at, other) = (chance.Next(bytes.Length), chance.Next(bytes.Length));
        var (from, to) = (Math.Min(at, other), Math.Max(at, other));
        switch (chance.Next(10))
        {
            case 0: return With(bytes, at, (byte)(bytes[at] ^ (1 << chance.Next(8))));
            case 1: return With(bytes, at, Some());
            case 2: return [.. bytes[..at], Some(), .. bytes[at..]];
            case 3: return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 1 + chance.Next(40))..]];
            case 4: return bytes[..at];
            case 5: return [.. bytes[..to], .. bytes[from..Math.Min(to, from + 2000)], .. bytes[to..]]; // a piece twice
            case 6: return [.. bytes[..from], .. bytes[to..], .. bytes[from..to]]; // pieces changed about
            case 7: var stranger = corpus[chance.Next(corpus.Count)]; return [.. bytes[..at], .. stranger[(stranger.Length * at / bytes.Length)..]];
            case 8: return [.. bytes, .. Enumerable.Repeat(Some(), 1 + chance.Next(100))];
            default: return Inside(bytes);
        }
    }

    // A token's part is decoded, changed and written again, so that what is inside is read too.
    private byte[] Inside(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var parts = text.Split('.', '~', '\n');
        var part = parts[chance.Next(parts.Length)];
        if (part.Length < 8 || !Base64Url.IsValid(part)) return With(bytes, chance.Next(bytes.Length), Some());
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text[..at] + Base64Url.EncodeToString(Changed(Base64Url.DecodeFromChars(part))) + text[(at + part.Length)..]);
    }

    private byte Some() => chance.Next(3) == 0 ? (byte)chance.Next(256) : Telling[chance.Next(Telling.Length)];

    private static byte[] With(byte[] bytes, int at, byte value)
    {
        byte[] changed = [.. bytes];
        changed[at] = value;
        return changed;
    }
}
