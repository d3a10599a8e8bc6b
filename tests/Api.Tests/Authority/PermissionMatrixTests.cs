using System.Text;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Authority;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Credentials;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Snapshooter.Xunit;
using Wolverine.Http;

namespace CredentialLedger.Api.Tests.Authority;

/// <summary>
/// Every endpoint with every persona. Nobody's authority is computed here: each request is really made, and the table of answers is a
/// snapshot that people review. A command gets an unusable idempotency key, so that whoever is allowed is stopped right behind the gate.
/// </summary>
public sealed partial class PermissionMatrixTests(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string Nobody = "";

    private IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. demo.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().DistinctBy(e => (e.RoutePattern.RawText, Method(e)))];

    private string[] Personas => [Nobody, .. demo.Host.Services.GetRequiredService<SignInSettings>().Personas.Select(p => p.Name), EmbeddedClients.System];

    [Fact]
    public void Every_endpoint_states_what_it_needs() =>
        Endpoints.Where(e => e.Metadata.GetMetadata<Need>() is null).Select(e => e.RoutePattern.RawText).ShouldBeEmpty();

    [Fact]
    public void Every_command_is_given_by_an_endpoint_or_an_import()
    {
        var given = Endpoints.Select(e => e.Metadata.GetMetadata<Need>()!.GetType()).Where(t => t.IsGenericType).Select(t => t.GetGenericArguments()[0]);
        typeof(ICommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ICommand))).Except(given).Select(t => t.Name).ShouldBe(ByVerb, ignoreOrder: true);
    }

    // Founding is a verb of the command line: there is nobody yet whom an endpoint could ask.
    private static readonly string[] ByVerb = ["FoundLedger"];

    [Fact]
    public async Task The_page_of_duties_is_true() =>
        DutiesPage.Write(Endpoints, (await demo.Host.Services.GetRequiredService<AuthorityCache>().Current(default)).Agreement!)
            .ShouldBe(File.ReadAllText(Path.Combine(Repository.Root, "docs", "duties.md")));

    [Fact]
    public async Task Every_endpoint_answers_every_persona_as_the_table_says()
    {
        var personas = Personas;
        var table = new StringBuilder();
        foreach (var (method, path, personal) in Endpoints.SelectMany(Requests).Order())
        {
            var by = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var persona in personas)
            {
                var outcome = await Ask(persona, method, path, personal);
                (by.TryGetValue(outcome, out var same) ? same : by[outcome] = []).Add(persona == Nobody ? "nobody" : persona);
            }
            table.AppendLine($"{method} {path}");
            foreach (var (outcome, who) in by) table.AppendLine($"  {outcome}: {(who.Count == personas.Length ? "everybody" : string.Join(' ', who))}");
        }
        Snapshot.Match(table.ToString().ReplaceLineEndings("\n"));
    }

    private async Task<string> Ask(string persona, string method, string path, bool personal)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (persona != Nobody) await demo.Host.App.AuthorizeAsync(request, persona);
        if (method != "GET") request.Content = new StringContent("{}", Encoding.UTF8, path.Contains("/imports/", StringComparison.Ordinal) ? "application/x-unusable" : "application/json");
        request.Headers.Add(CommandIds.Header, "unusable");
        using var client = demo.Host.App.Server.CreateClient();
        using var response = await client.SendAsync(request);
        var answer = new Answer((int)response.StatusCode, await Json(response), await response.Content.ReadAsStringAsync());
        answer.Status.ShouldBeLessThan(500, $"{method} {path}: {answer.Text}");
        if (answer.Code == WhoActs.DutyMissing.Code)
        {
            answer.Json.GetProperty("grantedBy").GetArrayLength().ShouldBeGreaterThan(0);
            return $"forbidden for want of {answer.Json.GetProperty("duty").GetString()}";
        }
        return answer.Status switch
        {
            401 => "unknown",
            404 when personal => "hidden",
            _ => "allowed",
        };
    }

    private static async Task<System.Text.Json.JsonElement> Json(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return text.StartsWith('{') ? System.Text.Json.JsonDocument.Parse(text).RootElement : default;
    }

    private IEnumerable<(string Method, string Path, bool Personal)> Requests(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (pattern.Contains("{kind}", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<Need>() is ImportsAttribute)
            return ImportKind.All.Select(k => ("POST", pattern.Replace("{kind}", k.Name, StringComparison.Ordinal), false));
        return [(Method(endpoint), Parameter().Replace(pattern, m => Value(m.Groups[1].Value)), endpoint.Metadata.GetMetadata<Need>() is PersonalAttribute)];
    }

    // Ids of things of the demo's candidate, who holds a post at DGA.
    private string Value(string parameter) => parameter switch
    {
        "personId" => DemoLedger.Candidate.ToString(),
        "completionId" => DemoLedger.Completion.ToString(),
        "resultId" => DemoLedger.Result.ToString(),
        "credentialId" => demo.Credential.ToString(),
        "decisionId" => Decision.IdOf(DemoLedger.SchemeWithMarks, DemoLedger.Candidate, [DemoLedger.Result], [DemoLedger.Completion]).ToString(),
        "courseId" => DemoLedger.Course.ToString(),
        "schemeId" => DemoLedger.Scheme.ToString(),
        "appointmentId" => "ab000000-0000-4000-8000-000000000001",
        "framework" => "TPQI-2560",
        "organisation" => "CB-DIGITAL",
        "kind" => "certification-body",
        "agency" => "DGA",
        "post" => "1042",
        "duty" => "issue-credentials",
        "person" => DemoLedger.Examiner.ToString(),
        "issuer" => "CB-DIGITAL",
        "list" => "1",
        "documentName" => "v1",
        _ => "5c000000-0000-4000-8000-000000000001",
    };

    private static string Method(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.FirstOrDefault() ?? "GET";

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
