using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Makes the certificates of the test hierarchy; fixed dates, so nothing here depends on today.</summary>
internal static class TestAuthority
{
    public static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Root(string name, AsymmetricAlgorithm key)
    {
        using var certificate = Request(name, key, authority: true, X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign).CreateSelfSigned(From, To);
        return X509CertificateLoader.LoadCertificate(certificate.RawData);
    }

    public static X509Certificate2 Certify(
        string name, AsymmetricAlgorithm key, X509Certificate2 by, AsymmetricAlgorithm byKey,
        bool authority = false, X509KeyUsageFlags? usage = null, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        usage ??= authority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature;
        var request = Request(name, key, authority, usage.Value);
        var generator = byKey is ECDsa ecdsa
            ? X509SignatureGenerator.CreateForECDsa(ecdsa)
            : X509SignatureGenerator.CreateForRSA((RSA)byKey, RSASignaturePadding.Pkcs1);
        var serial = SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..16];
        serial[0] = (byte)(serial[0] & 0x7f | 0x01);
        return request.Create(by.SubjectName, generator, from ?? From, to ?? To, serial);
    }

    private static CertificateRequest Request(string name, AsymmetricAlgorithm key, bool authority, X509KeyUsageFlags usage)
    {
        var subject = new X500DistinguishedName($"CN={name}, O=CredentialLedger TEST ONLY, C=TH");
        var request = key is ECDsa ecdsa
            ? new CertificateRequest(subject, ecdsa, HashAlgorithmName.SHA256)
            : new CertificateRequest(subject, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
