using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.SignIn.Embedded;

namespace CredentialLedger.Api.SignIn;

/// <summary>Who says who somebody is: an OpenID Connect provider, from the configuration section <c>SignIn</c>.</summary>
public sealed class SignInSettings
{
    /// <summary>The configuration section.</summary>
    public const string Section = "SignIn";

    /// <summary>Whether the provider inside the app is used: real OpenID Connect, made-up people, in Development only.</summary>
    public bool Embedded { get; init; }

    /// <summary>The provider's issuer address, where its discovery document lies; none when the embedded one is used.</summary>
    public string? Authority { get; init; }

    /// <summary>The portal's client id at the provider.</summary>
    public string ClientId { get; init; } = "credentialledger-portal";

    /// <summary>The portal's secret, from the environment and never from a file of the repository.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A file that holds the portal's secret, as container platforms hand secrets over.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>What an access token for the API must name as its audience (RFC 9068, section 4).</summary>
    public string Audience { get; init; } = "credentialledger";

    /// <summary>What the portal asks the provider for; <c>openid</c> unless stated.</summary>
    public string[]? Scopes { get; init; }

    /// <summary>Whether the portal asks the UserInfo endpoint for claims that the id token lacks.</summary>
    public bool UserInfo { get; init; }

    /// <summary>The claim that says which person it is.</summary>
    public string PersonClaim { get; init; } = "sub";

    /// <summary>What that claim holds: <c>person-id</c>, the ledger's own id of the person, or <c>national-id</c>, 13 digits.</summary>
    public string PersonClaimKind { get; init; } = PersonId;

    /// <summary>The claim holds the ledger's own id of the person.</summary>
    public const string PersonId = "person-id";

    /// <summary>The claim holds a national id, which is looked up by its keyed hash.</summary>
    public const string NationalId = "national-id";

    /// <summary>The demo personas of the embedded provider.</summary>
    public Persona[] Personas { get; init; } = [];

    /// <summary>The settings of this ledger.</summary>
    public static SignInSettings Of(IConfiguration configuration) => configuration.GetSection(Section).Get<SignInSettings>() ?? new();

    /// <summary>The portal's secret, wherever it was put.</summary>
    public string? Secret() => ClientSecretFile is { Length: > 0 } file ? File.ReadAllText(file).Trim() : ClientSecret;

    /// <summary>Say at once why nobody could sign in safely, before anything is served.</summary>
    /// <exception cref="HostingProblem">The embedded provider is asked for outside Development, or there is no provider, or it cannot be trusted.</exception>
    public static void RequireUsable(IConfiguration configuration, IHostEnvironment environment, string[] args)
    {
        if (!CommandLine.Serves(args)) return;
        var settings = Of(configuration);
        if (settings.PersonClaimKind is not (PersonId or NationalId)) throw new HostingProblem("sign-in.unknown-claim-kind", settings.PersonClaimKind);
        if (settings.Embedded && settings.Authority is { Length: > 0 } both) throw new HostingProblem("sign-in.two-providers", both);
        if (settings.Embedded && !environment.IsDevelopment()) throw new HostingProblem("sign-in.embedded-outside-development", environment.EnvironmentName);
        if (settings.Embedded) return;
        if (settings.Authority is not { Length: > 0 } authority) throw new HostingProblem("sign-in.no-authority");
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) throw new HostingProblem("sign-in.authority-not-https", authority);
    }
}
