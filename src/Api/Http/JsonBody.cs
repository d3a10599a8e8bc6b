using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CredentialLedger.Api.Http;

/// <summary>A JSON body is read whole, capped, and must fit the endpoint's type, so that a bad one gets a code, a line and a column.</summary>
public sealed class JsonBody(RequestDelegate next, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    /// <summary>Largest JSON body in bytes.</summary>
    public const int MaxJson = 1024 * 1024;

    /// <summary>Let the request through, or answer why not.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (await Check(context) is { } refusal) await refusal.ExecuteAsync(context);
        else await next(context);
    }

    private async Task<IResult?> Check(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not { RequestType: { } type } accepts
            || !accepts.ContentTypes.Contains("application/json")) return null;
        if (!context.Request.HasJsonContentType()) return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "request.not-json");
        if (await ReadWhole(context.Request, context.RequestAborted) is not { } body) return Problem.Of(StatusCodes.Status413PayloadTooLarge, "request.too-large");
        context.Request.Body = new MemoryStream(body, writable: false);
        try
        {
            if (JsonSerializer.Deserialize(body, type, json.Value.SerializerOptions) is not null) return null;
            return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed");
        }
        catch (JsonException e)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "request.malformed", e.Path, new Dictionary<string, object?>
            {
                ["line"] = e.LineNumber + 1,
                ["column"] = e.BytePositionInLine + 1,
            });
        }
    }

    private static async Task<byte[]?> ReadWhole(HttpRequest request, CancellationToken token)
    {
        if (request.ContentLength > MaxJson) return null;
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, token)) > 0)
        {
            if (whole.Length + read > MaxJson) return null;
            whole.Write(buffer, 0, read);
        }
        return whole.ToArray();
    }
}
