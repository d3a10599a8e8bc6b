using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>An issuer's signing key (ECDSA on P-256, or RSA of 3072 bits), its certificate, and the certificates between that and the root, which is left out.</summary>
public sealed class IssuerKey : IDisposable
{
    /// <summary>Takes ownership of key and certificates. Throws ArgumentException when they do not belong together or are of another kind or size.</summary>
    public IssuerKey(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> intermediates, AsymmetricAlgorithm privateKey)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (KeyKinds.Of(certificate) is not { } kind)
            throw new ArgumentException("The certificate's key is neither ECDSA on P-256 nor RSA of 3072 bits.", nameof(certificate));
        if (!privateKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo()))
            throw new ArgumentException("The private key does not belong to the certificate.", nameof(privateKey));
        (Certificate, Intermediates, PrivateKey, Kind) = (certificate, [.. intermediates], privateKey, kind);
        KeyId = KeyIdOf(certificate);
        CertificateDigest = SHA256.HashData(certificate.RawDataMemory.Span);
        IssuerSerial = Credentials.IssuerSerial.Of(certificate);
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The certificates above <see cref="Certificate"/>, in order, without the root.</summary>
    public IReadOnlyList<X509Certificate2> Intermediates { get; }

    /// <summary>Base64url of the SHA-256 of the SubjectPublicKeyInfo: what a trust list pins.</summary>
    public string KeyId { get; }

    /// <summary>Whether it can sign a VC-JWT and an SD-JWT VC, for which only a key on P-256 is good.</summary>
    public bool SignsTokens => Kind is KeyKind.EcdsaP256;

    internal AsymmetricAlgorithm PrivateKey { get; }

    internal KeyKind Kind { get; }

    /// <summary>SHA-256 of the certificate's DER.</summary>
    internal byte[] CertificateDigest { get; }

    /// <summary>DER of the certificate's IssuerSerial.</summary>
    internal byte[] IssuerSerial { get; }

    /// <summary>From PEM: the signing certificate first, then those above it without the root; and the private key, not encrypted.</summary>
    public static IssuerKey FromPem(string certificates, string privateKey)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPem(certificates);
        if (all.Count == 0) throw new ArgumentException("There is no certificate in the text.", nameof(certificates));
        AsymmetricAlgorithm key = KeyKinds.Of(all[0]) is KeyKind.Rsa3072 ? RSA.Create() : ECDsa.Create();
        key.ImportFromPem(privateKey);
        return new IssuerKey(all[0], [.. all.Skip(1)], key);
    }

    public static string KeyIdOf(X509Certificate2 certificate) =>
        Base64Url.EncodeToString(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>The signing certificate and then its intermediates, as both formats carry them.</summary>
    internal IEnumerable<X509Certificate2> Path => [Certificate, .. Intermediates];

    public void Dispose()
    {
        PrivateKey.Dispose();
        foreach (var certificate in Path) certificate.Dispose();
    }
}
