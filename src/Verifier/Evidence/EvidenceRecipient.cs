using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>The one who may read what was opened: everything for them is CMS enveloped-data (RFC 5652) under the key of their certificate.</summary>
public sealed class EvidenceRecipient
{
    private const int MaxLength = 16 * 1024, MinKey = 2048;

    private static readonly AlgorithmIdentifier Aes256 = new(new("2.16.840.1.101.3.4.1.42"));

    private readonly X509Certificate2 certificate;

    private EvidenceRecipient(X509Certificate2 certificate) => this.certificate = certificate;

    /// <summary>SHA-256 of the certificate, by which the export is recorded.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    /// <summary>Read a certificate in PEM; null where nothing can, or may now, be encrypted under it.</summary>
    public static EvidenceRecipient? Parse(string pem, DateTimeOffset now)
    {
        if (pem.Length > MaxLength || !PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] is not "CERTIFICATE" || pem[fields.Location.End..].Trim().Length > 0) return null;
        try
        {
            var read = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(pem[fields.Base64Data]));
            var usable = read.NotBefore.ToUniversalTime() <= now && now <= read.NotAfter.ToUniversalTime() && read.GetRSAPublicKey() is { KeySize: >= MinKey }
                && read.Extensions.OfType<X509KeyUsageExtension>().All(usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyEncipherment));
            return usable ? new(read) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Encrypt for the recipient alone.</summary>
    public byte[] Encrypt(byte[] content)
    {
        var cms = new EnvelopedCms(new ContentInfo(content), Aes256);
        cms.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, certificate, RSAEncryptionPadding.OaepSHA256));
        return cms.Encode();
    }
}
