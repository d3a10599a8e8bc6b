using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Trust;

/// <summary>The certificates that came with a signature, and, once it is established, their path to a trusted root.</summary>
internal sealed class Signer
{
    private const int MaximumKept = 1024;

    // By reference, so that a changed list starts with nothing; only established paths are kept, which a stranger cannot make.
    private static readonly ConditionalWeakTable<TrustList, ConcurrentDictionary<IReadOnlyList<byte[]>, Signer>> Established = [];

    private readonly IReadOnlyList<X509Certificate2> given;
    private readonly IReadOnlyList<byte[]> der;
    private readonly byte[] digest, issuerSerial;
    private readonly ConcurrentBag<AsymmetricAlgorithm> idle = [];

    private Signer(IReadOnlyList<X509Certificate2> given)
    {
        (this.given, der) = (given, [.. given.Select(c => c.RawData)]);
        (digest, issuerSerial) = (SHA256.HashData(given[0].RawData), IssuerSerial.Of(given[0]));
        (Kind, KeyId) = (KeyKinds.Of(given[0]), IssuerKey.KeyIdOf(given[0]));
    }

    public X509Certificate2 Certificate => given[0];

    public KeyKind? Kind { get; }

    public string KeyId { get; }

    /// <summary>When each certificate from the signer's to the root is valid, both ends included; empty until <see cref="Establish"/> has found the way.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Periods { get; private set; } = [];

    /// <summary>Reads the certificates, the signer's first; nothing when one of them is not exactly a DER certificate.</summary>
    public static Signer? Load(IReadOnlyList<byte[]> certificates, TrustList trust)
    {
        if (certificates.Count is 0 or > CertificateLimits.MaximumPath || certificates.Any(c => c.Length > CertificateLimits.MaximumBytes)) return null;
        if (Established.TryGetValue(trust, out var kept) && kept.TryGetValue(certificates, out var known)) return known;
        var loaded = certificates.Select(CertificateRules.Load).ToList();
        return loaded.Contains(null) ? null : new Signer([.. loaded!]);
    }

    /// <summary>ETSI EN 319 132-1 clause 5.2.2: digest, issuer and serial number are those of the certificate whose key is used.</summary>
    public bool IsNamedBy(SignedPropertiesParts properties) =>
        properties.Certificate.Value.AsSpan().SequenceEqual(digest) && properties.IssuerSerial.AsSpan().SequenceEqual(issuerSerial);

    /// <summary>Whether the signer's key made the signature over the SHA-256 given: ECDSA as r and s, or RSA by PKCS#1 v1.5.</summary>
    public bool HasSigned(byte[] sha256, byte[] signature)
    {
        if (Kind is not { } kind || signature.Length != kind.SignatureLength()) return false;
        // To make a key object costs a good part of what it does; one is used by one thread at a time.
        if (!idle.TryTake(out var key)) key = kind.PublicKey(Certificate);
        var isGood = key switch
        {
            ECDsa ecdsa => ecdsa.VerifyHash(sha256, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            RSA rsa => rsa.VerifyHash(sha256, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => false,
        };
        idle.Add(key);
        return isGood;
    }

    /// <summary>Finds the path to a root of the list; answers with the code of why there is none.</summary>
    public string? Establish(TrustList trust)
    {
        if (Periods.Count > 0) return null;
        var (path, fault) = CertificatePath.Build(given, trust);
        if (path is not null)
        {
            Periods = [.. path.Select(c => (new DateTimeOffset(c.NotBefore.ToUniversalTime()), new DateTimeOffset(c.NotAfter.ToUniversalTime())))];
            var kept = Established.GetValue(trust, _ => new(SameBytes.Instance));
            if (kept.Count < MaximumKept) kept.TryAdd(der, this);
        }

        return fault;
    }
}
