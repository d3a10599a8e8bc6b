using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CredentialLedger.Api.SignIn;

/// <summary>What a bearer token must be: a signed JWT access token of the configured issuer for this audience (RFC 9068), now.</summary>
public sealed class BearerRules(SignInSettings settings, Provider provider) : IConfigureNamedOptions<JwtBearerOptions>, IPostConfigureOptions<JwtBearerOptions>
{
    /// <summary>Longest token in characters.</summary>
    public const int MaxToken = 16 * 1024;

    /// <summary>How far apart the provider's clock and ours may be.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Signatures by a key that only the provider has; a shared secret (HS256) or none at all is no proof of anything.</summary>
    public static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private static readonly string[] OfIdTokens = ["nonce", "at_hash", "c_hash"];

    /// <inheritdoc/>
    public void Configure(JwtBearerOptions options) => Configure(null, options);

    /// <inheritdoc/>
    public void Configure(string? name, JwtBearerOptions options)
    {
        options.Authority = provider.Issuer;
        options.RequireHttpsMetadata = !settings.Embedded;
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.SaveToken = false;
        // A key that is not among the provider's known ones makes us ask once more, but nobody can make us ask all the time.
        options.RefreshInterval = TimeSpan.FromSeconds(30);
        options.AutomaticRefreshInterval = TimeSpan.FromHours(1);
        options.TokenValidationParameters = Parameters(settings.Audience, ["at+jwt", "JWT"]);
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxToken });
        options.Events = new() { OnTokenValidated = Recognise, OnAuthenticationFailed = Failed };
    }

    /// <inheritdoc/>
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        // A key that the provider withdrew must stop working, so what validated last time is no fallback.
        if (options.ConfigurationManager is ConfigurationManager<OpenIdConnectConfiguration> manager) manager.UseLastKnownGoodConfiguration = false;
    }

    /// <summary>The rules that id tokens and access tokens share.</summary>
    internal static TokenValidationParameters Parameters(string audience, string[]? types) => new()
    {
        ValidAudience = audience,
        ValidAlgorithms = Algorithms,
        ValidTypes = types,
        ClockSkew = Skew,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
    };

    private static async Task Recognise(TokenValidatedContext context)
    {
        var token = (JsonWebToken)context.SecurityToken;
        // Of the providers that call every token JWT, some give an id token this API's audience; only an id token has these.
        if (OfIdTokens.Any(claim => token.TryGetClaim(claim, out _)))
        {
            Refuse(context.HttpContext, judged: true);
            context.Fail("It is an id token.");
            return;
        }
        var recognition = context.HttpContext.RequestServices.GetRequiredService<Recognition>();
        context.Principal = (await recognition.Of(context.Principal!, token.Issuer, context.HttpContext.RequestAborted)).ToClaims(context.Scheme.Name);
    }

    // Said here, since a provider that does not answer would otherwise be an unexpected error of ours.
    private static async Task Failed(AuthenticationFailedContext context)
    {
        Refuse(context.HttpContext, await HasKeys(context.Options, context.HttpContext.RequestAborted));
        context.Fail(context.Exception);
    }

    // Without the provider's keys the framework, too, calls a token badly signed.
    private static async Task<bool> HasKeys(JwtBearerOptions options, CancellationToken token)
    {
        try
        {
            return options.ConfigurationManager is { } manager && await manager.GetConfigurationAsync(token) is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Refuse(HttpContext http, bool judged) => http.Features.Set(new RefusedToken(judged));
}
