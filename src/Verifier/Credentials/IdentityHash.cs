using System.Security.Cryptography;
using System.Text;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>SHA-256 over a salt of at least 16 bytes followed by the thirteen digits of a Thai national id in UTF-8.</summary>
/// <remarks>Whoever has the document can try all ids; the salt only prevents one table for all documents. See docs/formats/credential.md.</remarks>
public sealed record IdentityHash(byte[] Salt, byte[] Value)
{
    public const int MinimumSaltLength = 16;
    public const int MaximumSaltLength = 64;

    public static IdentityHash Of(string nationalId, byte[] salt)
    {
        ArgumentNullException.ThrowIfNull(nationalId);
        ArgumentNullException.ThrowIfNull(salt);
        if (salt.Length is < MinimumSaltLength or > MaximumSaltLength)
            throw new ArgumentException($"The salt has {MinimumSaltLength} to {MaximumSaltLength} bytes.", nameof(salt));
        return new IdentityHash([.. salt], SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(nationalId)]));
    }

    /// <summary>Whether this hash was made from the given national id; compared in constant time.</summary>
    public bool Matches(string nationalId) =>
        CryptographicOperations.FixedTimeEquals(Of(nationalId, Salt).Value, Value);

    public bool Equals(IdentityHash? other) =>
        other is not null && Salt.AsSpan().SequenceEqual(other.Salt) && Value.AsSpan().SequenceEqual(other.Value);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Salt);
        hash.AddBytes(Value);
        return hash.ToHashCode();
    }
}
