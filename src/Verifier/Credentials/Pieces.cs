using System.Security.Cryptography;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Bytes in pieces, in order: slices of a document, and what canonicalization says between them.</summary>
internal sealed record Pieces(params ReadOnlyMemory<byte>[] Parts)
{
    public byte[] Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Parts) hash.AppendData(part.Span);
        return hash.GetHashAndReset();
    }

    public byte[] ToArray() => [.. Parts.SelectMany(p => p.ToArray())];
}
