using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Verifier.Trust;

/// <summary>Leads the given certificates up to a root of the trust list: nothing is downloaded, nothing of the machine is trusted, time is left to the key check.</summary>
internal static class CertificatePath
{
    /// <summary>The whole path from the signer to the root, or the code of why there is none.</summary>
    public static (IReadOnlyList<X509Certificate2>? Path, string? Fault) Build(IReadOnlyList<X509Certificate2> given, TrustList trust)
    {
        if (!CertificateRules.IsSigner(given[0])) return (null, Codes.IssuerCertificateUsage);
        if (trust.Roots.Count == 0) return (null, Codes.IssuerUnknown);
        using var chain = new X509Chain { ChainPolicy = Policy(given, trust) };
        if (!chain.Build(given[0])) return (null, Fault(chain));

        // Exactly the certificates given, and then the root: none left over, none found elsewhere.
        var path = chain.ChainElements.Select(e => CertificateRules.Load(e.Certificate.RawData)!).ToList();
        if (path.Count != given.Count + 1 || !path.Zip(given).All(pair => IsSame(pair.First, pair.Second))) return (null, Codes.IssuerChain);
        if (!trust.Roots.Any(root => IsSame(root, path[^1]))) return (null, Codes.IssuerUnknown);
        return path.Skip(1).All(CertificateRules.IsAuthority) ? (path, null) : (null, Codes.IssuerChain);
    }

    private static bool IsSame(X509Certificate2 one, X509Certificate2 other) => one.RawData.AsSpan().SequenceEqual(other.RawData);

    private static X509ChainPolicy Policy(IReadOnlyList<X509Certificate2> given, TrustList trust)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            // The path holds for any time, so it can be kept; KeyValidityCheck asks each certificate for its dates.
            VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid,
            VerificationTimeIgnored = false,
            VerificationTime = given[0].NotBefore,
        };
        foreach (var root in trust.Roots) policy.CustomTrustStore.Add(root);
        foreach (var certificate in given.Skip(1)) policy.ExtraStore.Add(certificate);
        return policy;
    }

    private static string Fault(X509Chain chain)
    {
        const X509ChainStatusFlags UnknownRoot = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
        var all = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (sum, s) => sum | s.Status)
            & ~(X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotTimeNested);
        return (all & ~UnknownRoot) == 0 ? Codes.IssuerUnknown : Codes.IssuerChain;
    }
}
