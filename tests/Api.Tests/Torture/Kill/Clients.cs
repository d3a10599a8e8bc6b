using System.Net.Http.Json;
using System.Text.Json;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>Clients of the API who register persons, record completions and annul them, as fast as they are answered, and write every answer down.</summary>
internal sealed class Clients(Notebook notes)
{
    private static int number;

    /// <summary>Ask until the API answers no more.</summary>
    public Task LoadAsync(Uri address, int clients) => Task.WhenAll([.. Enumerable.Range(0, clients).Select(_ => Task.Run(() => LoadAsync(address))), Task.Run(() => FollowAsync(address))]);

    /// <summary>Give every command again that was not answered, and those that were again too, as a repeat.</summary>
    /// <returns>What is wrong with the answers.</returns>
    public async Task<IReadOnlyList<string>> RepeatAsync(Uri address, IEnumerable<Asked> answered)
    {
        using var client = new HttpClient { BaseAddress = address };
        var (tokens, wrong) = (new PersonaTokens(client), new List<string>());
        // A stream begins before it goes on.
        foreach (var one in notes.Unanswered.OrderBy(a => a.Method == HttpMethod.Post)) await AskAsync(client, tokens, one);
        foreach (var one in answered)
        {
            using var response = await SendAsync(client, tokens, one);
            var text = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode || JsonDocument.Parse(text).RootElement is var json && (json.GetProperty("recorded").GetInt32() != 0 || json.GetProperty("id").GetGuid() != one.Stream))
                wrong.Add($"repeated {one.Method} {one.Path}: {(int)response.StatusCode} {text}");
        }
        return wrong;
    }

    private async Task LoadAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var tokens = new PersonaTokens(client);
        try
        {
            while (true)
            {
                var person = Guid.NewGuid();
                await AskAsync(client, tokens, notes.Ask("hr-officer", HttpMethod.Put, $"/api/people/{person}", DemoLedger.Person(Interlocked.Increment(ref number)), person));
                for (var i = 0; i < 8; i++)
                {
                    var completion = Guid.NewGuid();
                    await AskAsync(client, tokens, notes.Ask("training-officer", HttpMethod.Put, $"/api/completions/{completion}", DemoLedger.CompletionBody(person), completion));
                    if (i % 3 == 0) await AskAsync(client, tokens, notes.Ask("training-officer", HttpMethod.Post, $"/api/completions/{completion}/annulment", new { ground = "recorded-in-error" }, completion));
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The API is gone.
        }
    }

    private async Task FollowAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        try
        {
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            do
            {
                using var response = await client.GetAsync("/log/checkpoint");
                if (response.IsSuccessStatusCode) notes.Keep(await response.Content.ReadAsByteArrayAsync());
            }
            while (await pace.WaitForNextTickAsync());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The API is gone.
        }
    }

    private async Task AskAsync(HttpClient client, PersonaTokens tokens, Asked one)
    {
        using var response = await SendAsync(client, tokens, one);
        var text = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode) one.Recorded = JsonDocument.Parse(text).RootElement.GetProperty("recorded").GetInt32();
        else if ((int)response.StatusCode is >= 400 and < 500) notes.Refused(one);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, PersonaTokens tokens, Asked one)
    {
        using var request = new HttpRequestMessage(one.Method, one.Path) { Content = JsonContent.Create(one.Body) };
        request.Headers.Add(CommandIds.Header, one.Command.ToString());
        await tokens.Authorize(request, one.Persona);
        return await client.SendAsync(request);
    }
}
