using System.Security.Cryptography;

namespace CredentialLedger.Verifier.Log;

/// <summary>
/// The promise an event makes about its payload: HMAC-SHA256 under a key that its random salt gives, over the payload's canonical
/// form. It hides the payload from who has no salt and binds it for who has (docs/formats/event.md, section 3).
/// </summary>
public static class Commitment
{
    /// <summary>Length of a salt in bytes. Another length is refused: HMAC pads short keys, so that two salts could mean the same.</summary>
    public const int SaltLength = 32;

    /// <summary>The key of the envelope, k1: HMAC-SHA256(salt, <c>credentialledger/1/envelope</c>).</summary>
    public static byte[] EnvelopeKey(ReadOnlySpan<byte> salt) => Derive(salt, "credentialledger/1/envelope"u8);

    /// <summary>The key of the payload, k2: HMAC-SHA256(salt, <c>credentialledger/1/payload</c>).</summary>
    public static byte[] PayloadKey(ReadOnlySpan<byte> salt) => Derive(salt, "credentialledger/1/payload"u8);

    /// <summary>The 32-byte commitment to a payload in canonical form.</summary>
    /// <exception cref="ArgumentException">The salt is not 32 bytes long.</exception>
    public static byte[] ToPayload(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> canonicalPayload) =>
        HMACSHA256.HashData(PayloadKey(salt), canonicalPayload);

    private static byte[] Derive(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label)
    {
        if (salt.Length != SaltLength) throw new ArgumentException($"A salt is exactly {SaltLength} bytes.", nameof(salt));
        return HMACSHA256.HashData(salt, label);
    }
}
