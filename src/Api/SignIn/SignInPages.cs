using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CredentialLedger.Api.SignIn;

/// <summary>Where one signs in and out of the portal.</summary>
public static class SignInPages
{
    /// <summary>Serve them.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", SignIn).ExcludeFromDescription();
        app.MapPost("/sign-out", SignOut).ExcludeFromDescription();
    }

    // To a page of our own and nowhere else: a link to the ledger must not lead people who trust it to another site.
    private static IResult SignIn(HttpRequest request)
    {
        var to = request.Query["returnUrl"].ToString() is { Length: > 0 } given ? given : "/";
        return IsOurs(to)
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = to }, [OpenIdConnectDefaults.AuthenticationScheme])
            : Problem.Of(StatusCodes.Status400BadRequest, "identity.foreign-return", "returnUrl");
    }

    private static async Task<IResult> SignOut(HttpContext http, IAntiforgery antiforgery, PortalSession session, IOptionsMonitor<OpenIdConnectOptions> provider)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Problem.Of(StatusCodes.Status400BadRequest, "identity.forged-request");
        await session.End(http);
        return await EndsSessions(provider.Get(OpenIdConnectDefaults.AuthenticationScheme), http.RequestAborted)
            ? Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIdConnectDefaults.AuthenticationScheme])
            : Results.LocalRedirect("/");
    }

    // A provider that has no such endpoint, or does not answer, must not keep anybody signed in here.
    private static async Task<bool> EndsSessions(OpenIdConnectOptions options, CancellationToken token)
    {
        try
        {
            return options.ConfigurationManager is { } manager && (await manager.GetConfigurationAsync(token)).EndSessionEndpoint is { Length: > 0 };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsOurs(string path) =>
        path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Any(c => c == '\\' || char.IsControl(c));
}
