using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Trust;

/// <summary>What a certificate must say of itself (RFC 5280 sections 4.2.1.3 and 4.2.1.9), beyond what X509Chain asks.</summary>
internal static class CertificateRules
{
    // RFC 5758 section 3.2 and RFC 4055 section 5: ECDSA and RSA with SHA-256, SHA-384 and SHA-512.
    private static readonly HashSet<string> SignatureAlgorithms =
    [
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4",
        "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13",
    ];

    /// <summary>A certificate from exactly its DER; nothing when the bytes are anything else or more.</summary>
    public static X509Certificate2? Load(byte[] der)
    {
        try
        {
            if (X509Certificate2.GetCertContentType(der) is not X509ContentType.Cert) return null;
            var certificate = X509CertificateLoader.LoadCertificate(der);
            return certificate.RawData.AsSpan().SequenceEqual(der) && IsReadable(certificate) ? certificate : null;
        }
        catch (Exception malformed) when (malformed is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    // Names, dates and extensions are decoded only when asked for: ask here, where a malformed one is expected.
    private static bool IsReadable(X509Certificate2 certificate) =>
        certificate.NotBefore <= certificate.NotAfter
        && IssuerSerial.Of(certificate).Length > 0
        && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Select(c => c.CertificateAuthority).ToList().Count <= 1
        && certificate.Extensions.OfType<X509KeyUsageExtension>().Select(u => u.KeyUsages).ToList().Count <= 1;

    /// <summary>May sign documents: not an authority, and its key usage says digitalSignature or nonRepudiation.</summary>
    public static bool IsSigner(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().All(c => !c.CertificateAuthority)
        && Usage(certificate) is { } usage
        && (usage & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0
        && HasStrongSignature(certificate);

    /// <summary>May sign certificates: an authority whose key usage says keyCertSign.</summary>
    public static bool IsAuthority(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(c => c.CertificateAuthority)
        && Usage(certificate) is { } usage && usage.HasFlag(X509KeyUsageFlags.KeyCertSign)
        && HasStrongSignature(certificate);

    private static bool HasStrongSignature(X509Certificate2 certificate) =>
        certificate.SignatureAlgorithm.Value is { } oid && SignatureAlgorithms.Contains(oid);

    private static X509KeyUsageFlags? Usage(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().SingleOrDefault()?.KeyUsages;
}

internal static class CertificateLimits
{
    /// <summary>Certificates a document or token may carry: the signer's and those above it, without the root.</summary>
    public const int MaximumPath = 4;
    public const int MaximumBytes = 8 * 1024;
}
