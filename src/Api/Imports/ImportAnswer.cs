using System.Text.Encodings.Web;
using System.Text.Json;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Imports;

/// <summary>The answer to an import, while it runs: a line of JSON for each refused row and after each batch, and one that sums up.</summary>
public sealed class ImportAnswer(ImportKind kind, Actor by, CsvFile file) : IResult
{
    /// <summary>The media type: one JSON object a line.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var opened = file;
        var (response, token) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = MediaType;
        var (progress, stopped) = (Progress.None, (Fault?)null);
        try
        {
            await foreach (var step in kind.Run(httpContext.RequestServices, by, file, token))
            {
                if (step is RowRefused refused) await Write(response, RefusedLine.Of(refused.Fault), token);
                if (step is not Progress now) continue;
                progress = now;
                await Write(response, CountsLine.Of("progress", now), token);
                await response.Body.FlushAsync(token);
            }
        }
        catch (UnreadableException e)
        {
            stopped = e.Fault;
        }
        await Write(response, CountsLine.Of("summary", progress) with { Stopped = stopped is null ? null : RefusedLine.Of(stopped) }, token);
    }

    private static readonly JsonSerializerOptions Readable = new(LedgerJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task Write<T>(HttpResponse response, T line, CancellationToken token)
    {
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, Readable), token);
        await response.Body.WriteAsync("\n"u8.ToArray(), token);
    }
}

/// <summary>A line that counts rows.</summary>
/// <param name="Type"><c>progress</c>, or <c>summary</c> for the last line.</param>
/// <param name="Rows">Rows dealt with.</param>
/// <param name="Recorded">Rows that added something to the ledger.</param>
/// <param name="Unchanged">Rows that were in the ledger already.</param>
/// <param name="Refused">Rows that were refused.</param>
/// <param name="Stopped">Why the rest of the file could not be read; null when all of it was.</param>
public sealed record CountsLine(string Type, long Rows, long Recorded, long Unchanged, long Refused, RefusedLine? Stopped = null)
{
    /// <summary>A line of that type.</summary>
    public static CountsLine Of(string type, Progress p) => new(type, p.Rows, p.Recorded, p.Unchanged, p.Refused);
}

/// <summary>A line that says what is wrong with a row. It says nothing that the row says: that is personal.</summary>
/// <param name="Type"><c>refused</c>.</param>
/// <param name="Line">Line of the file.</param>
/// <param name="Column">Name of the column, if one is at fault.</param>
/// <param name="Number">Number of the column, or of the character that could not be read.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Title">The sentence in English.</param>
/// <param name="TitleTh">The sentence in Thai.</param>
public sealed record RefusedLine(string Type, long Line, string? Column, int? Number, string Code, string Title, string TitleTh)
{
    /// <summary>The line of a fault.</summary>
    public static RefusedLine Of(Fault fault) =>
        new("refused", fault.Line, fault.Column, fault.Number, fault.Why.Code, Sentences.English(fault.Why.Code), Sentences.Thai(fault.Why.Code));
}
