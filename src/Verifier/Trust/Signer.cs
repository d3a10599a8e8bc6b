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
    private static readonly ConditionalWeakTable<TrustList, ConcurrentDictionary<string, Signer>> Established = [];

    private readonly IReadOnlyList<X509Certificate2> given;
    private readonly string fingerprint;
    private readonly byte[] digest, issuerSerial;
    private readonly ConcurrentBag<AsymmetricAlgorithm> idle = [];
    private IReadOnlyList<X509Certificate2>? path;

    private Signer(IReadOnlyList<X509Certificate2> given, string fingerprint)
    {
        (this.given, this.fingerprint) = (given, fingerprint);
        (digest, issuerSerial) = (SHA256.HashData(given[0].RawData), IssuerSerial.Of(given[0]));
        (Kind, KeyId) = (KeyKinds.Of(given[0]), IssuerKey.KeyIdOf(given[0]));
    }

    public X509Certificate2 Certificate => given[0];

    public KeyKind? Kind { get; }

    public string KeyId { get; }

    /// <summary>From the signer to the root; empty until <see cref="Establish"/> has found it.</summary>
    public IReadOnlyList<X509Certificate2> Path => path ?? [];

    /// <summary>Reads the certificates, the signer's first; nothing when one of them is not exactly a DER certificate.</summary>
    public static Signer? Load(IReadOnlyList<byte[]> certificates, TrustList trust)
    {
        if (certificates.Count is 0 or > CertificateLimits.MaximumPath || certificates.Any(c => c.Length > CertificateLimits.MaximumBytes)) return null;
        var fingerprint = string.Concat(certificates.Select(c => Convert.ToHexString(SHA256.HashData(c))));
        if (Established.TryGetValue(trust, out var kept) && kept.TryGetValue(fingerprint, out var known)) return known;
        var loaded = certificates.Select(CertificateRules.Load).ToList();
        return loaded.Contains(null) ? null : new Signer([.. loaded!], fingerprint);
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
        if (path is not null) return null;
        (path, var fault) = CertificatePath.Build(given, trust);
        if (path is not null)
        {
            var kept = Established.GetOrCreateValue(trust);
            if (kept.Count < MaximumKept) kept.TryAdd(fingerprint, this);
        }

        return fault;
    }
}
