using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Api.Issuing.Keys;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>The certification bodies that this ledger signs for, with their keys, and what it tells verifiers to trust.</summary>
public sealed class Issuers : IDisposable
{
    private const string RsaKeys = "1.2.840.113549.1.1.1"; // rsaEncryption (RFC 8017, appendix A.1)

    private readonly Dictionary<string, (IssuerSettings Settings, IssuerKey Key)> byCode;
    private readonly X509Certificate2[] roots;
    private readonly IReadOnlyList<X509Certificate2>[] chains;
    private readonly ProgrammeSettings programme;
    private readonly LogPolicy policy;

    /// <summary>Load every configured issuer's certificate and key; a development ledger makes those that are missing.</summary>
    /// <exception cref="Hosting.HostingProblem">An issuer has no key, and this is no development ledger.</exception>
    public Issuers(IConfiguration configuration, IHostEnvironment environment, KeyFolder keys, ProgrammeSettings programme, LogPolicy policy, TimeProvider clock)
    {
        (this.programme, this.policy) = (programme, policy);
        var folder = new KeyFolder(Path.Combine(keys.Path, "issuers"));
        var settings = configuration.GetSection(IssuerSettings.Section).Get<IssuerSettings[]>() ?? [];
        if (environment.IsDevelopment()) new DevelopmentHierarchy(folder, clock).Make(settings.Where(s => s is { Pkcs11: null, Pkcs12: null }));
        byCode = settings.ToDictionary(s => s.Code, s => (s, IssuerKeyLoader.Load(folder.Path, s)));
        roots = [.. Directory.EnumerateFiles(folder.Path, "root*.crt.pem").Select(X509CertificateLoader.LoadCertificateFromFile)];
        chains = [.. byCode.Values.Select(i => (IReadOnlyList<X509Certificate2>)[i.Key.Certificate, .. i.Key.Intermediates]), .. Directory.EnumerateFiles(folder.Path, "*.crt.pem").Where(f => !Path.GetFileName(f).StartsWith("root", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Chain).Where(c => c.Count > 0)];
    }

    /// <summary>The issuer of that code and its key, or null.</summary>
    public (IssuerReference Reference, IssuerKey Key)? Find(string code) => byCode.TryGetValue(code, out var issuer)
        ? (new IssuerReference(code, issuer.Settings.NameTh, issuer.Settings.NameEn, issuer.Key.KeyId), issuer.Key) : null;

    /// <summary>Every issuer's key that this ledger signs with, as it is registered: its id, kind, and the SHA-256 of its certificate.</summary>
    public IEnumerable<(string Code, string KeyId, KeyAlgorithm Algorithm, string Certificate)> Held => byCode.Select(i => (i.Key, i.Value.Key.KeyId,
        i.Value.Key.Certificate.PublicKey.Oid.Value == RsaKeys ? KeyAlgorithm.Rsa : KeyAlgorithm.Ecdsa, Convert.ToHexStringLower(SHA256.HashData(i.Value.Key.Certificate.RawData))));

    /// <summary>Every issuer's certificate, and every one among the files of the issuers' keys, with those above it, root left out: the certificates of past keys stay in the folder under any other name.</summary>
    public IEnumerable<IReadOnlyList<X509Certificate2>> Chains => chains;

    /// <summary>Codes of every issuer.</summary>
    public IEnumerable<string> Codes => byCode.Keys;

    /// <summary>What a verifier should trust: these roots, these issuers with the keys that they registered, and their status lists.</summary>
    /// <param name="keysOf">The keys of an issuer.</param>
    /// <param name="listsOf">The status lists of an issuer.</param>
    public TrustList Trust(Func<string, IReadOnlyList<TrustedKey>> keysOf, Func<string, IReadOnlyList<Uri>> listsOf) => new(programme.Test, roots,
    [
        .. byCode.Values.Select(i => new TrustedIssuer(i.Settings.Code, i.Settings.NameTh, i.Settings.NameEn, keysOf(i.Settings.Code), listsOf(i.Settings.Code), programme.LogOrigin, i.Settings.ProofsFrom)),
    ], [policy.Public]);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, key) in byCode.Values) key.Dispose();
        foreach (var certificate in roots.Concat(chains.SelectMany(c => c))) certificate.Dispose();
    }

    private static IReadOnlyList<X509Certificate2> Chain(string file)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(file);
        return [.. certificates];
    }
}
