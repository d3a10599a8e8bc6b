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

    /// <summary>Their SHA-256 and that of others, which begin with the first of these: what both begin with is hashed once.</summary>
    public (byte[] These, byte[] Others) Sha256(Pieces others)
    {
        var start = Parts[0];
        using var these = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        these.AppendData(start.Span);
        using var longer = these.Clone();
        foreach (var part in Parts.AsSpan(1)) these.AppendData(part.Span);
        longer.AppendData(others.Parts[0].Span[start.Length..]);
        foreach (var part in others.Parts.AsSpan(1)) longer.AppendData(part.Span);
        return (these.GetCurrentHash(), longer.GetCurrentHash());
    }

    private int Length()
    {
        var length = 0;
        foreach (var part in Parts) length += part.Length;
        return length;
    }

    public byte[] ToArray() => [.. Parts.SelectMany(p => p.ToArray())];
}
