using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Api.Issuing.Keys;

/// <summary>Finds an issuer's key where its settings say: behind PKCS#11, in a PKCS#12 file, or in PEM files in the ledger's key folder.</summary>
public static class IssuerKeyLoader
{
    /// <summary>The key with its certificates.</summary>
    /// <param name="folder">The folder of the issuers' keys, where the certificates of a key in a token lie too.</param>
    /// <param name="issuer">The issuer.</param>
    /// <exception cref="HostingProblem">It is not there, or cannot be used.</exception>
    public static IssuerKey Load(string folder, IssuerSettings issuer) => issuer switch
    {
        { Pkcs11: not null, Pkcs12: not null } => throw new HostingProblem("issuer.two-keys", issuer.Code),
        { Pkcs11: { } token } => FromToken(folder, issuer.Code, token),
        { Pkcs12: { } file } => FromPkcs12(issuer.Code, file),
        _ => FromPem(folder, issuer.Code),
    };

    private static IssuerKey FromPem(string folder, string code)
    {
        var (certificate, key) = (CertificateFile(folder, code), Path.Combine(folder, $"{code}.key.pem"));
        if (!File.Exists(certificate) || !File.Exists(key)) throw new HostingProblem("issuer.key-missing", code, folder);
        return IssuerKey.FromPem(File.ReadAllText(certificate), File.ReadAllText(key));
    }

    private static IssuerKey FromPkcs12(string code, Pkcs12Settings settings)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(settings.File, Secret.In(settings.PasswordFile), X509KeyStorageFlags.EphemeralKeySet);
            var signer = all.Single(c => c.HasPrivateKey);
            return new(signer, Above(signer, all), (AsymmetricAlgorithm?)signer.GetECDsaPrivateKey() ?? signer.GetRSAPrivateKey() ?? throw new CryptographicException());
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            throw new HostingProblem("issuer.pkcs12", code, settings.File);
        }
    }

    private static IssuerKey FromToken(string folder, string code, Pkcs11Settings settings)
    {
        var key = new Pkcs11Key(settings);
        if (!key.Exists) throw new HostingProblem("issuer.pkcs11-key", settings.Key, settings.Token);
        var file = CertificateFile(folder, code);
        if (!File.Exists(file)) throw new HostingProblem("issuer.certificate-missing", code, file);
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        try
        {
            var signer = certificates[0];
            AsymmetricAlgorithm signs = signer.GetECDsaPublicKey() is { } curve ? new Pkcs11Ecdsa(key, curve.ExportParameters(false)) : new Pkcs11Rsa(key, signer.GetRSAPublicKey()!.ExportParameters(false));
            return Tried(new(signer, [.. certificates.Skip(1)], signs), signs);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new HostingProblem("issuer.pkcs11-mismatch", code, settings.Key, file);
        }
    }

    // The certificate may be another key's: only what the token signs shows it.
    private static IssuerKey Tried(IssuerKey key, AsymmetricAlgorithm signs)
    {
        var probe = RandomNumberGenerator.GetBytes(32);
        var fits = signs is ECDsa ec ? ec.VerifyHash(probe, ec.SignHash(probe))
            : signs is RSA rsa && rsa.VerifyHash(probe, rsa.SignHash(probe, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return fits ? key : throw new CryptographicException("The certificate is another key's.");
    }

    // From the signer up, as long as each names the next; the root stays out.
    private static List<X509Certificate2> Above(X509Certificate2 signer, X509Certificate2Collection all)
    {
        var path = new List<X509Certificate2>();
        for (var next = signer; Issuer(next) is { } above && path.Count < all.Count; next = above) path.Add(above);
        return path;

        X509Certificate2? Issuer(X509Certificate2 of) => all.FirstOrDefault(c => !ReferenceEquals(c, of) && !IsSelfSigned(c) && c.SubjectName.RawData.AsSpan().SequenceEqual(of.IssuerName.RawData));
    }

    private static bool IsSelfSigned(X509Certificate2 c) => c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData);

    private static string CertificateFile(string folder, string code) => Path.Combine(folder, $"{code}.crt.pem");
}
