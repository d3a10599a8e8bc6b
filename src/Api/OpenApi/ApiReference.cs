using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Scalar.AspNetCore;
using Wolverine.Http;

namespace CredentialLedger.Api.OpenApi;

/// <summary>The API's own description, at <c>/openapi/v1.json</c>, and its page, at <c>/docs</c>; both served without any other host.</summary>
public static class ApiReference
{
    // The page's own files, its one inline script by a nonce, and the styles that its script writes: whatever it asks of another host, the browser refuses.
    private static string OwnFilesOnly(string nonce) => $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Register the description.</summary>
    public static void AddApiReference(this IServiceCollection services) => services.AddOpenApi("v1", o =>
    {
        // Each endpoint calls its request Body; in the description it is named after the endpoint.
        o.CreateSchemaReferenceId = type => type.Type is { Name: "Body", DeclaringType: { } endpoint }
            ? endpoint.Name.Replace("Endpoint", "Request", StringComparison.Ordinal)
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        o.AddDocumentTransformer<DescribeProgramme>();
        o.AddDocumentTransformer<DescribeProblems>();
        o.AddDocumentTransformer<DescribeSecurity>();
        o.AddOperationTransformer<DescribeOperation>();
    });

    /// <summary>Serve the description and its page.</summary>
    public static void MapApiReference(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName:regex(^v1$)}.json").WithMetadata(new OpenAttribute());
        app.MapScalarApiReference("/docs", o => o.WithTitle("CredentialLedger").WithOpenApiRoutePattern("/openapi/v1.json")
            .WithNonce().DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools()).WithMetadata(new OpenAttribute()).Add(Confine);
    }

    private static void Confine(EndpointBuilder endpoint)
    {
        var serve = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce) context.Response.Headers.ContentSecurityPolicy = OwnFilesOnly(nonce);
                return Task.CompletedTask;
            });
            return serve(context);
        };
    }

    /// <summary>What every recording endpoint answers: a receipt, 201 for what is new and 200 for the rest. A view answers with itself.</summary>
    public static void DescribeAnswers(HttpChain chain)
    {
        if (chain.Method.HandlerType is { Name: var name } view && name.EndsWith("View", StringComparison.Ordinal)) chain.Metadata.Produces(StatusCodes.Status200OK, view);
        if (chain.HttpMethods.Contains("GET") || !chain.HasRequestType && !chain.RoutePattern!.RawText!.EndsWith("/credential", StringComparison.Ordinal)) return;
        chain.Metadata.Produces<Receipt>(StatusCodes.Status201Created).Produces<Receipt>();
    }
}
