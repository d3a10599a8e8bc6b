using Alba;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;

namespace CredentialLedger.Api.Tests.Http;

/// <summary>A development identity is worth nothing outside the Development environment, even where the settings list it.</summary>
public sealed class DevelopmentIdentityTests(ProductionLedger ledger) : IClassFixture<ProductionLedger>
{
    private async Task<(int Status, string Text)> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var client = ledger.App.Server.CreateClient();
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add(DevelopmentIdentity.Header, "hr-officer");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/frameworks")]
    [InlineData("/api/people/b0000000-0000-4000-8000-000000000001")]
    [InlineData("/api/people/b0000000-0000-4000-8000-000000000001/profile")]
    [InlineData("/api/credentials/b0000000-0000-4000-8000-000000000001/document")]
    public async Task Nobody_reads(string path)
    {
        var (status, text) = await SendAsync(HttpMethod.Get, path);
        status.ShouldBe(401, text);
        text.ShouldContain("identity.unknown");
    }

    [Fact]
    public async Task Nobody_records_and_nothing_is_recorded()
    {
        var id = Guid.NewGuid();
        (await SendAsync(HttpMethod.Put, $"/api/people/{id}", System.Net.Http.Json.JsonContent.Create(DemoLedger.Person(1)))).Status.ShouldBe(401);
        (await SendAsync(HttpMethod.Post, "/api/imports/people", new StringContent("name_th,national_id\n", System.Text.Encoding.UTF8, "text/csv"))).Status.ShouldBe(401);
        (await SendAsync(HttpMethod.Post, $"/api/decisions/{id}/credential")).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/api/trust")]
    [InlineData("/openapi/v1.json")]
    public async Task What_is_public_answers_anybody(string path) => (await SendAsync(HttpMethod.Get, path)).Status.ShouldBe(200);

    [Fact]
    public async Task Anybody_verifies()
    {
        var (status, text) = await SendAsync(HttpMethod.Post, "/api/verify", new ByteArrayContent("<x/>"u8.ToArray()));
        status.ShouldBe(200, text);
        text.ShouldContain("\"invalid\"");
    }
}

/// <summary>The application in the Production environment, with the identities of a development ledger left in its settings.</summary>
public sealed class ProductionLedger : IAsyncLifetime
{
    private readonly LedgerHost development = new();

    /// <summary>The running application.</summary>
    public IAlbaHost App { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await development.InitializeAsync();
        App = await LedgerHost.StartAsync(development.ConnectionString, development.Folder, "Production", b => b
            .UseSetting("Development:Identities:0:Name", "hr-officer")
            .UseSetting("Development:Identities:0:Person", "d0000000-0000-4000-8000-000000000002")
            .UseSetting("Development:Identities:0:Organisation", "OCSC")
            .UseSetting("Development:Identities:0:Duties:0", "keep-persons")
            .UseSetting("Development:Identities:0:Duties:1", "read-records"));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await development.DisposeAsync();
    }
}
