using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Api.Tests.Issuing.Keys;

/// <summary>An authority that certifies signing keys by their requests.</summary>
internal static class TestCertificates
{
    public static X509Certificate2 Root()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test Root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddYears(1));
    }

    /// <summary>The certificate for a key that signs documents.</summary>
    public static X509Certificate2 Sign(this X509Certificate2 root, CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        return request.Create(root.SubjectName, X509SignatureGenerator.CreateForECDsa(root.GetECDsaPrivateKey()!), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMonths(6), RandomNumberGenerator.GetBytes(16));
    }

    /// <summary>The certificate for a request in PEM, whose own signature shows that who asks holds the key.</summary>
    public static X509Certificate2 Sign(this X509Certificate2 root, string request) => root.Sign(CertificateRequest.LoadSigningRequestPem(request, HashAlgorithmName.SHA256));

    /// <summary>The certificate alone.</summary>
    public static X509Certificate2 CopyWithoutKey(this X509Certificate2 certificate) => X509CertificateLoader.LoadCertificate(certificate.RawData);
}
