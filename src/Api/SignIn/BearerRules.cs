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
        options.Events = new() { OnTokenValidated = Recognise, OnAuthenticationFailed = Told };
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
        if (token.TryGetClaim("nonce", out _) || token.TryGetClaim("at_hash", out _) || token.TryGetClaim("c_hash", out _)) context.Fail(new InvalidTokenException());
        else
        {
            var recognition = context.HttpContext.RequestServices.GetRequiredService<Recognition>();
            context.Principal = (await recognition.Of(context.Principal!, token.Issuer, context.HttpContext.RequestAborted)).ToClaims(context.Scheme.Name);
        }
    }

    // Otherwise a provider that does not answer would be an unexpected error of ours.
    private static Task Told(AuthenticationFailedContext context)
    {
        context.Fail(context.Exception);
        return Task.CompletedTask;
    }
}
