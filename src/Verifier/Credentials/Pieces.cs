using System.Buffers;
using System.Security.Cryptography;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Bytes in pieces, in order: slices of a document, and what canonicalization says between them.</summary>
internal sealed record Pieces(params ReadOnlyMemory<byte>[] Parts)
{
    /// <summary>Their SHA-256. To copy some kilobytes and hash them at once costs less than to feed a hash in steps.</summary>
    public byte[] Sha256()
    {
        var (length, at) = (Length(), 0);
        var whole = ArrayPool<byte>.Shared.Rent(length);
        foreach (var part in Parts)
        {
            part.Span.CopyTo(whole.AsSpan(at));
            at += part.Length;
        }

        var hash = SHA256.HashData(whole.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(whole);
        return hash;
    }

    private int Length()
    {
        var length = 0;
        foreach (var part in Parts) length += part.Length;
        return length;
    }

    public byte[] ToArray() => [.. Parts.SelectMany(p => p.ToArray())];
}
