using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>Gets bearer tokens of personas from a development ledger's token endpoint, for tools and tests, and keeps each while it is good.</summary>
/// <param name="api">Reaches the ledger.</param>
public sealed class PersonaTokens(HttpClient api)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> kept = [];

    /// <summary>The token of the persona, or of the system, of that name.</summary>
    /// <exception cref="HttpRequestException">The ledger does not answer, has no embedded provider, or knows nobody of that name.</exception>
    public async Task<string> Of(string name, CancellationToken token = default)
    {
        if (kept.TryGetValue(name, out var had) && had.Until > DateTimeOffset.UtcNow) return had.Token;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = name,
            ["client_secret"] = EmbeddedClients.MachineSecret,
        });
        using var response = await api.PostAsync(EmbeddedProvider.Token, form, token);
        var answer = await response.Content.ReadAsStringAsync(token);
        if (!response.IsSuccessStatusCode) throw new HttpRequestException($"{name}: {(int)response.StatusCode} {answer}", null, response.StatusCode);
        using var json = JsonDocument.Parse(answer);
        var fresh = json.RootElement.GetProperty("access_token").GetString()!;
        kept[name] = (fresh, DateTimeOffset.UtcNow.AddSeconds(json.RootElement.GetProperty("expires_in").GetInt32()) - Margin);
        return fresh;
    }

    /// <summary>Let a request be made by the persona of that name.</summary>
    public async Task Authorize(HttpRequestMessage request, string name, CancellationToken token = default) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Of(name, token));
}
