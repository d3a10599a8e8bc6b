using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>The test hierarchy in tests/vectors/keys; see the README there for who is who.</summary>
internal static class TestKeys
{
    public static readonly TestKey Root = Get("root", () => Ec(), k => TestAuthority.Root("root", k));
    public static readonly TestKey StrangerRoot = Get("stranger-root", () => Ec(), k => TestAuthority.Root("stranger-root", k));
    public static readonly TestKey Intermediate = Get("intermediate", () => Ec(), k => By(Root, "intermediate", k, authority: true));

    public static readonly TestKey BodyA = Get("body-a", () => Ec(), k => By(Root, "body-a", k));
    public static readonly TestKey BodyB = Get("body-b", () => RSA.Create(3072), k => By(Intermediate, "body-b", k), Intermediate);
    public static readonly TestKey BodyC = Get("body-c", () => Ec(), k => By(Root, "body-c", k));
    public static readonly TestKey Retired = Get("retired", () => Ec(), k => By(Root, "retired", k));
    public static readonly TestKey Expired = Get("expired", () => Ec(), k => By(Root, "expired", k, from: Year(2025), to: Year(2026)));
    public static readonly TestKey Unlisted = Get("unlisted", () => Ec(), k => By(Root, "unlisted", k));
    public static readonly TestKey Stranger = Get("stranger", () => Ec(), k => By(StrangerRoot, "stranger", k));
    public static readonly TestKey UnderLeaf = Get("under-leaf", () => Ec(), k => By(BodyA, "under-leaf", k), BodyA);
    public static readonly TestKey NoUsage = Get("no-usage", () => Ec(), k => By(Root, "no-usage", k, usage: X509KeyUsageFlags.KeyAgreement));
    public static readonly TestKey Authority = Get("authority", () => Ec(),
        k => By(Root, "authority", k, authority: true, usage: X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign));
    public static readonly TestKey P384 = Get("p384", () => ECDsa.Create(ECCurve.NamedCurves.nistP384), k => By(Root, "p384", k));
    public static readonly TestKey Rsa2048 = Get("rsa2048", () => RSA.Create(2048), k => By(Root, "rsa2048", k));

    private static DateTimeOffset Year(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static ECDsa Ec() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static X509Certificate2 By(
        TestKey by, string name, AsymmetricAlgorithm key, bool authority = false,
        X509KeyUsageFlags? usage = null, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        TestAuthority.Certify(name, key, by.Certificate, by.Private, authority, usage, from, to);

    private static TestKey Get(string name, Func<AsymmetricAlgorithm> make, Func<AsymmetricAlgorithm, X509Certificate2> certify, params TestKey[] above)
    {
        string keyFile = Repository.Vectors("keys", name + ".key.pem"), certificateFile = Repository.Vectors("keys", name + ".cert.pem");
        if (Repository.RewritesVectors && !File.Exists(keyFile))
        {
            Directory.CreateDirectory(Repository.Vectors("keys"));
            using var made = make();
            File.WriteAllText(certificateFile, certify(made).ExportCertificatePem() + "\n");
            File.WriteAllText(keyFile, made.ExportPkcs8PrivateKeyPem() + "\n");
        }

        var certificate = X509CertificateLoader.LoadCertificateFromFile(certificateFile);
        AsymmetricAlgorithm key = certificate.PublicKey.GetECDsaPublicKey() is null ? RSA.Create() : ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(keyFile));
        return new TestKey(name, certificate, [.. above.Select(a => a.Certificate)], key);
    }
}
