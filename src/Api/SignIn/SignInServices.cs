using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.SignIn.Embedded;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CredentialLedger.Api.SignIn;

/// <summary>Registers sign-in.</summary>
public static class SignInServices
{
    /// <summary>The scheme that chooses: a bearer token at the API and wherever one is sent, the portal's cookie elsewhere.</summary>
    public const string Scheme = "Ledger";

    /// <summary>Register sign-in. At the API a cookie counts for nothing, so no page of another site can use one there.</summary>
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(s => SignInSettings.Of(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Provider>().AddSingleton<Recognition>().AddSingleton<PortalSession>().AddScoped<SignedIn>();
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, o => o.ForwardDefaultSelector = Choose)
            .AddJwtBearer().AddCookie().AddOpenIdConnect();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerRules>().AddSingleton<IPostConfigureOptions<JwtBearerOptions>, BearerRules>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(s => s.GetRequiredService<PortalSession>());
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, PortalSignIn>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<PortalSession>((o, session) => session.Protect(o.Cookie, "ledger-antiforgery"));
        services.AddOptions<KeyManagementOptions>().Configure<KeyFolder, ILoggerFactory>(KeepCookieKeys);
        if (SignInSettings.Of(builder.Configuration).Embedded) services.AddEmbeddedProvider(builder.Environment);
    }

    private static string Choose(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Headers.Authorization.Count > 0
        ? JwtBearerDefaults.AuthenticationScheme
        : CookieAuthenticationDefaults.AuthenticationScheme;

    // With the ledger's other keys, so that every node reads every cookie, and not in somebody's home folder.
    private static void KeepCookieKeys(KeyManagementOptions options, KeyFolder folder, ILoggerFactory log)
    {
        var place = new KeyFolder(Path.Combine(folder.Path, "data-protection")).Path;
        options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(place), log);
    }
}
