using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.Certificates;
using CredentialLedger.Api.Issuing.Keys;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Paper;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Tests.Issuing.Keys;

/// <summary>Keys in real files and in a real token, each asked to sign and verified by the library.</summary>
public sealed class IssuerKeyLoaderTests : IDisposable
{
    private static readonly Uri List = new("https://status.example/1");

    private readonly string folder = Directory.CreateTempSubdirectory("issuer-keys-").FullName;
    private readonly X509Certificate2 root = TestCertificates.Root();

    public void Dispose()
    {
        root.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public void A_key_in_a_pkcs12_file_signs(string algorithm)
    {
        using var certificate = Certified(algorithm, out var key);
        using (key)
        {
            using var whole = key is ECDsa ec ? certificate.CopyWithPrivateKey(ec) : certificate.CopyWithPrivateKey((RSA)key);
            var file = Path.Combine(folder, "CB.p12");
            File.WriteAllBytes(file, new X509Certificate2Collection { root.CopyWithoutKey(), whole }.Export(X509ContentType.Pkcs12, "tulip")!);
            Signs(IssuerKeyLoader.Load(folder, Issuer(pkcs12: new() { File = file, PasswordFile = SoftHsm.SecretFile("p12-password", "tulip") })));
            Refused("issuer.pkcs12", Issuer(pkcs12: new() { File = file, PasswordFile = SoftHsm.SecretFile("p12-wrong", "rose") }));
            Refused("issuer.pkcs12", Issuer(pkcs12: new() { File = Path.Combine(folder, "none.p12"), PasswordFile = SoftHsm.SecretFile("p12-password", "tulip") }));
        }
    }

    [Fact]
    public void A_pair_that_was_made_in_the_token_signs_and_is_made_once()
    {
        var settings = SoftHsm.Key("made-" + Guid.NewGuid().ToString("N"));
        Refused("issuer.pkcs11-key", Issuer(settings));
        var request = RequestKeyCommand.For(Issuer(settings), settings);
        using var certificate = root.Sign(request);
        Refused("issuer.certificate-missing", Issuer(settings));
        Keep(certificate);
        RequestedKey(RequestKeyCommand.For(Issuer(settings), settings)).ShouldBe(RequestedKey(request));
        using var key = IssuerKeyLoader.Load(folder, Issuer(settings));
        Signs(key);
        using var ecdsa = new Pkcs11Ecdsa(new(settings), new Pkcs11Key(settings).GetOrMakeEcdsa());
        Should.Throw<CryptographicException>(() => ecdsa.ExportParameters(true));
    }

    [Fact]
    public void An_rsa_key_in_the_token_signs_too()
    {
        using var certificate = Certified("rsa", out var key);
        using (key) SoftHsm.Import(key, "rsa");
        Keep(certificate);
        using var loaded = IssuerKeyLoader.Load(folder, Issuer(SoftHsm.Key("rsa")));
        Signs(loaded);
    }

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public async Task A_certificate_signed_in_the_token_is_good_for_another_program(string algorithm)
    {
        using var certificate = Certified(algorithm, out var pair);
        using (pair) SoftHsm.Import(pair, $"paper-{algorithm}");
        Keep(certificate);
        using var key = IssuerKeyLoader.Load(folder, Issuer(SoftHsm.Key($"paper-{algorithm}")));
        var now = DateTimeOffset.UtcNow;
        var file = Path.Combine(folder, "credential.pdf");
        await File.WriteAllBytesAsync(file, PaperCertificate.Sign(Page.Value, CredentialDocument.Sign(ContentOf(key), key, now), key, now));
        (await Tool.RunAsync("pdfsig", "-nocert", file)).Said.ShouldSatisfyAllConditions(s => s.ShouldContain("Signature is Valid"), s => s.ShouldContain("Total document signed"));
        (await Tool.RunAsync("qpdf", "--check", file)).Code.ShouldBe(0);
    }

    [Fact]
    public void Many_may_ask_a_token_at_once_and_a_lost_session_is_opened_anew()
    {
        var settings = SoftHsm.Key("busy");
        Keep(root.Sign(RequestKeyCommand.For(Issuer(settings), settings)));
        using var key = IssuerKeyLoader.Load(folder, Issuer(settings));
        Parallel.For(0, 32, _ => Signs(key));
        using var token = new Pkcs11Token(settings);
        token.With(session => { session.Logout(); return 0; }); // the whole process's
        Signs(key);
    }

    [Fact]
    public void Settings_that_cannot_be_used_are_named()
    {
        var good = SoftHsm.Key("named");
        using var certificate = Certified("ecdsa", out var another);
        another.Dispose();
        Keep(certificate);
        RequestKeyCommand.For(Issuer(good), good);
        Refused("issuer.pkcs11-mismatch", Issuer(good));
        Refused("issuer.pkcs11-module", Issuer(With(good, module: "/no/such/module.so")));
        Refused("issuer.pkcs11-token", Issuer(With(good, token: "another")));
        Refused("issuer.secret-missing", Issuer(With(good, pinFile: Path.Combine(folder, "none"))));
        var open = Path.Combine(folder, "open");
        File.WriteAllText(open, "271828");
        Refused("issuer.secret-open", Issuer(With(good, pinFile: open)));
        Refused("issuer.two-keys", Issuer(good, new() { File = "CB.p12", PasswordFile = "none" }));
    }

    private static Pkcs11Settings With(Pkcs11Settings from, string? module = null, string? token = null, string? pinFile = null) =>
        new() { Module = module ?? from.Module, Token = token ?? from.Token, Key = from.Key, PinFile = pinFile ?? from.PinFile };

    private static IssuerSettings Issuer(Pkcs11Settings? pkcs11 = null, Pkcs12Settings? pkcs12 = null) => new() { Code = "CB", NameTh = "หน่วยรับรอง", NameEn = "Body", Pkcs11 = pkcs11, Pkcs12 = pkcs12 };

    private void Refused(string code, IssuerSettings issuer) => Should.Throw<HostingProblem>(() => IssuerKeyLoader.Load(folder, issuer)).Code.ShouldBe(code);

    private void Keep(X509Certificate2 certificate) => File.WriteAllText(Path.Combine(folder, "CB.crt.pem"), certificate.ExportCertificatePem());

    private static byte[] RequestedKey(string request) => CertificateRequest.LoadSigningRequestPem(request, HashAlgorithmName.SHA256).PublicKey.ExportSubjectPublicKeyInfo();

    private X509Certificate2 Certified(string algorithm, out AsymmetricAlgorithm key)
    {
        key = algorithm == "rsa" ? RSA.Create(3072) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return root.Sign(key is ECDsa ec ? new("CN=Body", ec, HashAlgorithmName.SHA256) : new CertificateRequest("CN=Body", (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    // A document, a certificate and a status list: of RSA, the first two need PKCS#1 v1.5 and the last PSS.
    private void Signs(IssuerKey key)
    {
        var (content, trust, now) = (ContentOf(key), TrustIn(key), DateTimeOffset.UtcNow);
        var document = CredentialDocument.Sign(content, key, now);
        var list = StatusListToken.Sign(new(131072), List, key, now, now.AddHours(1));
        CredentialLedger.Verifier.Verify.Document(document, trust, list, now).Overall.ShouldBe(CredentialLedger.Verifier.Overall.Valid);
        CredentialLedger.Verifier.Verify.Document(PaperCertificate.Sign(Page.Value, document, key, now), trust, list, now).Overall.ShouldBe(CredentialLedger.Verifier.Overall.Valid);
    }

    // Another credential's: nobody reads the page to verify it.
    private static readonly Lazy<PaperDrawing> Page = new(() => CertificatePage.Draw(ContentOf(null), "0000-0000", new("https://ledger.example/verify"), []));

    private static CredentialContent ContentOf(IssuerKey? key)
    {
        var id = Guid.NewGuid();
        return new CredentialContent(id, CredentialNumber.For(id), new(2026, 1, 1), null, Test: false, new("CB", "หน่วยรับรอง", "Body", key?.KeyId ?? ""),
            new("สมหญิง ตัวอย่าง", "Somying Tuayang", IdentityHash.Of("1234567890121", new byte[16])),
            new("TPQI-2560", "S-1", "U-1", 4, "หน่วย", "Unit", new(2026, 1, 1)), new("โครงการร่วม", "A joint project"), new(List, 7), "log.example/1");
    }

    private TrustList TrustIn(IssuerKey key) => new(false, [root.CopyWithoutKey()], [new("CB", "หน่วยรับรอง", "Body", [new(key.KeyId, DateTimeOffset.UtcNow.AddDays(-1), null)], [List], "log.example/1")]);
}
