using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>What the embedded provider answers at its token endpoint: the portal exchanges a code, once; a machine gets a token for itself (RFC 6749).</summary>
public sealed class TokenRequests(EmbeddedClients clients, SpentCodes spent, SignInSettings settings) :
    IOpenIddictServerHandler<ValidateTokenRequestContext>, IOpenIddictServerHandler<HandleTokenRequestContext>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var (client, secret) = (context.Request.ClientId, context.Request.ClientSecret);
        var known = context.Request.IsAuthorizationCodeGrantType() ? clients.IsPortal(client, secret) : clients.SubjectOf(client, secret) is not null;
        if (!known) context.Reject(Errors.InvalidClient, "The client is unknown, its secret is wrong, or it may not ask in this way.");
        else if (context.AuthorizationCodePrincipal is { } code && !spent.Spend(code)) context.Reject(Errors.InvalidGrant, "The code was used before.");
        return default;
    }

    /// <inheritdoc/>
    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (!context.Request.IsClientCredentialsGrantType()) return default;
        var identity = new ClaimsIdentity("client", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, clients.SubjectOf(context.Request.ClientId, context.Request.ClientSecret));
        identity.SetResources(settings.Audience);
        context.SignIn(new(identity));
        return default;
    }
}
