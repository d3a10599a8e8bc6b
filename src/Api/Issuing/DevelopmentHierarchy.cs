using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CredentialLedger.Api.Privacy;

namespace CredentialLedger.Api.Issuing;

/// <summary>Makes the certificates of a development ledger: a programme root, and one certificate a certification body (RFC 5280).</summary>
public sealed class DevelopmentHierarchy(KeyFolder folder, TimeProvider clock)
{
    private const int RootYears = 10, IssuerYears = 3;

    /// <summary>Make what is missing; what is there is kept.</summary>
    public void Make(IEnumerable<IssuerSettings> issuers)
    {
        var missing = issuers.Where(i => !File.Exists(PathOf($"{i.Code}.crt.pem"))).ToArray();
        if (missing.Length == 0) return;
        using var root = Root();
        foreach (var issuer in missing) MakeIssuer(issuer, root);
    }

    /// <summary>The root with its private key, made on first use. The certificate is written last, so a half-made pair is made again.</summary>
    private X509Certificate2 Root()
    {
        if (!File.Exists(PathOf("root.crt.pem")))
        {
            File.Delete(PathOf("root.key.pem"));
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=CredentialLedger Development Root, C=TH", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
            request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
            using var certificate = request.CreateSelfSigned(From, From.AddYears(RootYears));
            Write("root.key.pem", key.ExportPkcs8PrivateKeyPem());
            Write("root.crt.pem", certificate.ExportCertificatePem());
        }
        return X509Certificate2.CreateFromPemFile(PathOf("root.crt.pem"), PathOf("root.key.pem"));
    }

    private void MakeIssuer(IssuerSettings issuer, X509Certificate2 root)
    {
        File.Delete(PathOf($"{issuer.Code}.key.pem"));
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(issuer.NameEn);
        subject.AddOrganizationName(issuer.Code);
        subject.AddCountryOrRegion("TH");
        using AsymmetricAlgorithm key = issuer.Algorithm switch
        {
            "ecdsa-p256" => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            "rsa-3072" => RSA.Create(3072),
            _ => throw new Hosting.HostingProblem("issuer.unknown-algorithm", issuer.Code, issuer.Algorithm),
        };
        var request = key is ECDsa ec
            ? new CertificateRequest(subject.Build(), ec, HashAlgorithmName.SHA256)
            : new CertificateRequest(subject.Build(), (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        var generator = X509SignatureGenerator.CreateForECDsa(root.GetECDsaPrivateKey()!);
        using var certificate = request.Create(root.SubjectName, generator, From, From.AddYears(IssuerYears), RandomNumberGenerator.GetBytes(16));
        Write($"{issuer.Code}.key.pem", key.ExportPkcs8PrivateKeyPem());
        Write($"{issuer.Code}.crt.pem", certificate.ExportCertificatePem());
    }

    private DateTimeOffset From => clock.GetUtcNow().AddMinutes(-5);

    private string PathOf(string file) => Path.Combine(folder.Path, file);

    private void Write(string file, string pem) => folder.WriteNew(file, Encoding.ASCII.GetBytes(pem + "\n"));
}
