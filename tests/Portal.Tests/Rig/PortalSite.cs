using System.Net.Http.Json;
using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

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

    private async Task Propose()
    {
        using var api = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/agreement/amendments/{Proposal}");
        request.Content = JsonContent.Create(new { text = "ให้ สพร. ดูแลคลังหลักสูตรกลาง\nและรายงานต่อทั้งสามฝ่ายทุกปี", changes = new[] { new { clause = "2.2.9", change = "granted", party = "EGA", textTh = "ดูแลคลังหลักสูตรกลาง", textEn = "Keep the common course library" } } });
        await new PersonaTokens(api).Authorize(request, "coordinator-ega", default);
        using var answer = await api.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
