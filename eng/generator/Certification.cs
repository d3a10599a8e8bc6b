using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace CredentialLedger.Generator;

/// <summary>Certifies made-up persons through a development ledger's public API: a decision on a competent result, then the credential, eight at a time.</summary>
public sealed class Certification(HttpClient api)
{
    private const string Framework = "W6-2561";
    private const int Writers = 8;

    private readonly ConcurrentDictionary<string, (string Token, Stopwatch Age)> tokens = [];

    private static readonly Dictionary<string, string> SchemeOf = new()
    {
        ["DT200"] = "b2000000-0000-4000-8000-000000000001",
        ["DTR200"] = "b2000000-0000-4000-8000-000000000002",
    };

    /// <summary>Decide and issue for so many results of results.csv; a repeat finds every credential issued.</summary>
    /// <returns>How many were issued anew, how many there were, and how long it took.</returns>
    public async Task<(int Issued, int Asked, TimeSpan Took)> Run(string results, int count)
    {
        // The demo accredits the body for its own framework alone, and outside its scope nothing is issued.
        await Send("accreditor", HttpMethod.Post, "/api/organisations/CB-DIGITAL/accreditations/certification-body/scope", new
        {
            head = "d0000000-0000-4000-8000-0000000000d1",
            duties = new[] { "declare-results", "decide-certification", "issue-credentials", "revoke-credentials", "keep-keys", "read-records" },
            frameworks = new[] { "TPQI-2560", Framework },
        });
        foreach (var (unit, scheme) in SchemeOf)
        {
            await Send("framework-keeper", HttpMethod.Put, $"/api/schemes/{scheme}", new
            {
                code = $"DEMO-{unit}",
                titleTh = $"โครงการรับรองสมมติ {unit}",
                titleEn = $"Made-up scheme {unit}",
                framework = Framework,
                unit,
                requirements = new[] { new { unit } },
                validityMonths = 36,
                issuers = new[] { "CB-DIGITAL", "CB-SERVICE" },
                from = "2020-01-01",
            });
        }
        var asked = Competent(results).Take(count).ToArray();
        var issued = new ConcurrentBag<Guid>();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (row, _) =>
        {
            var decision = await Send("decider", HttpMethod.Post, "/api/decisions", new { scheme = SchemeOf[row.Unit], person = row.Person, ruling = "granted", results = new[] { row.Result } });
            var credential = await Send("issuer", HttpMethod.Post, $"/api/decisions/{decision.GetProperty("id").GetGuid()}/credential", null);
            if (credential.GetProperty("recorded").GetInt32() > 0) issued.Add(credential.GetProperty("id").GetGuid());
        });
        return (issued.Distinct().Count(), asked.Length, clock.Elapsed);
    }

    // result,person,framework,unit,level,grade,…: the generator writes no quotes into these columns.
    private static IEnumerable<(string Result, string Person, string Unit)> Competent(string results) =>
        File.ReadLines(results).Skip(1).Select(line => line.Split(','))
            .Where(f => f[2] == Framework && SchemeOf.ContainsKey(f[3]) && f[5] == "competent").Select(f => (f[0], f[1], f[3]));

    // A token of the development provider is good for fifteen minutes; a run may be longer.
    private async Task<string> TokenOf(string persona)
    {
        if (tokens.TryGetValue(persona, out var kept) && kept.Age.Elapsed < TimeSpan.FromMinutes(10)) return kept.Token;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = persona, ["client_secret"] = "development" });
        using var response = await api.PostAsync("/connect/token", form);
        response.EnsureSuccessStatusCode();
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
        tokens[persona] = (token, Stopwatch.StartNew());
        return token;
    }

    private async Task<JsonElement> Send(string @as, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new("Bearer", await TokenOf(@as)) } };
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await api.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {answer}");
        return JsonSerializer.Deserialize<JsonElement>(answer);
    }
}
