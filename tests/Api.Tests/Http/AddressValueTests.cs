using System.Text.Json;
using System.Text.RegularExpressions;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Http;

/// <summary>Values in addresses that do not fit: of every parameter of every operation that the API describes, so that a new one is covered by itself.</summary>
public sealed partial class AddressValueTests(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string Number = "integer", Id = "uuid", Day = "date", Text = "text";

    // What no parameter of the kind holds: nonsense, what cannot be told from a slip, another script's digits, too much, and two values for one.
    private static readonly Dictionary<string, string[]> Unfit = new()
    {
        [Number] = ["garbage", "%20", "1.5", "1,000", "1e3", "0x1f", "99999999999999999999", "%E0%B9%91%E0%B9%92", "[1]", "%00", "1&{0}=2", "1&{0}=garbage"],
        [Id] = ["garbage", "1", "b0000000-0000-4000-8000-00000000000g", "%ff", "b0000000-0000-4000-8000-000000000001&{0}=b0000000-0000-4000-8000-000000000001"],
        [Day] = ["garbage", "2026-02-30", "2026-1-2", "01/02/2026", "02-01-2569", "2569-01-01", "0001-01-01", "9999-12-31", "2026-01-01T00:00:00Z", "20260101",
            "%E0%B9%92%E0%B9%90%E0%B9%92%E0%B9%96-01-01", "2026-01-01&{0}=2026-01-02"],
        [Text] = ["garbage", "2569-01-01", "%E0%B9%91", "%00", "garbage&{0}=garbage"],
    };

    private sealed record Parameter(string Method, string Path, string Name, string In, string Kind);

    private async Task<Parameter[]> ParametersAsync() =>
        [.. from path in (await demo.Host.GetAsync("", "/openapi/v1.json")).Json.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Value.TryGetProperty("parameters", out _)
            from parameter in operation.Value.GetProperty("parameters").EnumerateArray()
            select new Parameter(operation.Name.ToUpperInvariant(), path.Name, parameter.GetProperty("name").GetString()!, parameter.GetProperty("in").GetString()!, KindOf(parameter.GetProperty("schema")))];

    private static string KindOf(JsonElement schema) => schema.TryGetProperty("format", out var format) ? format.GetString() is Id or Day ? format.GetString()! : Number : Text;

    [Fact]
    public async Task A_value_that_does_not_fit_its_parameter_is_told_by_code_in_both_languages_and_by_name()
    {
        var (parameters, before) = ((await ParametersAsync()).Where(p => p.In == "query").ToArray(), await demo.Host.EventsAsync());
        parameters.Select(p => p.Kind).Distinct().ShouldBe(Unfit.Keys, ignoreOrder: true);
        foreach (var p in parameters)
        {
            var persona = await MayAsync(p);
            foreach (var value in Unfit[p.Kind].Select(v => v.Replace("{0}", p.Name, StringComparison.Ordinal)))
            {
                var (request, answer) = await AskAsync(persona, p, $"?{p.Name}={value}");
                answer.Status.ShouldBeOneOf(p.Kind == Text ? [400, 406, 422] : [400], $"{request}: {answer.Text}");
                answer.ShouldRefuse(answer.Status, p.Kind == Text ? answer.Code! : "request.malformed-query");
                answer.Json.GetProperty("field").GetString().ShouldBe(p.Name, request);
            }
        }
        (await demo.Host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_parameter_without_a_value_is_as_good_as_absent()
    {
        foreach (var p in (await ParametersAsync()).Where(p => p is { In: "query", Method: "GET" }))
        {
            var persona = await MayAsync(p, "");
            (await AskAsync(persona, p, $"?{p.Name}=")).Answer.Status.ShouldBe((await AskAsync(persona, p, "")).Answer.Status, $"{p.Path}?{p.Name}=");
        }
    }

    [Fact]
    public async Task The_least_and_the_greatest_values_are_no_failure()
    {
        foreach (var p in (await ParametersAsync()).Where(p => p is { In: "query", Kind: Number or Day }))
        {
            var persona = await MayAsync(p, "");
            foreach (var value in p.Kind == Day ? (string[])["1900-01-01", "2400-12-31"] : [$"{int.MinValue}", "-1", "0", $"{int.MaxValue}", $"{long.MinValue}", $"{long.MaxValue}"])
            {
                var (request, answer) = await AskAsync(persona, p, $"?{p.Name}={value}");
                answer.Status.ShouldBeOneOf([200, 400, 422], $"{request}: {answer.Text}");
                if (answer.Status is not 200) answer.ShouldRefuse(answer.Status, answer.Code!);
            }
        }
    }

    [Fact]
    public async Task A_path_with_another_value_than_it_holds_is_no_address()
    {
        var before = await demo.Host.EventsAsync();
        var parameters = (await ParametersAsync()).Where(p => p is { In: "path", Kind: not Text }).ToArray();
        parameters.Length.ShouldBeGreaterThan(90);
        foreach (var p in parameters)
            foreach (var value in Unfit[p.Kind].Where(v => !v.Contains('&') && v is not ("%00" or "%20")))
            {
                var request = Fill(p.Path.Replace($"{{{p.Name}}}", value, StringComparison.Ordinal));
                var answer = await demo.Host.SendAsync("auditor", new(p.Method), request, p.Method == "GET" ? null : new { });
                answer.Status.ShouldBe(404, request);
                answer.ShouldRefuse(404, "request.unknown-address");
            }
        (await demo.Host.EventsAsync()).ShouldBe(before);
    }

    // Somebody who gets past the gate; without a value, past what the endpoint itself asks, too.
    private async Task<string> MayAsync(Parameter p, string value = "garbage")
    {
        foreach (var persona in demo.Host.Services.GetRequiredService<SignInSettings>().Personas.Select(s => s.Name))
            if ((await AskAsync(persona, p, $"?{p.Name}={value}")).Answer.Status is not (403 or 404)) return persona;
        throw new InvalidOperationException($"Nobody may {p.Method} {p.Path}.");
    }

    private async Task<(string Request, Answer Answer)> AskAsync(string persona, Parameter p, string query)
    {
        var request = Fill(p.Path) + query;
        return (request, await demo.Host.SendAsync(persona, new(p.Method), request, p.Method == "GET" ? null : new StringContent("{}", System.Text.Encoding.UTF8, "application/x-ndjson")));
    }

    private string Fill(string path) => Hole().Replace(path, hole => hole.Groups[1].Value switch
    {
        "personId" => $"{DemoLedger.Candidate}",
        "credentialId" => $"{demo.Credential}",
        "person" => $"{DemoLedger.Examiner}",
        "duty" => "issue-credentials",
        "issuer" or "organisation" => "CB-DIGITAL",
        "list" => "1",
        _ => $"{Guid.Empty}",
    });

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Hole();
}
