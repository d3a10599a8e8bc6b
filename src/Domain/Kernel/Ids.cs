using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CredentialLedger.Domain.Kernel;

/// <summary>Stream ids that follow from non-personal business keys (design rule 4), as name-based UUIDs (RFC 9562, section 5.8, version 8).</summary>
public static class Ids
{
    /// <summary>
    /// The id of the stream that <paramref name="kind"/> and its <paramref name="keys"/> name: the first 16 bytes of SHA-256 over the
    /// kind and the keys, each as its UTF-8 length (4 bytes, big endian) and its UTF-8 bytes, with version 8 and the RFC's variant set.
    /// </summary>
    public static Guid Derive(string kind, params IEnumerable<string> keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        foreach (var key in keys) Append(hash, key);
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        digest[6] = (byte)(0x80 | (digest[6] & 0x0F));
        digest[8] = (byte)(0x80 | (digest[8] & 0x3F));
        return new Guid(digest[..16], bigEndian: true);
    }

    /// <summary>The form in which an id is a key of another id: lower-case, with hyphens.</summary>
    public static string Key(this Guid id) => id.ToString("D");

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
