using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Wolverine.Http;

namespace CredentialLedger.Api.OpenApi;

/// <summary>Adds to each operation what all have in common: who acts, the command id, an example of the body, and the problem details.</summary>
public sealed class DescribeOperation(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IOpenApiOperationTransformer
{
    private static readonly string[] Public = ["/api/verify", "/api/trust", "/status/", "/issuers/", "/.well-known/", "/trust.jwt", "/health/"];

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var path = "/" + context.Description.RelativePath;
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<HttpChain>().FirstOrDefault() is { Method: { HandlerType: var handler, Method: var method } })
        {
            operation.OperationId = handler.Name.Replace("Endpoint", "", StringComparison.Ordinal);
            operation.Tags = new HashSet<OpenApiTagReference> { new(handler.Namespace!.Split('.')[^1], context.Document) };
            (operation.Summary, operation.Description) = (Docs.SummaryOf(method), Docs.SummaryOf(handler));
        }
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused; the code says why.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problem.MediaType] = new() { Schema = new OpenApiSchemaReference(DescribeProblems.Schema, context.Document) },
            },
        };
        operation.Parameters ??= [];
        if (!Public.Any(path.StartsWith)) operation.Security = [DescribeSecurity.Needed(context.Document!)];
        if (context.Description.HttpMethod is "PUT" or "POST" && !Public.Any(path.StartsWith))
            operation.Parameters.Add(Header(CommandIds.Header, "The caller's own command id, a UUID: the same command is carried out once"));
        if (ExampleOf(context) is { } example && operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var body)) body.Example = example;
        return Task.CompletedTask;
    }

    private JsonNode? ExampleOf(OpenApiOperationTransformerContext context)
    {
        var type = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().FirstOrDefault()?.RequestType;
        var example = type?.GetProperty("Example", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        return example is null ? null : JsonSerializer.SerializeToNode(example, type!, json.Value.SerializerOptions);
    }

    private static OpenApiParameter Header(string name, string description) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
