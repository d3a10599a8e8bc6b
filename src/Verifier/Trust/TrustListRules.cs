using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Trust;

/// <summary>What makes a trust list unambiguous: each code, key and status list belongs to one issuer.</summary>
internal static class TrustListRules
{
    public static void Check(TrustList trust)
    {
        for (var i = 0; i < trust.Roots.Count; i++)
            if (!IsRoot(trust.Roots[i])) throw new TrustListException(Codes.TrustRoot, $"roots[{i}]");
        for (var i = 0; i < trust.Issuers.Count; i++)
            if (Fault(trust.Issuers[i]) is { } member) throw new TrustListException(Codes.TrustValue, $"issuers[{i}].{member}");
        Once(trust.Issuers.Select(i => i.Code));
        Once(trust.Issuers.SelectMany(i => i.Keys).Select(k => k.KeyId));
        Once(trust.Issuers.SelectMany(i => i.StatusLists).Select(u => u.AbsoluteUri));
    }

    /// <summary>Each log's policy, by the origin of the log.</summary>
    public static Dictionary<string, TlogPolicy> Policies(IReadOnlyList<string> texts)
    {
        var policies = new Dictionary<string, TlogPolicy>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            var policy = Policy(texts[i]) is { Logs.Count: > 0 } read ? read : throw new TrustListException(Codes.TrustLog, $"logs[{i}]");
            foreach (var origin in policy.Logs.Select(l => l.Name).Distinct(StringComparer.Ordinal))
                if (!policies.TryAdd(origin, policy)) throw new TrustListException(Codes.TrustTwice, origin);
        }

        return policies;
    }

    private static TlogPolicy? Policy(string text)
    {
        try
        {
            return TlogPolicy.Parse(text);
        }
        catch (LogFormatException)
        {
            return null;
        }
    }

    private static bool IsRoot(X509Certificate2 root) =>
        root.SubjectName.RawData.AsSpan().SequenceEqual(root.IssuerName.RawData) && CertificateRules.IsAuthority(root);

    private static string? Fault(TrustedIssuer issuer) =>
        !StrictValues.IsText(issuer.Code, StrictValues.MaxCode) ? "code"
        : !StrictValues.IsText(issuer.NameTh, StrictValues.MaxText) ? "nameTh"
        : !StrictValues.IsText(issuer.NameEn, StrictValues.MaxText) ? "nameEn"
        : !StrictValues.IsText(issuer.LogOrigin, StrictValues.MaxText) ? "logOrigin"
        : !issuer.StatusLists.All(StrictValues.IsAddress) ? "statusLists"
        : !issuer.Keys.All(IsKey) ? "keys"
        : null;

    private static bool IsKey(TrustedKey key) =>
        StrictValues.Base64UrlOrNull(key.KeyId)?.Length == SHA256.HashSizeInBytes
        && (key.ValidUntil is not { } until || until > key.ValidFrom);

    private static void Once(IEnumerable<string> values)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
            if (!seen.Add(value)) throw new TrustListException(Codes.TrustTwice, value);
    }
}
