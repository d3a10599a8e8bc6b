using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Privacy;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>
/// A real OpenID Connect provider inside a development ledger, so that it signs people in as a real one would: discovery, keys,
/// codes with PKCE, client credentials, end of session. Only who somebody is, is not real: whoever clicks is believed.
/// </summary>
public static class EmbeddedProvider
{
    /// <summary>Where its endpoints are.</summary>
    public const string Authorize = "/connect/authorize", Token = "/connect/token", EndSession = "/connect/end-session";

    /// <summary>How long an access token is good.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Register it.</summary>
    /// <exception cref="HostingProblem">This is not the Development environment: anybody could be anybody.</exception>
    public static void AddEmbeddedProvider(this IServiceCollection services, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) throw new HostingProblem("sign-in.embedded-outside-development", environment.EnvironmentName);
        services.AddSingleton<SignInKeys>().AddSingleton<EmbeddedClients>().AddSingleton<SpentCodes>();
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>, SignInKeysChanged>();
        services.AddOptions<OpenIddictServerOptions>().Configure<SignInKeys, KeyFolder, Provider>(Equip);
        services.AddOpenIddict().AddServer(o =>
        {
            // Without a store: codes and tokens carry all that they need, and the clients are the few below.
            o.EnableDegradedMode();
            o.SetAuthorizationEndpointUris(Authorize).SetTokenEndpointUris(Token).SetEndSessionEndpointUris(EndSession);
            o.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().SetAuthorizationCodeLifetime(SpentCodes.Lifetime);
            o.DisableAccessTokenEncryption().SetAccessTokenLifetime(TokenLifetime);
            o.AddEventHandler<ValidateTokenRequestContext>(h => h.UseSingletonHandler<TokenRequests>());
            o.AddEventHandler<HandleTokenRequestContext>(h => h.UseSingletonHandler<TokenRequests>());
            o.AddEventHandler<ValidateAuthorizationRequestContext>(h => h.UseSingletonHandler<PortalRequests>());
            o.AddEventHandler<ValidateEndSessionRequestContext>(h => h.UseSingletonHandler<PortalRequests>());
            o.AddEventHandler<HandleEndSessionRequestContext>(h => h.UseSingletonHandler<PortalRequests>());
            o.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
        });
    }

    private static void Equip(OpenIddictServerOptions options, SignInKeys keys, KeyFolder folder, Provider provider)
    {
        options.Issuer = new Uri(provider.Issuer);
        options.EncryptionCredentials.Add(new(new SymmetricSecurityKey(folder.GetOrCreate("sign-in-codes")), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        foreach (var key in keys.Load()) options.SigningCredentials.Add(new(key, SecurityAlgorithms.EcdsaSha256));
    }
}
