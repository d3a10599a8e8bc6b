using CredentialLedger.Api.SignIn;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CredentialLedger.Api.OpenApi;

/// <summary>Says in the API's description how one signs in: with a bearer token that the ledger's OpenID Connect provider gives.</summary>
public sealed class DescribeSecurity(Provider provider) : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer", Oidc = "openIdConnect";

    /// <summary>What an operation that is not public needs: a token, however it was got.</summary>
    public static OpenApiSecurityRequirement Needed(OpenApiDocument document) => new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] };

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "An access token for this API (RFC 9068). In a development ledger, eng/ledger token NAME prints one.",
            },
            [Oidc] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OpenIdConnect,
                OpenIdConnectUrl = new Uri($"{provider.Issuer.TrimEnd('/')}/.well-known/openid-configuration"),
                Description = "The provider that gives the tokens, to people and, by client credentials, to systems.",
            },
        };
        return Task.CompletedTask;
    }
}
