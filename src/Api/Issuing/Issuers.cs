using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>The certification bodies that this ledger signs for, with their keys, and what it tells verifiers to trust.</summary>
public sealed class Issuers : IDisposable
{
    private readonly Dictionary<string, (IssuerSettings Settings, IssuerKey Key)> byCode;
    private readonly X509Certificate2[] roots;
    private readonly ProgrammeSettings programme;

    /// <summary>Load every configured issuer's certificate and key; a development ledger makes those that are missing.</summary>
    /// <exception cref="Hosting.HostingProblem">An issuer has no key, and this is no development ledger.</exception>
    public Issuers(IConfiguration configuration, IHostEnvironment environment, KeyFolder keys, ProgrammeSettings programme, TimeProvider clock)
    {
        this.programme = programme;
        var folder = new KeyFolder(Path.Combine(keys.Path, "issuers"));
        var settings = configuration.GetSection(IssuerSettings.Section).Get<IssuerSettings[]>() ?? [];
        if (environment.IsDevelopment()) new DevelopmentHierarchy(folder, clock).Make(settings);
        byCode = settings.ToDictionary(s => s.Code, s => (s, Load(folder.Path, s.Code)));
        roots = [.. Directory.EnumerateFiles(folder.Path, "root*.crt.pem").Select(X509CertificateLoader.LoadCertificateFromFile)];
    }

    /// <summary>The issuer of that code and its key, or null.</summary>
    public (IssuerReference Reference, IssuerKey Key)? Find(string code) => byCode.TryGetValue(code, out var issuer)
        ? (new IssuerReference(code, issuer.Settings.NameTh, issuer.Settings.NameEn, issuer.Key.KeyId), issuer.Key) : null;

    /// <summary>Codes of every issuer.</summary>
    public IEnumerable<string> Codes => byCode.Keys;

    /// <summary>What a verifier should trust: these roots, these issuers with their keys, and their status lists.</summary>
    /// <param name="listsOf">The status lists of an issuer.</param>
    public TrustList Trust(Func<string, IReadOnlyList<Uri>> listsOf) => new(programme.Test, roots,
    [
        .. byCode.Values.Select(i => new TrustedIssuer(i.Settings.Code, i.Settings.NameTh, i.Settings.NameEn,
            [new TrustedKey(i.Key.KeyId, i.Key.Certificate.NotBefore.ToUniversalTime(), null)], listsOf(i.Settings.Code), programme.LogOrigin)),
    ]);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, key) in byCode.Values) key.Dispose();
        foreach (var root in roots) root.Dispose();
    }

    private static IssuerKey Load(string folder, string code)
    {
        var certificate = Path.Combine(folder, $"{code}.crt.pem");
        var key = Path.Combine(folder, $"{code}.key.pem");
        if (!File.Exists(certificate) || !File.Exists(key)) throw new Hosting.HostingProblem("issuer.key-missing", code, folder);
        return IssuerKey.FromPem(File.ReadAllText(certificate), File.ReadAllText(key));
    }
}
