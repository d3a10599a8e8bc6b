using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports.Csv;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Wolverine.Http;

namespace CredentialLedger.Api.Imports;

/// <summary>Imports a CSV file, streamed in and out; the duty is the one of the single verb.</summary>
public static class ImportEndpoint
{
    /// <summary>Largest file in bytes.</summary>
    public const long MaxFile = 200L * 1024 * 1024;

    /// <summary>Import a file of one kind. What is wrong with the file as a whole is a problem; what is wrong with rows is in the answer's lines.</summary>
    [WolverinePost("/api/imports/{kind}"), Imports, DisableRequestTimeout]
    public static async Task<IResult> Post(string kind, HttpContext http, WhoActs who, CancellationToken token)
    {
        if (ImportKind.Find(kind) is not { } asked) return Problem.Of(ImportKind.Unknown);
        var (actor, refusal) = await who.Under(asked.Needs, token);
        if (actor is null) return refusal!;
        if (CsvRequest.Refuse(http.Request) is { } unfit) return unfit;
        if (Charset.Find(http.Request.Query["encoding"]) is not { } charset) return Problem.Of(Unreadable.UnknownEncoding);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxFile;
        try
        {
            return new ImportAnswer(asked, actor, await CsvFile.Open(http.Request.Body, charset, asked.Columns, token));
        }
        catch (UnreadableException e)
        {
            return CsvRequest.Refused(e.Fault);
        }
    }
}
