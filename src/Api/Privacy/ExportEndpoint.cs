using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Wolverine.Http;

namespace CredentialLedger.Api.Privacy;

/// <summary>Gives a person everything that the ledger holds on them, or who helps those who cannot ask. That it was given is recorded first.</summary>
public static class ExportEndpoint
{
    /// <summary>The person's data: <c>format</c> <c>json</c> for programs, <c>html</c> to read and print.</summary>
    [WolverineGet("/api/people/{personId:guid}/export"), OwnOr<GrantErasure>]
    public static async Task<IResult> Get(Guid personId, string? format, HttpContext http, EventReader events, PersonKeys keys, Exporter exporter, Accesses accesses,
        IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken token)
    {
        if (format is not (null or "" or "json" or "html")) return Problem.Of(StatusCodes.Status406NotAcceptable, "export.unknown-format", "format");
        if (await events.Fold<Person>(personId, token) is null) return Problem.Of(Person.Missing);
        if (await keys.Get(personId, token) is not { } key) return Problem.Of(StatusCodes.Status410Gone, Person.Erased.Code);
        var by = http.Features.GetRequiredFeature<Actor>();
        var gathered = await exporter.Gather(key, by, token);
        var (export, refusal) = await accesses.Exported(by, personId, format is "html" ? ExportFormat.Html : ExportFormat.Json, token);
        if (refusal is not null) return refusal;
        gathered = gathered with { Export = export };
        if (format is not "html") return Results.File(JsonSerializer.SerializeToUtf8Bytes(gathered, Readable(json.Value.SerializerOptions)), "application/json", $"{export}.json");
        http.Response.Headers.ContentSecurityPolicy = ExportPage.Policy;
        return Results.File(ExportPage.Of(gathered), "text/html; charset=utf-8", $"{export}.html");
    }

    private static JsonSerializerOptions Readable(JsonSerializerOptions options) => new(options) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
