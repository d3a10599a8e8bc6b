using Microsoft.AspNetCore.Diagnostics;

namespace CredentialLedger.Api.Http;

/// <summary>Gives the framework's own refusals (no such address, wrong method, ...), which are a bare status, the body that every refusal has.</summary>
public static class BareStatus
{
    /// <summary>Answer a refusal that has no body yet with a problem, where its status alone says enough.</summary>
    public static Task Explain(StatusCodeContext bare)
    {
        var status = bare.HttpContext.Response.StatusCode;
        return CodeOf(status) is { } code ? Problem.Of(status, code).ExecuteAsync(bare.HttpContext) : Task.CompletedTask;
    }

    private static string? CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "request.malformed",
        StatusCodes.Status404NotFound => "request.unknown-address",
        StatusCodes.Status405MethodNotAllowed => "request.wrong-method",
        StatusCodes.Status406NotAcceptable => "request.not-acceptable",
        StatusCodes.Status413PayloadTooLarge => "request.too-large",
        StatusCodes.Status415UnsupportedMediaType => "request.not-json",
        StatusCodes.Status500InternalServerError => "server.unexpected",
        _ => null,
    };
}
