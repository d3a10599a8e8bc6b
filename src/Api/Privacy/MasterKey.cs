using System.Security.Cryptography;

namespace CredentialLedger.Api.Privacy;

/// <summary>
/// The key outside the database under which every person's key is wrapped, and from which the keys of the lookups of national ids and of awards follow.
/// Once it is replaced and destroyed, what WAL and backups still hold under it cannot be opened by anybody (design.md, section 7).
/// </summary>
public sealed class MasterKey(Guid id, byte[] secret)
{
    private const int NonceLength = 12, TagLength = 16;
    private readonly byte[] wrapping = HMACSHA256.HashData(secret, "credentialledger/1/person-key"u8);
    private readonly byte[] lookup = HMACSHA256.HashData(secret, "credentialledger/1/national-id"u8);
    private readonly byte[] awardLookup = HMACSHA256.HashData(secret, "credentialledger/1/award-number"u8);

    /// <summary>Id of the key, in the database and in the name of its file.</summary>
    public Guid Id => id;

    /// <summary>Wrap a person's key: nonce, ciphertext and tag of AES-256-GCM, bound to the person and the key's id.</summary>
    public byte[] Wrap(PersonKey key)
    {
        var wrapped = new byte[NonceLength + key.Secret.Length + TagLength];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using var aes = new AesGcm(wrapping, TagLength);
        aes.Encrypt(wrapped.AsSpan(0, NonceLength), key.Secret, wrapped.AsSpan(NonceLength, key.Secret.Length), wrapped.AsSpan(^TagLength..), Bound(key.Person, key.Id));
        return wrapped;
    }

    /// <summary>Open what <see cref="Wrap"/> made.</summary>
    /// <exception cref="CryptographicException">It was made under another master key, for another person, or was changed.</exception>
    public PersonKey Unwrap(Guid person, Guid key, byte[] wrapped)
    {
        var secret = new byte[wrapped.Length - NonceLength - TagLength];
        using var aes = new AesGcm(wrapping, TagLength);
        aes.Decrypt(wrapped.AsSpan(0, NonceLength), wrapped.AsSpan(NonceLength, secret.Length), wrapped.AsSpan(^TagLength..), secret, Bound(person, key));
        return new PersonKey(person, key, secret);
    }

    /// <summary>The keyed hash under which a national id is looked up: HMAC-SHA256, 32 bytes.</summary>
    public byte[] LookupOf(string nationalId) => HMACSHA256.HashData(lookup, System.Text.Encoding.ASCII.GetBytes(nationalId));

    /// <summary>The keyed hash under which the certificate of a foreign award is looked up.</summary>
    public byte[] AwardLookupOf(string certificate) => HMACSHA256.HashData(awardLookup, System.Text.Encoding.UTF8.GetBytes(certificate));

    private static byte[] Bound(Guid person, Guid key) => [.. person.ToByteArray(bigEndian: true), .. key.ToByteArray(bigEndian: true)];
}
