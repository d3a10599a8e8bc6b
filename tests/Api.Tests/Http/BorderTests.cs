using System.Net.Http.Headers;
using System.Text;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Http;

/// <summary>Bodies that no endpoint should ever see.</summary>
public sealed class BorderTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private const string Name = "\"name\":{\"th\":\"นายทดสอบ\"}", NationalId = "\"nationalId\":\"0000001000009\"", Personnel = "\"personnel\":\"civil-servant\"";

    private static string Path => $"/api/people/{Guid.NewGuid()}";

    private async Task<Answer> RefusedAsync(string path, HttpContent content, int status, string code, string @as = "hr-officer")
    {
        var before = await host.EventsAsync();
        var answer = await host.SendAsync(@as, path.Contains("/people/", StringComparison.Ordinal) && !path.EndsWith("/end", StringComparison.Ordinal) ? HttpMethod.Put : HttpMethod.Post, path, content);
        answer.ShouldRefuse(status, code);
        answer.Text.ShouldNotContain("   at ");
        answer.Text.ShouldNotContain("Exception");
        (await host.EventsAsync()).ShouldBe(before);
        return answer;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(" \r\n ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData($"{{{Name},{NationalId}}}")]
    [InlineData($"{{{Name},{NationalId},{Personnel},}}")]
    [InlineData($"{{{Name},{NationalId},{Personnel}}} {{}}")]
    [InlineData($"{{/* why */{Name},{NationalId},{Personnel}}}")]
    [InlineData($"{{{Name},{NationalId},{Personnel},\"admin\":true}}")]
    [InlineData($"{{{Name},{NationalId},{Personnel},\"Synthetic\":true}}")]
    [InlineData($"{{{Name},{NationalId},{Personnel},\"$type\":\"x\"}}")]
    [InlineData($"{{{Name},{NationalId},{NationalId},{Personnel}}}")]
    [InlineData($"{{{Name},{NationalId},{Personnel},\"\\ud800\":1}}")]
    [InlineData($"{{{Name},{NationalId},{Personnel},\"\\u0000\":1}}")]
    [InlineData($"{{{Name},{NationalId},\"personnel\":null}}")]
    [InlineData($"{{{Name},{NationalId},\"personnel\":1}}")]
    [InlineData($"{{{Name},{NationalId},\"personnel\":\"1\"}}")]
    [InlineData($"{{{Name},{NationalId},\"personnel\":\"\\ud800\"}}")]
    [InlineData($"{{{Name},{NationalId},\"personnel\":\"\\u0000\"}}")]
    [InlineData($"{{{Name},{NationalId},{Personnel},\"synthetic\":\"true\"}}")]
    [InlineData($"{{{Name},\"nationalId\":1,{Personnel}}}")]
    [InlineData($"{{{Name},\"nationalId\":null,{Personnel}}}")]
    [InlineData($"{{{NationalId},{Personnel},\"name\":null}}")]
    [InlineData($"{{{NationalId},{Personnel},\"name\":{{\"th\":null}}}}")]
    [InlineData($"{{{NationalId},{Personnel},\"name\":{{\"th\":\"a\\u0000b\"}}}}")]
    [InlineData($"{{{NationalId},{Personnel},\"name\":{{\"th\":\"a\0b\"}}}}")]
    [InlineData($"{{{NationalId},{Personnel},\"name\":{{\"th\":\"a\\ud800\"}}}}")]
    [InlineData($"{{{NationalId},{Personnel},\"name\":{{\"th\":\"\\udc00\\ud800\"}}}}")]
    public Task A_body_that_does_not_fit_is_malformed(string body) => RefusedAsync(Path, Json(body), 400, "request.malformed");

    [Theory]
    [InlineData("{\"from\":\"2025-02-30\"}")]
    [InlineData("{\"from\":\"\\ud800\"}")]
    [InlineData("{\"from\":\"2025-10-01T00:00:00Z\"}")]
    [InlineData("{\"from\":20251001}")]
    public Task A_day_that_is_none_is_malformed(string body) => RefusedAsync($"{Path}/agencies/A/posts/1", Json(body), 400, "request.malformed");

    [Theory]
    [InlineData("{\"scheme\":\"\\ud800\",\"person\":\"x\",\"ruling\":\"granted\",\"results\":[]}")]
    [InlineData("{\"scheme\":\"b0000000-0000-4000-8000-000000000001\",\"person\":\"b0000000-0000-4000-8000-000000000001\",\"ruling\":\"granted\",\"results\":[\"\\ud800\"]}")]
    [InlineData("{\"scheme\":\"b0000000-0000-4000-8000-000000000001\",\"person\":\"b0000000-0000-4000-8000-000000000001\",\"ruling\":\"granted\",\"results\":[null]}")]
    [InlineData("{\"scheme\":\"b0000000-0000-4000-8000-000000000001\",\"person\":\"b0000000-0000-4000-8000-000000000001\",\"ruling\":\"granted\",\"results\":null}")]
    public Task An_id_that_is_none_is_malformed(string body) => RefusedAsync("/api/decisions", Json(body), 400, "request.malformed", "decider");

    [Theory]
    [InlineData("{\"requirements\":[null]", "issuers", "\"A\"")]
    [InlineData("{\"requirements\":[{\"unit\":\"U\"}]", "issuers", "null")]
    public async Task A_list_holds_no_null(string start, string list, string element)
    {
        var body = $"{start},\"{list}\":[{element}],\"code\":\"C\",\"titleTh\":\"ก\",\"titleEn\":\"A\",\"framework\":\"F\",\"unit\":\"U\",\"from\":\"2026-01-01\"}}";
        var answer = await host.PutAsync("framework-keeper", $"/api/schemes/{Guid.NewGuid()}", Json(body));
        answer.ShouldRefuse(400, "request.malformed");
    }

    [Fact]
    public async Task The_answer_says_where_in_the_body_the_fault_is()
    {
        var answer = await RefusedAsync(Path, Json($"{{{Name},\n{NationalId},\n  nonsense}}"), 400, "request.malformed");
        answer.Json.GetProperty("line").GetInt64().ShouldBe(3);
        answer.Json.GetProperty("column").GetInt64().ShouldBe(3);
        (await RefusedAsync(Path, Json($"{{{Name},{NationalId},\"personnel\":\"king\"}}"), 400, "request.malformed")).Json.GetProperty("field").GetString().ShouldBe("$.personnel");
    }

    [Fact]
    public async Task Deep_nesting_and_bytes_that_are_no_text_are_malformed()
    {
        await RefusedAsync(Path, Json($"{{{Name},{NationalId},{Personnel},\"x\":{new string('[', 500_000)}"), 400, "request.malformed");
        await RefusedAsync(Path, Json(new string('[', 40) + new string(']', 40)), 400, "request.malformed");
        foreach (var bytes in (byte[][])[[0xff, 0xfe, 0x7b, 0], [0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d], [0xef, 0xbb, 0xbf, 0x7b, 0x7d]])
            await RefusedAsync(Path, new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } }, 400, "request.malformed");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonx")]
    [InlineData(null)]
    public Task Another_media_type_is_refused(string? type) => RefusedAsync(Path,
        new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = type is null ? null : new MediaTypeHeaderValue(type) } }, 415, "request.not-json");

    [Fact]
    public async Task A_large_body_is_refused_whether_or_not_it_says_its_length()
    {
        var large = Encoding.ASCII.GetBytes($"{{\"x\":\"{new string('x', 2_000_000)}\"}}");
        await RefusedAsync(Path, new ByteArrayContent(large) { Headers = { ContentType = new("application/json") } }, 413, "request.too-large");
        await RefusedAsync(Path, new Chunked(large), 413, "request.too-large");
        await RefusedAsync(Path, Json("\"" + new string('x', JsonBody.MaxJson - 2) + "\""), 400, "request.malformed");
        await RefusedAsync(Path, Json("\"" + new string('x', JsonBody.MaxJson - 1) + "\""), 413, "request.too-large");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("0190f5f0-0000-7000-8000-000000000001, 0190f5f0-0000-7000-8000-000000000002")]
    public async Task A_command_id_that_is_no_uuid_is_refused(string key)
    {
        var before = await host.EventsAsync();
        using var client = host.App.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = Json($"{{{Name},\"nationalId\":\"{DemoLedger.NationalId(1)}\",{Personnel}}}") };
        await host.App.AuthorizeAsync(request, "hr-officer");
        request.Headers.TryAddWithoutValidation(CommandIds.Header, key);
        using var response = await client.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync()).ShouldContain("request.malformed-idempotency-key");
        (await host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public Task An_id_of_nothing_but_zeros_is_none() =>
        RefusedAsync($"/api/people/{Guid.Empty}", Json($"{{{Name},\"nationalId\":\"{DemoLedger.NationalId(4)}\",{Personnel}}}"), 422, "ledger.no-id");

    [Fact]
    public async Task A_command_id_that_was_used_is_a_repeat_on_its_own_stream_and_refused_on_another()
    {
        var (path, command) = (Path, Guid.NewGuid());
        (await host.PutAsync("hr-officer", path, DemoLedger.Person(2), command)).ShouldRecord(1);
        (await host.PutAsync("hr-officer", path, DemoLedger.Person(2), command)).ShouldRecord(0);
        var before = await host.EventsAsync();
        (await host.PutAsync("hr-officer", Path, DemoLedger.Person(3), command)).ShouldRefuse(409, "ledger.other-command");
        (await host.EventsAsync()).ShouldBe(before);
    }

    /// <summary>A body that does not say its length beforehand.</summary>
    private sealed class Chunked : HttpContent
    {
        private readonly byte[] body;

        public Chunked(byte[] body)
        {
            this.body = body;
            Headers.ContentType = new("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => stream.WriteAsync(body).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
