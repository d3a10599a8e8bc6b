using System.Net.Http.Json;
using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Issuing.Batches;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CredentialLedger.Portal.Tests.Rig;

/// <summary>The whole application with the demo programme, served by Kestrel on a port of its own, and a browser that is at hand.</summary>
public sealed class PortalSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-portal-").FullName;
    private string connectionString = "", owner = "";

    /// <summary>Where it is served.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>An amendment that waits for its signatures.</summary>
    public Guid Proposal { get; } = Guid.NewGuid();

    /// <summary>A decision on which no credential was issued yet.</summary>
    public Guid Decision { get; private set; }

    /// <summary>A batch of one decision, which is refused.</summary>
    public Guid Batch { get; } = Guid.NewGuid();

    /// <summary>A logo whose picture was not brought yet.</summary>
    public Guid Work { get; } = Guid.NewGuid();

    /// <summary>The browser.</summary>
    public Chromium Chromium { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var superuser = await Prepared.Complete.CopyAsync(folder);
        connectionString = await LedgerCluster.AsAsync(superuser, Roles.App);
        owner = await LedgerCluster.AsAsync(superuser, Roles.Owner);
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
        await Propose();
        await DecideAsync();
        await CallAsync("work-officer-tpqi", HttpMethod.Put, $"/api/works/{Work}", new { titleTh = "ตรา", titleEn = "Logo", kind = "logo", origin = "brought-in", sha256 = new string('a', 64) });
        await Chromium.StartAsync();
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Development")
        .UseSetting("ConnectionStrings:Ledger", connectionString).UseSetting("ConnectionStrings:LedgerOwner", owner).UseSetting("Ledger:Folder", folder);

    async Task IAsyncLifetime.DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The demo's signed document.</summary>
    public async Task<byte[]> SampleAsync()
    {
        using var api = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api{Prepared.Sample[Prepared.Sample.IndexOf("/credentials", StringComparison.Ordinal)..]}/document");
        await new PersonaTokens(api).Authorize(request, "auditor", default);
        using var answer = await api.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>An address with the ids of what this site holds.</summary>
    public string Fill(string address) => address.Replace("{proposal}", Proposal.ToString(), StringComparison.Ordinal).Replace("{decision}", Decision.ToString(), StringComparison.Ordinal)
        .Replace("{work}", Work.ToString(), StringComparison.Ordinal).Replace("{key}", Services.GetRequiredService<Issuers>().Find("CB-DIGITAL")!.Value.Key.KeyId, StringComparison.Ordinal)
        .Replace("{batch}", Batch.ToString(), StringComparison.Ordinal).Replace("{credential}", Prepared.Sample.Split('/')[^1], StringComparison.Ordinal);

    /// <summary>A decision on a person that waits for its credential.</summary>
    public async Task<Guid> WaitingAsync(Guid person)
    {
        var (result, completion) = (Guid.NewGuid(), Guid.NewGuid());
        await CallAsync("examiner", HttpMethod.Put, $"/api/results/{result}", DemoLedger.ResultBody(person));
        await CallAsync("training-officer", HttpMethod.Put, $"/api/completions/{completion}", DemoLedger.CompletionBody(person));
        return await CallAsync("decider", HttpMethod.Post, "/api/decisions", DemoLedger.DecisionBody(person, [result], [completion]));
    }

    /// <summary>The credential of a decision.</summary>
    public Task<Guid> IssueAsync(Guid decision) => CallAsync("issuer", HttpMethod.Post, $"/api/decisions/{decision}/credential", new { });

    /// <summary>A new person.</summary>
    public async Task<Guid> PersonAsync(int number)
    {
        var person = Guid.NewGuid();
        await CallAsync("hr-officer", HttpMethod.Put, $"/api/people/{person}", DemoLedger.Person(number));
        return person;
    }

    /// <summary>Keep the service that issues batches from its work until this is disposed of.</summary>
    public async Task<IAsyncDisposable> HoldBatchesAsync()
    {
        // Not of a pool, so that closing it lets go.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select pg_advisory_lock({BatchService.Lock})", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task DecideAsync()
    {
        Decision = await WaitingAsync(await PersonAsync(7001));
        await CallAsync("issuer", HttpMethod.Put, $"/api/batches/{Batch}", new { decisions = new[] { Guid.NewGuid() } });
    }

    private Task Propose() => CallAsync("coordinator-ega", HttpMethod.Put, $"/api/agreement/amendments/{Proposal}",
        new { text = "ให้ สพร. ดูแลคลังหลักสูตรกลาง\nและรายงานต่อทั้งสามฝ่ายทุกปี", changes = new[] { new { clause = "2.2.9", change = "granted", party = "EGA", textTh = "ดูแลคลังหลักสูตรกลาง", textEn = "Keep the common course library" } } });

    /// <summary>Do something by the API, as a persona; gives the stream.</summary>
    public async Task<Guid> CallAsync(string persona, HttpMethod method, string path, object body)
    {
        using var api = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        await new PersonaTokens(api).Authorize(request, persona, default);
        using var answer = await api.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<Receipt>())!.Id;
    }
}
