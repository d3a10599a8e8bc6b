using CredentialLedger.Api.SignIn.Embedded;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace CredentialLedger.Api.SignIn;

/// <summary>Registers sign-in, and serves it.</summary>
public static class SignInServices
{
    /// <summary>The scheme that chooses: a bearer token at the API and wherever one is sent, the portal's cookie elsewhere.</summary>
    public const string Scheme = "Ledger";

    /// <summary>Register sign-in. At the API a cookie counts for nothing, so no page of another site can use one there.</summary>
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(s => SignInSettings.Of(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Provider>().AddSingleton<Recognition>().AddScoped<SignedIn>();
        services.AddAuthentication(Scheme)
            .AddPolicyScheme(Scheme, null, o => o.ForwardDefaultSelector = Choose)
            .AddJwtBearer();
        services.AddSingleton<BearerRules>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>>(s => s.GetRequiredService<BearerRules>());
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>>(s => s.GetRequiredService<BearerRules>());
        if (SignInSettings.Of(builder.Configuration).Embedded) services.AddEmbeddedProvider(builder.Environment);
    }

    private static string Choose(HttpContext context) => JwtBearerDefaults.AuthenticationScheme;
}
