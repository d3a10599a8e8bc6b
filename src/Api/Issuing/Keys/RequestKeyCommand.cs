using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Backups;
using JasperFx.CommandLine;

namespace CredentialLedger.Api.Issuing.Keys;

/// <summary>What the command line says to <c>request-key</c>.</summary>
public sealed class RequestKeyInput : NetCoreInput
{
    /// <summary>For whom.</summary>
    [Description("Code of the issuer, whose settings name a token")]
    public string Issuer { get; set; } = "";
}

/// <summary>The part of a key ceremony that needs the token: makes the pair there when it is missing, and prints the request for its certificate (RFC 2986), signed by the key itself.</summary>
[Description("Make an issuer's key in its PKCS#11 token, and print the request for its certificate", Name = "request-key")]
public sealed class RequestKeyCommand : JasperFxAsyncCommand<RequestKeyInput>
{
    /// <inheritdoc/>
    public override async Task<bool> Execute(RequestKeyInput input)
    {
        using var host = input.BuildHost();
        return await Told.RunAsync(() =>
        {
            Console.Out.WriteLine(For(input.Issuer, host.Services.GetRequiredService<IConfiguration>()));
            return Task.FromResult<IReadOnlyList<(string, object[])>>([]);
        });
    }

    private static string For(string code, IConfiguration configuration)
    {
        var settings = configuration.GetSection(IssuerSettings.Section).Get<IssuerSettings[]>() ?? [];
        return settings.FirstOrDefault(i => i.Code == code) is { Pkcs11: { } token } issuer ? For(issuer, token) : throw new HostingProblem("issuer.no-token", code);
    }

    /// <summary>The request in PEM.</summary>
    public static string For(IssuerSettings issuer, Pkcs11Settings token)
    {
        var key = new Pkcs11Key(token);
        using var signs = new Pkcs11Ecdsa(key, key.GetOrMakeEcdsa());
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(issuer.NameEn);
        subject.AddOrganizationName(issuer.Code);
        subject.AddCountryOrRegion("TH");
        return new CertificateRequest(subject.Build(), signs, HashAlgorithmName.SHA256).CreateSigningRequestPem();
    }
}
