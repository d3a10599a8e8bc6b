using System.Text.Json;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn.Embedded;

namespace CredentialLedger.Api.Demo;

/// <summary>The demo programme: calls of the public API, in order, read from a file. Every call is safe to repeat, so a load that was cut short goes on.</summary>
/// <param name="Staffing">The calls by which the agreement's parties appoint and accredit everybody else.</param>
/// <param name="Calls">The calls of those who were appointed.</param>
/// <param name="Sample">Address of the credential that is left as the sample; may name saved ids.</param>
public sealed record DemoProgramme(IReadOnlyList<DemoCall> Staffing, IReadOnlyList<DemoCall> Calls, string Sample)
{
    /// <summary>Read the programme from its folder.</summary>
    public static DemoProgramme Read(string folder) =>
        JsonSerializer.Deserialize<DemoProgramme>(File.ReadAllBytes(Path.Combine(folder, "programme.json")), JsonSerializerOptions.Web)!;

    /// <summary>Make every call and give the sample's address.</summary>
    /// <exception cref="DemoException">A call was refused.</exception>
    public async Task<string> Run(HttpClient api, string folder, CancellationToken token)
    {
        await Make(Staffing, api, folder, token);
        return Fill(Sample, await Make(Calls, api, folder, token));
    }

    /// <summary>Only appoint and accredit.</summary>
    /// <exception cref="DemoException">A call was refused.</exception>
    public Task Staff(HttpClient api, string folder, CancellationToken token) => Make(Staffing, api, folder, token);

    private static async Task<Dictionary<string, string>> Make(IReadOnlyList<DemoCall> calls, HttpClient api, string folder, CancellationToken token)
    {
        var tokens = new PersonaTokens(api);
        var saved = new Dictionary<string, string>();
        foreach (var call in calls)
        {
            if (call.NamesHeldKeys && saved.Keys.All(name => !name.Contains('.'))) await AddHeldKeys(saved, api, tokens, call.As, token);
            using var request = call.ToRequest(folder, path => Fill(path, saved));
            await tokens.Authorize(request, call.As, token);
            using var response = await api.SendAsync(request, token);
            var answer = await response.Content.ReadAsStringAsync(token);
            if (!response.IsSuccessStatusCode) throw new DemoException($"{call.Method} {request.RequestUri} was answered {(int)response.StatusCode}: {answer}");
            if (call.Save is { } name) saved[name] = JsonSerializer.Deserialize<Receipt>(answer, JsonSerializerOptions.Web)!.Id.ToString();
        }
        return saved;
    }

    // The keys that this ledger made are its own: the programme calls them by their organisation.
    private static async Task AddHeldKeys(Dictionary<string, string> saved, HttpClient api, PersonaTokens tokens, string persona, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/signing-keys");
        await tokens.Authorize(request, persona, token);
        using var response = await api.SendAsync(request, token);
        response.EnsureSuccessStatusCode();
        var view = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(token), cancellationToken: token);
        foreach (var held in view.RootElement.GetProperty("held").EnumerateArray())
            foreach (var value in held.EnumerateObject()) saved[$"{held.GetProperty("organisation").GetString()}.{value.Name}"] = value.Value.GetString()!;
    }

    private static string Fill(string text, Dictionary<string, string> saved) =>
        saved.Aggregate(text, (filled, s) => filled.Replace($"{{{s.Key}}}", s.Value, StringComparison.Ordinal));
}

/// <summary>One call of the demo programme.</summary>
/// <param name="As">Name of the persona that makes it.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Address; may name saved ids, and keys that the ledger holds.</param>
/// <param name="Body">JSON body, or null.</param>
/// <param name="File">A file beside the programme to send instead, rows as CSV or a picture as PNG; or null.</param>
/// <param name="Save">Name under which the answer's id is kept, or null.</param>
public sealed record DemoCall(string As, string Method, string Path, JsonElement? Body, string? File, string? Save)
{
    /// <summary>Whether the address names a signing key of the ledger's own, as in <c>{CB-DIGITAL.key}</c>.</summary>
    public bool NamesHeldKeys => Path.Contains(".key}", StringComparison.Ordinal);

    /// <summary>The request.</summary>
    public HttpRequestMessage ToRequest(string folder, Func<string, string> fill)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), fill(Path));
        if (File is not null) request.Content = new ByteArrayContent(System.IO.File.ReadAllBytes(System.IO.Path.Combine(folder, File))) { Headers = { ContentType = File.EndsWith(".png", StringComparison.Ordinal) ? new("image/png") : new("text/csv", "utf-8") } };
        else if (Body is { } body) request.Content = new StringContent(fill(body.GetRawText()), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json", "utf-8"));
        return request;
    }
}

/// <summary>The demo programme could not be loaded.</summary>
public sealed class DemoException(string message) : Exception(message);
