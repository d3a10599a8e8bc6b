using CredentialLedger.Api.Governance;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.LedgerKeys;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CredentialLedger.Api.Demo;

/// <summary>Loads the demo programme once into a development ledger, through its own public API, and leaves a signed sample to verify.</summary>
public sealed class DemoLoader(IServer server, IConfiguration configuration, IHostApplicationLifetime lifetime, IServiceScopeFactory scopes, LedgerKeyring keys, TimeProvider clock, Banner banner) : BackgroundService
{
    /// <summary>Configuration key of the folder that holds the programme; without it no demo is loaded.</summary>
    public const string FolderKey = "Ledger:Demo";

    private static readonly string[] Signed = ["credential.xml", "credential.jwt", "credential.sd-jwt", "credential.png", "credential.pdf", "trust.json", "status.jwt"];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration[FolderKey] is not { Length: > 0 } source) return;
        await Started(stoppingToken);
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        banner.Serving(address);
        using var api = new HttpClient { BaseAddress = new Uri(address) };
        var folder = Path.Combine(LedgerFolder.Of(configuration), "demo");
        try
        {
            if (!Signed.All(file => File.Exists(Path.Combine(folder, file)))) await Load(api, source, folder, stoppingToken);
            banner.Sample(folder);
            banner.Snapshot(folder, address, keys.InForce(KeyKind.TrustList, clock.GetUtcNow()).Id!);
        }
        catch (Exception e) when (e is DemoException or FoundingProblem or HttpRequestException or IOException)
        {
            banner.DemoFailed(e.Message);
        }
    }

    private async Task Load(HttpClient api, string source, string folder, CancellationToken token)
    {
        await Found(source, token);
        var programme = DemoProgramme.Read(source);
        var sample = await programme.Run(api, source, token);
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "credential.xml"), await Document(api, $"{sample}/document?format=xml", token), token);
        await File.WriteAllBytesAsync(Path.Combine(folder, "credential.jwt"), await Download(api, $"{sample}/document?format=ob3", token), token);
        await File.WriteAllBytesAsync(Path.Combine(folder, "credential.sd-jwt"), await Download(api, $"{sample}/document?format=sd-jwt", token), token);
        await File.WriteAllBytesAsync(Path.Combine(folder, "credential.png"), await Download(api, $"{sample}/document?format=png", token), token);
        await File.WriteAllBytesAsync(Path.Combine(folder, "credential.pdf"), await Download(api, $"{sample}/document?format=pdf", token), token);
        await File.WriteAllBytesAsync(Path.Combine(folder, "trust.json"), await api.GetByteArrayAsync("/api/trust", token), token);
        // The list that the ledger keeps fresh, not a copy that grows stale.
        var status = Path.Combine(folder, "status.jwt");
        File.Delete(status);
        File.CreateSymbolicLink(status, Path.Combine("..", "status", "CB-DIGITAL", "1.jwt"));
    }

    // With its proofs, once the witnesses have seen what was recorded a moment ago; without them when they are not there.
    private async Task<byte[]> Document(HttpClient api, string address, CancellationToken token)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), clock);
        for (var tries = 20; ; tries--)
        {
            var document = await Download(api, address, token);
            if (tries == 0 || !CredentialProofs.Strip(document).AsSpan().SequenceEqual(document)) return document;
            await timer.WaitForNextTickAsync(token);
        }
    }

    private static async Task<byte[]> Download(HttpClient api, string address, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await new PersonaTokens(api).Authorize(request, "auditor", token);
        using var answer = await api.SendAsync(request, token);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(token);
    }

    private async Task Found(string source, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var founding = scope.ServiceProvider.GetRequiredService<Founding>();
        if (!await founding.IsDone(token)) await founding.Run(Path.Combine(source, "agreement.json"), token);
    }

    private async Task Started(CancellationToken token)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(token);
    }
}
