using System.Text.Json;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Snapshooter.Xunit;

namespace CredentialLedger.Api.Tests.OpenApi;

/// <summary>The API's description says what the API does.</summary>
public sealed partial class ApiReferenceTests(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private sealed record Operation(string Method, string Path, JsonElement Json)
    {
        public JsonElement? Example => Json.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)
            ? json.TryGetProperty("example", out var example) ? example : default(JsonElement) : null;
    }

    private async Task<(string Text, Operation[] Operations)> DescriptionAsync()
    {
        var answer = await demo.Host.GetAsync("", "/openapi/v1.json");
        answer.Status.ShouldBe(200, answer.Text);
        return (answer.Text, [.. from path in answer.Json.GetProperty("paths").EnumerateObject() from operation in path.Value.EnumerateObject() select new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value)]);
    }

    [Fact]
    public async Task The_description_is_as_it_was() => NoCodes().Replace((await DescriptionAsync()).Text.ReplaceLineEndings("\n"), "$1(every code)$2").MatchSnapshot();

    [Fact]
    public async Task Every_endpoint_is_described_with_summary_tag_and_an_id_of_its_own()
    {
        var (_, operations) = await DescriptionAsync();
        foreach (var o in operations)
        {
            o.Json.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace($"{o.Method} {o.Path}");
            o.Json.GetProperty("tags").GetArrayLength().ShouldBe(1);
            o.Json.GetProperty("responses").TryGetProperty("default", out _).ShouldBeTrue();
        }
        operations.Select(o => o.Json.GetProperty("operationId").GetString()).ShouldBeUnique();
        var routes = demo.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal));
        routes.Select(r => Constraint().Replace("/" + r.RoutePattern.RawText!.TrimStart('/'), "}")).Except(operations.Select(o => o.Path)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_code_is_listed()
    {
        var schema = JsonDocument.Parse((await DescriptionAsync()).Text).RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Problem");
        schema.GetProperty("properties").GetProperty("code").GetProperty("enum").EnumerateArray().Select(c => c.GetString()!).ShouldBe(Sentences.Codes, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_example_fits_its_type()
    {
        var options = demo.Host.Services.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        var (_, operations) = await DescriptionAsync();
        foreach (var endpoint in demo.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not { RequestType: { } type } accepts || !accepts.ContentTypes.Contains("application/json")) continue;
            var path = Constraint().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), "}");
            var operation = operations.Single(o => o.Path == path && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(o.Method));
            operation.Example!.Value.ValueKind.ShouldBe(JsonValueKind.Object, $"{path} has no example");
            var read = operation.Example.Value.Deserialize(type, options);
            JsonSerializer.Serialize(read, type, options).ShouldBe(JsonSerializer.Serialize(operation.Example.Value, options));
        }
    }

    [Fact]
    public async Task Every_example_is_accepted_or_refused_by_a_decider()
    {
        var refusals = typeof(Rejection).Assembly.GetTypes().SelectMany(t => t.GetFields()).Where(f => f.IsStatic && f.FieldType == typeof(Rejection)).Select(f => ((Rejection)f.GetValue(null)!).Code)
            .Append(CredentialLedger.Api.Verification.NumberAnswers.NoMatch.Code).ToHashSet(); // which no decider is asked about
        var (_, operations) = await DescriptionAsync();
        var examples = operations.Where(o => o.Example is not null).ToArray();
        examples.Length.ShouldBeGreaterThan(9);
        foreach (var operation in examples)
        {
            var answer = await SendAsync(operation);
            if (answer.MediaType is "application/zip") answer.Status.ShouldBe(200); // an export, which is recorded and answers with its file
            else if (answer.Status is 200 or 201) answer.Recorded.ShouldBeGreaterThanOrEqualTo(0);
            else refusals.ShouldContain(answer.Code, $"{operation.Method} {operation.Path}: {answer.Text}");
        }
    }

    [Fact]
    public async Task No_example_is_accepted_with_a_day_that_nobody_can_mean()
    {
        string[] slips = ["0001-01-01", "1026-11-29", "2569-11-29", "9999-12-31"];
        var (_, operations) = await DescriptionAsync();
        var spoilt = from operation in operations
                     where operation.Example is not null
                     from day in IsoDay().Matches(operation.Example!.Value.GetRawText()).Select(m => m.Value).Distinct()
                     from slip in slips
                     select (Operation: operation, Text: operation.Example!.Value.GetRawText().Replace(day, slip, StringComparison.Ordinal));
        spoilt.Count().ShouldBeGreaterThan(80);
        foreach (var (operation, text) in spoilt)
        {
            var answer = await SendAsync(operation, text);
            answer.Status.ShouldBeOneOf([400, 403, 404, 409, 422], $"{operation.Method} {operation.Path} {text}: {answer.Text}");
            answer.ShouldRefuse(answer.Status, answer.Code!);
        }
        // A batch that another example ordered may be carried out meanwhile: what counts is that nothing has such a day.
        await using var command = demo.Host.Database.CreateCommand("select count(*) from ledger.mt_events where data::text ~ $1");
        command.Parameters.Add(new() { Value = string.Join('|', slips) });
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    private Task<Answer> SendAsync(Operation operation) => SendAsync(operation, operation.Example!.Value.GetRawText());

    private async Task<Answer> SendAsync(Operation operation, string body)
    {
        var path = operation.Path
            .Replace("{personId}", $"{DemoLedger.Candidate}").Replace("{agency}", "DGA").Replace("{post}", "1042").Replace("{credentialId}", $"{demo.Credential}");
        path = path.EndsWith("/{completionId}", StringComparison.Ordinal) || path.EndsWith("/{resultId}", StringComparison.Ordinal)
            ? Parameter().Replace(path, $"{Guid.NewGuid()}")
            : path.Replace("{completionId}", $"{DemoLedger.Completion}").Replace("{resultId}", $"{DemoLedger.Result}");
        path = Parameter().Replace(path, _ => $"{Guid.NewGuid()}");
        foreach (var persona in demo.Host.Services.GetRequiredService<SignInSettings>().Personas)
        {
            var answer = await demo.Host.SendAsync(persona.Name, new(operation.Method), path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
            if (answer.Code != "identity.duty-missing") return answer;
        }
        throw new InvalidOperationException($"Nobody has the duty of {operation.Method} {operation.Path}.");
    }

    [Fact]
    public async Task The_page_needs_no_other_host_and_the_browser_would_let_it_reach_none()
    {
        using var client = demo.Host.App.Server.CreateClient();
        using var page = await client.GetAsync("/docs/");
        page.IsSuccessStatusCode.ShouldBeTrue();
        var html = await page.Content.ReadAsStringAsync();
        Elsewhere().Matches(html).Select(m => m.Value).ShouldBeEmpty();
        foreach (var script in Script().Matches(html).Select(m => m.Groups[1].Value))
            (await client.GetAsync(new Uri(page.RequestMessage!.RequestUri!, script))).IsSuccessStatusCode.ShouldBeTrue(script);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("http");
        policy.ShouldNotContain("*");
    }

    // Sentences change often and have tests of their own.
    [GeneratedRegex(@"(""description"": ""Problem details[^""]*?\\n\\n)[^""]*("")|(?<=""code"": \{\s+""enum"": \[)[^\]]*(?=\])")]
    private static partial Regex NoCodes();

    [GeneratedRegex(@"(?<="")\d{4}-\d\d-\d\d(?="")")]
    private static partial Regex IsoDay();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^""' ]*")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"<script[^>]+src=""([^""]+)""")]
    private static partial Regex Script();
}
