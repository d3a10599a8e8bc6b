using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.Keys;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;

namespace CredentialLedger.Api.Tests.Issuing.Keys;

/// <summary>The demo, whose first body's key gave way to one that was made in a token.</summary>
public sealed class TokenLedger : IAsyncLifetime
{
    /// <summary>The demo.</summary>
    public DemoLedger Demo { get; } = new(WithToken);

    /// <inheritdoc/>
    public Task InitializeAsync() => Demo.InitializeAsync();

    /// <inheritdoc/>
    public Task DisposeAsync() => Demo.DisposeAsync();

    // The ceremony: the request from the token, a certificate by the programme's root, the file where the ledger looks for it; the old certificate stays under another name.
    private static void WithToken(IWebHostBuilder builder, string folder)
    {
        var key = SoftHsm.Key("cb-digital");
        var keys = Path.Combine(folder, "keys", "issuers");
        using var root = X509Certificate2.CreateFromPemFile(Path.Combine(keys, "root.crt.pem"), Path.Combine(keys, "root.key.pem"));
        var issuer = new IssuerSettings { Code = "CB-DIGITAL", NameTh = "หน่วยรับรอง", NameEn = "Body", Pkcs11 = key };
        var current = Path.Combine(keys, "CB-DIGITAL.crt.pem");
        File.Move(current, Path.Combine(keys, "CB-DIGITAL.before.crt.pem"));
        using var certificate = root.Sign(RequestKeyCommand.For(issuer, key));
        File.WriteAllText(current, certificate.ExportCertificatePem());
        foreach (var (name, value) in new[] { ("Module", key.Module), ("Token", key.Token), ("Key", key.Key), ("PinFile", key.PinFile) }) builder.UseSetting($"Issuers:0:Pkcs11:{name}", value);
    }
}
