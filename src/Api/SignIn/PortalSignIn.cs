using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn.Embedded;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CredentialLedger.Api.SignIn;

/// <summary>How the portal sends somebody to the provider and takes them back: the authorization code flow with PKCE, state and nonce (OpenID Connect Core, section 3.1).</summary>
public sealed class PortalSignIn(SignInSettings settings, Provider provider, PortalSession session, IServiceProvider services) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>Where the provider sends people back to: register both there.</summary>
    public const string SignInCallback = "/sign-in/callback", SignOutCallback = "/sign-out/callback";

    /// <inheritdoc/>
    public void Configure(OpenIdConnectOptions options) => Configure(null, options);

    /// <inheritdoc/>
    public void Configure(string? name, OpenIdConnectOptions options)
    {
        (options.Authority, options.RequireHttpsMetadata) = (provider.Issuer, !settings.Embedded);
        (options.ClientId, options.ClientSecret) = (settings.ClientId, settings.Embedded ? services.GetRequiredService<EmbeddedClients>().PortalSecret : settings.Secret());
        (options.SignInScheme, options.CallbackPath, options.SignedOutCallbackPath, options.RemoteSignOutPath) =
            (CookieAuthenticationDefaults.AuthenticationScheme, SignInCallback, SignOutCallback, default);
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (options.MapInboundClaims, options.SaveTokens, options.GetClaimsFromUserInfoEndpoint) = (false, false, settings.UserInfo);
        options.ClaimActions.MapUniqueJsonKey(settings.PersonClaim, settings.PersonClaim);
        options.Scope.Clear();
        foreach (var scope in settings.Scopes ?? ["openid"]) options.Scope.Add(scope);
        options.TokenValidationParameters = BearerRules.Parameters(settings.ClientId, types: null);
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, settings.Embedded ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always);
        options.Events = new() { OnTicketReceived = Begin, OnRemoteFailure = Failed, OnRedirectToIdentityProviderForSignOut = NameClient };
    }

    private async Task Begin(TicketReceivedContext context)
    {
        var recognition = context.HttpContext.RequestServices.GetRequiredService<Recognition>();
        var principal = await recognition.Of(context.Principal!, provider.Issuer, context.HttpContext.RequestAborted);
        context.Principal = session.Begin(principal, context.Properties!);
    }

    // Whatever it was, from a refusal at the provider to a forged state: it did not happen, and one may begin anew.
    private static async Task Failed(RemoteFailureContext context)
    {
        context.HandleResponse();
        await Problem.Of(StatusCodes.Status401Unauthorized, "identity.sign-in-failed").ExecuteAsync(context.HttpContext);
    }

    // Instead of the id token, which is not kept because it may hold a national id (OpenID Connect RP-Initiated Logout, section 2).
    private static Task NameClient(RedirectContext context)
    {
        context.ProtocolMessage.ClientId = context.Options.ClientId;
        return Task.CompletedTask;
    }
}
