using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>What the embedded provider demands of a browser that is sent to it: that it comes from the portal and goes back to the portal.</summary>
public sealed class PortalRequests(EmbeddedClients clients) :
    IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ValidateEndSessionRequestContext>, IOpenIddictServerHandler<HandleEndSessionRequestContext>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != clients.Portal) context.Reject(Errors.InvalidRequest, "The client is unknown.");
        else if (!clients.IsPortalsOwn(context.RedirectUri, PortalSignIn.SignInCallback)) context.Reject(Errors.InvalidRequest, "The redirect_uri is not the portal's.");
        return default;
    }

    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateEndSessionRequestContext context)
    {
        if (!clients.IsPortalsOwn(context.PostLogoutRedirectUri, PortalSignIn.SignOutCallback)) context.Reject(Errors.InvalidRequest, "The post_logout_redirect_uri is not the portal's.");
        return default;
    }

    /// <inheritdoc/>
    public ValueTask HandleAsync(HandleEndSessionRequestContext context)
    {
        // There is no session here to end: whoever comes back chooses a persona anew.
        context.SignOut();
        return default;
    }
}
