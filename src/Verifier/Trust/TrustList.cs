using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Trust;

/// <summary>What a verifier trusts: roots, issuers with the keys pinned to each, and whose status lists count. See docs/formats/trust.md.</summary>
public sealed record TrustList
{
    /// <exception cref="TrustListException">A key or a status list belongs to two issuers, a code appears twice, or a root or a value is not usable.</exception>
    public TrustList(bool allowsTest, IReadOnlyList<X509Certificate2> roots, IReadOnlyList<TrustedIssuer> issuers)
    {
        (AllowsTest, Roots, Issuers) = (allowsTest, [.. roots], [.. issuers]);
        TrustListRules.Check(this);
    }

    /// <summary>Whether a document marked as a test may be valid.</summary>
    public bool AllowsTest { get; }

    /// <summary>Self-signed certificate authorities; a signing certificate must lead up to one of them.</summary>
    public IReadOnlyList<X509Certificate2> Roots { get; }

    public IReadOnlyList<TrustedIssuer> Issuers { get; }

    /// <summary>Reads the JSON form, strictly: no unknown, double or missing member.</summary>
    /// <exception cref="TrustListException">The text is not a trust list.</exception>
    public static TrustList Parse(ReadOnlyMemory<byte> json) => TrustListJson.Parse(json);

    public byte[] ToJson() => TrustListJson.Write(this);

    internal TrustedIssuer? Issuer(string code) => Issuers.FirstOrDefault(i => i.Code == code);

    internal (TrustedIssuer Issuer, TrustedKey Key)? Pin(string keyId)
    {
        foreach (var issuer in Issuers)
            foreach (var key in issuer.Keys)
                if (key.KeyId == keyId) return (issuer, key);
        return null;
    }
}

/// <summary>A certification body that is trusted, by its code; its keys, its status lists, and the origin of the log it writes to.</summary>
public sealed record TrustedIssuer(
    string Code,
    string NameTh,
    string NameEn,
    IReadOnlyList<TrustedKey> Keys,
    IReadOnlyList<Uri> StatusLists,
    string LogOrigin);

/// <summary>A key pinned to its issuer (<see cref="IssuerKey.KeyId"/>): signatures count from <paramref name="ValidFrom"/> up to, not including, <paramref name="ValidUntil"/>.</summary>
public sealed record TrustedKey(string KeyId, DateTimeOffset ValidFrom, DateTimeOffset? ValidUntil);

/// <summary>A trust list that cannot be used, with the code of what is wrong and where.</summary>
public sealed class TrustListException(string code, string where) : Exception($"{code}: {where}")
{
    public string Code { get; } = code;

    public string Where { get; } = where;
}
