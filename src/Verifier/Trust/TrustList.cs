using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Trust;

/// <summary>What a verifier trusts: roots, issuers with the keys pinned to each, and whose status lists count. See docs/formats/trust.md.</summary>
public sealed record TrustList
{
    private readonly Dictionary<string, TlogPolicy> policies;

    /// <exception cref="TrustListException">A key or a status list belongs to two issuers, a code appears twice, or a root or a value is not usable.</exception>
    public TrustList(bool allowsTest, IReadOnlyList<X509Certificate2> roots, IReadOnlyList<TrustedIssuer> issuers, IReadOnlyList<string>? logs = null)
    {
        (AllowsTest, Roots, Issuers, Logs) = (allowsTest, [.. roots], [.. issuers], [.. logs ?? []]);
        policies = TrustListRules.Policies(Logs);
        TrustListRules.Check(this);
    }

    /// <summary>Whether a document marked as a test may be valid.</summary>
    public bool AllowsTest { get; }

    /// <summary>Self-signed certificate authorities; a signing certificate must lead up to one of them.</summary>
    public IReadOnlyList<X509Certificate2> Roots { get; }

    public IReadOnlyList<TrustedIssuer> Issuers { get; }

    /// <summary>Policies (C2SP tlog-policy) of the logs whose proofs count, and of the witnesses that they need; no log is in two of them.</summary>
    public IReadOnlyList<string> Logs { get; }

    /// <summary>Reads the JSON form, strictly: no unknown, double or missing member.</summary>
    /// <exception cref="TrustListException">The text is not a trust list.</exception>
    public static TrustList Parse(ReadOnlyMemory<byte> json) => TrustListJson.Parse(json);

    public byte[] ToJson() => TrustListJson.Write(this);

    internal TrustedIssuer? Issuer(string code) => Issuers.FirstOrDefault(i => i.Code == code);

    internal TlogPolicy? PolicyOf(string origin) => policies.GetValueOrDefault(origin);

    /// <summary>What a log's note showed before under the policy of its log.</summary>
    internal TlogPolicy.Witnessed? KnownNote(ReadOnlyMemory<byte> note)
    {
        foreach (var policy in policies.Values) if (policy.Known(note) is { } known) return known;
        return null;
    }

    internal (TrustedIssuer Issuer, TrustedKey Key)? Pin(string keyId)
    {
        foreach (var issuer in Issuers)
            foreach (var key in issuer.Keys)
                if (key.KeyId == keyId) return (issuer, key);
        return null;
    }
}

/// <summary>A certification body that is trusted, by its code; its keys, its status lists, and the origin of the log it writes to.</summary>
/// <param name="Code">Its code.</param>
/// <param name="NameTh">Its name in Thai.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Keys">The keys pinned to it.</param>
/// <param name="StatusLists">Addresses of the status lists that it may sign.</param>
/// <param name="LogOrigin">The log that it writes to.</param>
/// <param name="ProofsFrom">The day in Thailand from which its credentials are signed with a log proof to come: one signed then or later without it is undetermined. Null: none is asked for.</param>
public sealed record TrustedIssuer(
    string Code,
    string NameTh,
    string NameEn,
    IReadOnlyList<TrustedKey> Keys,
    IReadOnlyList<Uri> StatusLists,
    string LogOrigin,
    DateOnly? ProofsFrom = null);

/// <summary>A key pinned to its issuer (<see cref="IssuerKey.KeyId"/>): signatures count from <paramref name="ValidFrom"/> up to, not including, <paramref name="ValidUntil"/>.</summary>
/// <param name="KeyId">Id of the key.</param>
/// <param name="ValidFrom">The first moment.</param>
/// <param name="ValidUntil">The end, or null.</param>
/// <param name="CompromisedFrom">The moment from which somebody else may hold the key; null when nobody is known to. Only a signature proven to be earlier counts.</param>
/// <param name="IsFraudulent">Whether the key never was the issuer's: no signature by it counts, whatever its time.</param>
public sealed record TrustedKey(string KeyId, DateTimeOffset ValidFrom, DateTimeOffset? ValidUntil, DateTimeOffset? CompromisedFrom = null, bool IsFraudulent = false);

/// <summary>A trust list that cannot be used, with the code of what is wrong and where.</summary>
public sealed class TrustListException(string code, string where) : Exception($"{code}: {where}")
{
    public string Code { get; } = code;

    public string Where { get; } = where;
}
