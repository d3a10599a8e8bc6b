using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Http;

/// <summary>Addresses, methods and media types that nothing answers, and characters that no address should hold.</summary>
public sealed class AddressTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? accept = null, string? csv = null)
    {
        using var client = host.App.Server.CreateClient();
        using var request = new HttpRequestMessage(new(method), path);
        await host.App.AuthorizeAsync(request, "framework-keeper");
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        if (csv is not null) request.Content = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv");
        return await client.SendAsync(request);
    }

    private static async Task<Answer> AnswerOf(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        return new((int)response.StatusCode, mediaType == Problem.MediaType ? System.Text.Json.JsonDocument.Parse(text).RootElement : default, text) { MediaType = mediaType };
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/api")]
    [InlineData("/api/people")]
    [InlineData("/api/people/not-an-id")]
    [InlineData("/api/people/not-an-id/profile")]
    [InlineData("/api/people/00000000-0000-0000-0000-00000000000g")]
    [InlineData("/api/people/b0000000-0000-4000-8000-000000000001/nothing")]
    [InlineData("/api/credentials/1/document")]
    [InlineData("/status/CB-DIGITAL/one")]
    [InlineData("/status/CB-DIGITAL/99999999999999999999")]
    [InlineData("/openapi/v2.json")]
    public async Task Nothing_is_there(string path)
    {
        using var response = await SendAsync("GET", path);
        (await AnswerOf(response)).ShouldRefuse(404, "request.unknown-address");
    }

    [Theory]
    [InlineData("DELETE", "/api/people/b0000000-0000-4000-8000-000000000001")]
    [InlineData("POST", "/api/people/b0000000-0000-4000-8000-000000000001")]
    [InlineData("GET", "/api/evidence")]
    [InlineData("PATCH", "/api/frameworks")]
    [InlineData("OPTIONS", "/api/frameworks")]
    [InlineData("GET", "/api/verify")]
    [InlineData("GET", "/api/imports/people")]
    [InlineData("POST", "/openapi/v1.json")]
    public async Task A_wrong_method_is_told_and_the_right_one_named(string method, string path)
    {
        using var response = await SendAsync(method, path);
        (await AnswerOf(response)).ShouldRefuse(405, "request.wrong-method");
        response.Content.Headers.Allow.ShouldNotBeEmpty();
    }

    // As mirrors, caches and watchers ask.
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/verify", "text/html")]
    [InlineData("/.well-known/did.json", "application/did+json")]
    [InlineData("/api/frameworks", "application/json")]
    public async Task A_head_is_answered_as_the_get(string path, string mediaType)
    {
        using var response = await SendAsync("HEAD", path);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
    }

    [Fact]
    public async Task A_head_where_nothing_is_to_get_is_a_wrong_method()
    {
        using var response = await SendAsync("HEAD", "/api/verify");
        ((int)response.StatusCode).ShouldBe(405);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html")]
    [InlineData("application/xml, text/plain;q=0.5")]
    [InlineData("nonsense")]
    [InlineData("application/json;q=0")]
    public async Task A_media_type_that_is_not_answered_in_is_refused_with_a_problem_or_not_at_all(string accept)
    {
        using var response = await SendAsync("GET", "/api/frameworks", accept);
        if (response.StatusCode is System.Net.HttpStatusCode.OK) return;
        (await AnswerOf(response)).ShouldRefuse(406, "request.not-acceptable");
    }

    // U+0000 in a path gets no further than the server itself, which answers 400.
    [Theory]
    [InlineData("GET", "/%ff")]
    [InlineData("GET", "/%")]
    [InlineData("GET", "/%zz")]
    [InlineData("GET", "/api/frameworks/%ff")]
    [InlineData("GET", "/api/frameworks/%ED%A0%80")]
    [InlineData("GET", "/api/frameworks/%0D%0ASet-Cookie:%20a=b")]
    [InlineData("PUT", "/api/frameworks/%ff")]
    [InlineData("POST", "/api/imports/frameworks?encoding=%00")]
    [InlineData("GET", "/status/..%2f..%2fkeys/0")]
    [InlineData("GET", "/status/../../keys/0")]
    [InlineData("GET", "/status/CB-DIGITAL/-1")]
    [InlineData("GET", "/api/credentials/b0000000-0000-4000-8000-000000000001?asOf=%00")]
    [InlineData("GET", "/api/credentials/b0000000-0000-4000-8000-000000000001?asOf=%ff")]
    [InlineData("GET", "/api/credentials/b0000000-0000-4000-8000-000000000001?knownAt=2569-01-01")]
    [InlineData("GET", "/api/credentials/b0000000-0000-4000-8000-000000000001?asOf=2026-01-01&asOf=2026-01-02")]
    [InlineData("GET", "/api/credentials/b0000000-0000-4000-8000-000000000001?asOf=0001-01-01")]
    [InlineData("GET", "/api/people/b0000000-0000-4000-8000-000000000001/profile?asOf=9999-12-31T23:59:59Z")]
    [InlineData("GET", "/api/people/b0000000-0000-4000-8000-000000000001/timeline?%00=%00")]
    [InlineData("GET", "/api/credentials/b0000000-0000-4000-8000-000000000001/document?format=%00")]
    [InlineData("POST", "/api/verify?at=%00")]
    [InlineData("POST", "/api/verify?at=%ff")]
    public async Task No_character_in_an_address_upsets_the_ledger(string method, string path)
    {
        var before = await host.EventsAsync();
        using var response = await SendAsync(method, path, csv: method is "GET" ? null : "code\n1\n");
        var answer = await AnswerOf(response);
        answer.Status.ShouldBeOneOf([400, 404, 406, 422], answer.Text);
        answer.ShouldRefuse(answer.Status, answer.Code ?? "(none)");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_post_with_a_character_that_cannot_be_stored_is_refused()
    {
        var person = Guid.NewGuid();
        (await host.PutAsync("hr-officer", $"/api/people/{person}", DemoLedger.Person(1))).ShouldRecord(1);
        foreach (var segment in (string[])["%20a", "%E2%80%AEa", "a%0Ab"])
        {
            (await host.PutAsync("hr-officer", $"/api/people/{person}/agencies/A/posts/{segment}", new { from = "2025-10-01" })).Status.ShouldBeOneOf([400, 404, 422], segment);
            (await host.PutAsync("hr-officer", $"/api/people/{person}/agencies/{segment}/posts/1", new { from = "2025-10-01" })).Status.ShouldBeOneOf([400, 404, 422], segment);
            (await host.PostAsync("hr-officer", $"/api/people/{person}/agencies/{segment}/posts/1/end", new { until = "2025-10-01" })).Status.ShouldBeOneOf([400, 404, 409, 422], segment);
        }
        (await host.EventsAsync(person)).ShouldBe(1);
    }

    [Fact]
    public async Task A_very_long_address_is_nothing_special()
    {
        var text = new string('a', 100_000);
        foreach (var path in (string[])[$"/{text}", $"/api/frameworks/{text}", $"/api/frameworks?{text}", $"/api/verify?at={text}", $"/status/{text}/0"])
        {
            using var response = await SendAsync(path.Contains("verify", StringComparison.Ordinal) ? "POST" : "GET", path);
            if (response.IsSuccessStatusCode) continue;
            var answer = await AnswerOf(response);
            answer.ShouldRefuse(answer.Status, answer.Code ?? "(none)");
            answer.Status.ShouldBeOneOf(400, 404);
        }
    }
}
