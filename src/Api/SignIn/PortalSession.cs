using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CredentialLedger.Api.SignIn;

/// <summary>A session at the portal: half an hour from the last page, eight hours at most, and over at once when its person signs out.</summary>
public sealed class PortalSession(SignInSettings settings, TimeProvider clock) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    /// <summary>How long a session outlives the last page.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>How long it lasts however much is done in it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private const string IdClaim = "session", Began = "began";
    private readonly ShortMemory ended = new(clock, Longest);

    /// <inheritdoc/>
    public void Configure(CookieAuthenticationOptions options) => Configure(null, options);

    /// <inheritdoc/>
    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        Protect(options.Cookie, "ledger-session");
        (options.ExpireTimeSpan, options.SlidingExpiration) = (Idle, true);
        (options.LoginPath, options.ReturnUrlParameter) = ("/sign-in", "returnUrl");
        options.Events.OnValidatePrincipal = Check;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>No script reads it, no other site sends it along with a form, and outside Development no network without TLS carries it.</summary>
    public void Protect(CookieBuilder cookie, string name)
    {
        cookie.Name = settings.Embedded ? name : $"__Host-{name}";
        cookie.Path = "/";
        (cookie.HttpOnly, cookie.SameSite, cookie.IsEssential) = (true, SameSiteMode.Lax, true);
        cookie.SecurePolicy = settings.Embedded ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }

    /// <summary>Begin a session: what is kept of the person is their id.</summary>
    public ClaimsPrincipal Begin(Principal principal, AuthenticationProperties properties)
    {
        properties.Items[Began] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var user = principal.ToClaims(CookieAuthenticationDefaults.AuthenticationScheme);
        user.Identities.Single().AddClaim(new(IdClaim, Guid.NewGuid().ToString("N")));
        return user;
    }

    /// <summary>End the user's session, for every copy of its cookie.</summary>
    public async Task End(HttpContext http)
    {
        if (http.User.FindFirst(IdClaim)?.Value is { } id) ended.Add(id);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private async Task Check(CookieValidatePrincipalContext context)
    {
        context.Properties.Items.TryGetValue(Began, out var began);
        if (DateTimeOffset.TryParse(began, CultureInfo.InvariantCulture, out var since) && clock.GetUtcNow() - since < Longest && context.Principal?.FindFirst(IdClaim)?.Value is { } id && !ended.Has(id)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
