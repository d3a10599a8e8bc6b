using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Tests.Imports;

/// <summary>Imports for tests: over HTTP, or by the importer itself.</summary>
internal static class ImportRig
{
    public const string People = "national_id,name_th,personnel,synthetic";
    public const string Completions = "person,course,completed_on,evidence_kind,evidence_reference";

    public static ByteArrayContent Csv(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };

    public static ByteArrayContent Csv(params string[] lines) => Csv(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <summary>A row of a made-up person.</summary>
    public static string Person(int number) => $"{DemoLedger.NationalId(number)},นางสาวทดสอบ ลำดับ{number},civil-servant,true";

    public static async Task<Imported> ImportAsync(this LedgerHost host, string @as, string kind, HttpContent csv, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/imports/{kind}{query}") { Content = csv };
        await host.App.AuthorizeAsync(request, @as);
        using var client = host.App.Server.CreateClient();
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((200, ImportAnswer.MediaType), text);
        return new([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)]);
    }

    /// <summary>Run the importer on a text, and tell what it gives.</summary>
    public static async Task<Progress> RunAsync(this LedgerHost host, string kind, string csv, Action<ImportStep>? tell = null, CancellationToken token = default)
    {
        var asked = ImportKind.Find(kind)!;
        await using var file = await CsvFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Charset.Utf8, asked.Columns, token);
        var latest = Progress.None;
        await foreach (var step in asked.Run(host.Services, new Actor(DemoLedger.Examiner, "TEST", asked.Needs.Code, "development"), file, token))
        {
            if (step is Progress now) latest = now;
            tell?.Invoke(step);
        }
        return latest;
    }

    public static async Task<long> CountAsync(this LedgerHost host, string sql)
    {
        await using var command = host.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>The lines of an import's answer.</summary>
internal sealed record Imported(IReadOnlyList<JsonElement> Lines)
{
    private JsonElement Summary => Lines[^1];

    public (long Recorded, long Unchanged, long Refused) Counts =>
        (Summary.GetProperty("recorded").GetInt64(), Summary.GetProperty("unchanged").GetInt64(), Summary.GetProperty("refused").GetInt64());

    public string? Stopped => Summary.TryGetProperty("stopped", out var stopped) ? stopped.GetProperty("code").GetString() : null;

    /// <summary>Refused rows: line, column and code.</summary>
    public IReadOnlyList<(long Line, string? Column, string Code)> Refused =>
    [
        .. Lines.Where(l => l.GetProperty("type").GetString() == "refused").Select(l =>
            (l.GetProperty("line").GetInt64(), l.TryGetProperty("column", out var column) ? column.GetString() : null, l.GetProperty("code").GetString()!)),
    ];
}
