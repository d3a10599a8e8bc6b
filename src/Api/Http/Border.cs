using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CredentialLedger.Api.Http;

/// <summary>
/// What every request passes first: a JSON body is read whole, capped, and must fit the endpoint's type, so that a bad one gets a
/// code, a line and a column, and whatever the database refuses because somebody was faster gets its own answer. Never a stack trace.
/// </summary>
public sealed class Border(RequestDelegate next, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, ILogger<Border> log)
{
    /// <summary>Largest JSON body in bytes.</summary>
    public const int MaxJson = 1024 * 1024;

    /// <summary>Let the request through, or answer why not.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            var refusal = await CheckJson(context);
            if (refusal is not null) await refusal.ExecuteAsync(context);
            else await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && Answer(e) is { } answer)
        {
            context.Response.Clear();
            await answer.ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Unexpected(log, e);
            context.Response.Clear();
            await Problem.Of(StatusCodes.Status500InternalServerError, "server.unexpected").ExecuteAsync(context);
        }
    }

    private static IResult? Answer(Exception e) => e switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.Of(StatusCodes.Status413PayloadTooLarge, "request.too-large"),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => Problem.Of(StatusCodes.Status408RequestTimeout, "request.too-slow"),
        BadHttpRequestException bad => Problem.Of(bad.StatusCode, "request.malformed"),
        _ => Conflicts.Of(e) is { } rejection ? Problem.Of(rejection) : null,
    };

    private async Task<IResult?> CheckJson(HttpContext context)
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

    private static readonly Action<ILogger, Exception?> Unexpected =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(Unexpected)), "A request failed unexpectedly.");
}
