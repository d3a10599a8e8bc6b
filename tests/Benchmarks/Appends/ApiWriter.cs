using System.Text;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;

namespace CredentialLedger.Benchmarks.Appends;

/// <summary>Puts completions to the API over a connection of its own, kept open.</summary>
public sealed class ApiWriter : IWriter
{
    private readonly HttpClient client;
    private readonly PersonaTokens tokens;

    /// <summary>Writes to the API at that address.</summary>
    public ApiWriter(Uri address) => tokens = new(client = new() { BaseAddress = address });

    /// <inheritdoc/>
    public async Task Write(CancellationToken token)
    {
        using var content = new StringContent($$$"""
            {"person":"{{{People.Any()}}}","course":"{{{BenchLedger.Course}}}","completedOn":"2026-03-20","evidence":{"kind":"attendance","reference":"TDGA-DT-01/2569/3"}}
            """, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/completions/{Guid.NewGuid()}") { Content = content };
        await tokens.Authorize(request, "training-officer", token);
        using var answer = await client.SendAsync(request, token);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
