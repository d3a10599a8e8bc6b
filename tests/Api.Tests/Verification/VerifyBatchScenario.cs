using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Api.Verification;
using Microsoft.AspNetCore.Hosting;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>A program sends many documents at once and gets the verdict on each, as it would alone.</summary>
public sealed class VerifyBatchScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<byte[]> DocumentAsync(string format = "xml")
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return await client.GetByteArrayAsync($"/api/credentials/{demo.Credential}/document?format={format}");
    }

    private static string Line(byte[] document, string? id = null) => JsonSerializer.Serialize(new { id, document });

    private async Task<Answer> SendAsync(string body, string query = "", string mediaType = VerifyBatchEndpoint.MediaType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await demo.Host.PostAsync("", $"/api/verify/batch{query}", content);
    }

    private static JsonElement[] Lines(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Text);
        return [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static string Told(JsonElement line) =>
        line.TryGetProperty("verdict", out var verdict) ? verdict.GetProperty("overall").GetString()! : line.GetProperty("problem").GetProperty("code").GetString()!;

    [Fact]
    public async Task Each_line_is_answered_by_itself_and_a_bad_one_spoils_no_other()
    {
        var document = await DocumentAsync();
        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(document).Replace("Sommut", "Summot", StringComparison.Ordinal));
        string[] sent =
        [
            Line(document, "first"), "not json", "", "[]", "null", "{\"document\":\"!\"}", "{\"document\":\"\"}", "{\"id\":\"none\"}", "{\"document\":\"AAAA\",\"at\":\"2026-01-01\"}",
            Line(new byte[Upload.MaxLength + 1], "large"), new string('x', BatchLines.MaxLine + 1), Line(document, new string('i', 201)), Line(changed), Line(await DocumentAsync("sd-jwt"), "last") + "\r",
        ];
        var lines = Lines(await SendAsync(string.Join('\n', sent)));
        lines.Select(Told).ShouldBe(["valid", "verification.malformed-line", "verification.malformed-line", "verification.malformed-line", "verification.malformed-line", "verification.empty-line", "verification.empty-line",
            "verification.malformed-line", "request.too-large", "request.too-large", "verification.malformed-line", "invalid", "valid"]);
        lines.Select(l => l.GetProperty("line").GetInt32()).ShouldBe([1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
        lines.Select(l => l.GetProperty("id").GetString()).Where(i => i is not null).ShouldBe(["first", "none", "large", "last"]);
    }

    [Fact]
    public async Task A_line_that_names_two_documents_or_two_ids_is_not_judged()
    {
        var lines = Lines(await SendAsync("{\"document\":\"AAAA\",\"document\":\"AAAA\"}\n{\"id\":\"a\",\"id\":\"b\",\"document\":\"AAAA\"}"));
        lines.Select(Told).ShouldBe(["verification.malformed-line", "verification.malformed-line"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?at=2026-11-01")]
    public async Task The_verdict_is_the_one_that_the_document_gets_alone(string query)
    {
        var document = await DocumentAsync();
        var alone = (await demo.Host.PostAsync("", $"/api/verify{query}", new ByteArrayContent(document))).Json;
        var among = Lines(await SendAsync(Line(document), query)).Single().GetProperty("verdict");
        among.EnumerateObject().Select(m => m.Name).ShouldBe(alone.EnumerateObject().Select(m => m.Name));
        JsonElement.DeepEquals(among.GetProperty("checks"), alone.GetProperty("checks")).ShouldBeTrue(among.ToString());
        among.GetProperty("overall").GetString().ShouldBe(alone.GetProperty("overall").GetString());
    }

    [Fact]
    public async Task Every_vector_is_answered_with_its_reasons_in_both_languages_and_none_is_valid_here()
    {
        var vectors = Path.Combine(Repository.Root, "tests", "vectors");
        string[] kinds = ["credential", "vc-jwt", "sd-jwt"];
        byte[][] made = [[.. Enumerable.Repeat((byte)'[', 100_000)], Encoding.UTF8.GetBytes($"{new string('x', 300_000)}.y.z"), [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "%PDF-1.7\n"u8.ToArray(), [0]];
        byte[][] files = [.. kinds.SelectMany(kind => Directory.GetFiles(Path.Combine(vectors, kind), "*", SearchOption.AllDirectories)).Where(f => Path.GetExtension(f) != ".json").Select(File.ReadAllBytes).Where(f => f.Length is > 0 and <= Upload.MaxLength), .. made];
        var lines = Lines(await SendAsync(string.Join('\n', files.Select(f => Line(f)))));
        lines.Length.ShouldBe(files.Length);
        lines.Length.ShouldBeGreaterThan(200);
        lines.Select(Told).Distinct().ShouldBe(["undetermined", "invalid"], ignoreOrder: true);
        foreach (var check in lines.SelectMany(l => l.GetProperty("verdict").GetProperty("checks").EnumerateArray()))
        {
            check.GetProperty("sentenceTh").GetString()!.Any(c => c is >= '\u0e00' and <= '\u0e7f').ShouldBeTrue(check.ToString());
            check.GetProperty("sentenceEn").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Two_documents_at_once_are_told_apart_from_one_and_from_none()
    {
        foreach (var path in (string[])["/api/verify", "/api/verify/receipt"])
        {
            using var two = new MultipartFormDataContent { { new ByteArrayContent("<x/>"u8.ToArray()), "document", "a.xml" }, { new ByteArrayContent("<y/>"u8.ToArray()), "document", "b.xml" } };
            (await demo.Host.PostAsync("", path, two)).ShouldRefuse(400, "request.several-documents");
            using var none = new MultipartFormDataContent { { new ByteArrayContent("<x/>"u8.ToArray()), "file", "a.xml" } };
            (await demo.Host.PostAsync("", path, none)).ShouldRefuse(400, "request.no-document");
            using var empty = new MultipartFormDataContent { { new ByteArrayContent([]), "document", "a.xml" } };
            (await demo.Host.PostAsync("", path, empty)).ShouldRefuse(400, "request.no-document");
        }
    }

    [Theory]
    [InlineData("/api/verify", "multipart/form-data; boundary=x", "nonsense")]
    [InlineData("/api/verify", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a\"\r\n\r\n<x/>")]
    [InlineData("/api/verify", "multipart/form-data", "nonsense")]
    [InlineData("/api/verify", "multipart/mixed; boundary=x", "nonsense")]
    [InlineData("/api/verify/receipt", "multipart/form-data; boundary=x; =", "nonsense")]
    [InlineData("/verify", "multipart/form-data; boundary=x", "nonsense")]
    [InlineData("/verify/link", "application/x-www-form-urlencoded", "t=%00")]
    [InlineData("/verify/receipt", "application/x-www-form-urlencoded", "receipt=%00")]
    public async Task A_form_that_breaks_off_or_holds_what_none_holds_is_the_callers_mistake(string path, string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        (await demo.Host.PostAsync("", path, content)).ShouldRefuse(400, "request.malformed");
    }

    [Fact]
    public async Task A_thousand_are_taken_and_one_more_refused_as_a_whole()
    {
        var line = Line(await DocumentAsync());
        Lines(await SendAsync(string.Join('\n', Enumerable.Repeat(line, 1000)))).ShouldAllBe(l => Told(l) == "valid");
        (await SendAsync(string.Join('\n', Enumerable.Repeat("x", 1001)))).ShouldRefuse(413, "verification.batch-too-many");
    }

    [Fact]
    public async Task What_is_no_batch_is_told_by_its_code()
    {
        (await SendAsync("\n \r\n")).ShouldRefuse(400, "verification.batch-empty");
        (await SendAsync("x", mediaType: "application/json")).ShouldRefuse(415, "verification.not-lines");
        Lines(await SendAsync("x", mediaType: "Application/X-NDJSON")).Select(Told).ShouldBe(["verification.malformed-line"]); // RFC 9110 section 8.3.1
        (await SendAsync("x", "?at=yesterday")).ShouldRefuse(400, "request.malformed-moment");
        (await SendAsync(new string('x', VerifyBatchEndpoint.MaxBody + 1))).ShouldRefuse(413, "verification.batch-too-large");
    }

    [Fact]
    public async Task Batches_are_counted_by_the_minute()
    {
        await using var app = await LedgerHost.StartAsync(demo.Host.ConnectionString, demo.Host.Folder, more: b => b.UseSetting("Limits:Batches", "1"));
        using var client = app.Server.CreateClient();
        async Task<int> Send() => (int)(await client.PostAsync("/api/verify/batch", new StringContent("x", Encoding.UTF8, VerifyBatchEndpoint.MediaType))).StatusCode;
        (await Send(), await Send()).ShouldBe((200, 429));
    }
}
