using System.Text.Json.Nodes;
using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CredentialLedger.Api.OpenApi;

/// <summary>Puts the problem details, with every code that can occur and its sentence, into the API's description.</summary>
public sealed class DescribeProblems : IOpenApiDocumentTransformer
{
    /// <summary>Name of the schema.</summary>
    public const string Schema = "Problem";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "CredentialLedger";
        document.Info.Version = "v1";
        document.Servers = [];
        document.Tags = document.Paths.Values.SelectMany(p => p.Operations ?? []).SelectMany(o => o.Value.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(t => t.Reference.Id!).Distinct().Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }).ToHashSet();
        var codes = Sentences.Codes.Order(StringComparer.Ordinal).ToArray();
        document.Components ??= new();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[Schema] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Problem details (RFC 9457).\n\n" + string.Join('\n', codes.Select(c => $"- `{c}`: {Sentences.English(c)}")),
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("urn:credentialledger:problem: and the code"),
                ["title"] = Text("The sentence in English"),
                ["titleTh"] = Text("The sentence in Thai"),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. codes.Select(c => (JsonNode)c)] },
                ["field"] = Text("The input field at fault, where there is one"),
                ["traceId"] = Text("Finds the request in the traces"),
            },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
