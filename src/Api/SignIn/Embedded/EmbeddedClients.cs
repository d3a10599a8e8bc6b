using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Api.Privacy;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>Who may ask the embedded provider for tokens: the portal for whoever clicks on the page, and machines for themselves.</summary>
public sealed class EmbeddedClients(SignInSettings settings, KeyFolder folder, Provider provider)
{
    /// <summary>Every machine's secret, which is none: this provider runs in Development only.</summary>
    public const string MachineSecret = "development";

    /// <summary>A made-up agency's system, whose token is for the system itself and for no person.</summary>
    public const string System = "agency-hr-system";

    /// <summary>The portal's client id.</summary>
    public string Portal => settings.ClientId;

    /// <summary>The portal's secret: random, kept in the key folder.</summary>
    public string PortalSecret { get; } = Convert.ToHexStringLower(folder.GetOrCreate("sign-in-portal"));

    /// <summary>Whether the portal speaks.</summary>
    public bool IsPortal(string? client, string? secret) => client == Portal && Same(secret, PortalSecret);

    /// <summary>Whether an address is the portal's of that path: on the app's own port of this machine, whatever name the browser has for it (RFC 8252, section 7.3).</summary>
    public bool IsPortalsOwn(string? address, string path) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && new Uri(provider.Issuer) is var own
        && uri.AbsoluteUri == $"{own.Scheme}://{uri.Authority}{path}" && uri.Port == own.Port && (uri.Host == own.Host || uri.IsLoopback);

    /// <summary>The subject of a machine's token: a persona's id, or the system itself; null for anybody else.</summary>
    public string? SubjectOf(string? client, string? secret)
    {
        if (!Same(secret, MachineSecret)) return null;
        return client == System ? System : settings.Personas.FirstOrDefault(p => p.Name == client)?.Person.ToString();
    }

    private static bool Same(string? given, string secret) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret));
}
