using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;
using Wolverine.Http;

namespace CredentialLedger.Api.Framework;

/// <summary>Records a version of a competency framework from CSV.</summary>
public static class ImportFrameworkVersionEndpoint
{
    /// <summary>Import one version, whole or not at all.</summary>
    [WolverinePut("/api/frameworks/{framework}"), Gives<ImportFrameworkVersion>]
    public static async Task<IResult> Put(string framework, HttpRequest request, Recorder recorder, CancellationToken token)
    {
        if (CsvRequest.Refuse(request) is { } unfit) return unfit;
        if (Charset.Find(request.Query["encoding"]) is not { } charset) return Problem.Of(Unreadable.UnknownEncoding);
        try
        {
            var (rows, fault) = await Read(framework, request.Body, charset, token);
            if (fault is not null) return CsvRequest.Refused(fault);
            return await recorder.Record<ImportFrameworkVersion, FrameworkVersion>(FrameworkVersion.IdOf(framework), $"/api/frameworks/{Uri.EscapeDataString(framework)}",
                d => Task.FromResult(new ImportFrameworkVersion(framework, [.. rows.Select(r => r.Item)]).Decide(d.State)), token);
        }
        catch (UnreadableException e)
        {
            return CsvRequest.Refused(e.Fault);
        }
    }

    private static async Task<(IReadOnlyList<FrameworkRow> Rows, Fault? Fault)> Read(string framework, Stream body, Charset charset, CancellationToken token)
    {
        await using var file = await CsvFile.Open(body, charset, FrameworkRows.OfOneVersion, token);
        var rows = new List<FrameworkRow>();
        await foreach (var line in file.Rows(token))
        {
            var (row, fault) = FrameworkRows.Read(line, framework);
            if (fault is not null) return ([], fault);
            if (rows.Count == FrameworkRows.MaxRows) return ([], line.Refused(Unreadable.TooManyRows));
            rows.Add(row!);
        }
        var twice = rows.Count == 0 ? null : FrameworkRows.Culprit(rows, ImportFrameworkVersion.DuplicateCode, null);
        return (rows, twice?.Row.Rejected(ImportFrameworkVersion.DuplicateCode));
    }
}
