using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.SignIn.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>Outside Development nobody is let in on their word, whatever the settings say.</summary>
public sealed class ProductionTests(ProductionLedger ledger) : IClassFixture<ProductionLedger>
{
    // Known to the ledger, and appointed to nothing.
    private string Newcomer => ledger.Provider.Token(claims: c => c["sub"] = "d0000000-0000-4000-8000-0000000000f4");

    private async Task<(int Status, string Text)> SendAsync(HttpMethod method, string path, string? token = null, HttpContent? content = null)
    {
        using var client = ledger.App.Server.CreateClient();
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/people/b0000000-0000-4000-8000-000000000001")]
    [InlineData("/api/people/b0000000-0000-4000-8000-000000000001/profile")]
    [InlineData("/api/credentials/b0000000-0000-4000-8000-000000000001/document")]
    public async Task Nobody_reads_by_the_settings_of_a_development_ledger(string path)
    {
        (await SendAsync(HttpMethod.Get, path)).Status.ShouldBe(401);
        (await SendAsync(HttpMethod.Get, path, Newcomer)).Text.ShouldContain("identity.duty-missing");
    }

    [Fact]
    public async Task Nobody_records()
    {
        (await ledger.PutAsync(Newcomer)).Status.ShouldBe(403);
        (await SendAsync(HttpMethod.Post, "/api/imports/people", Newcomer, new StringContent("name_th,national_id\n", System.Text.Encoding.UTF8, "text/csv"))).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData(EmbeddedProvider.Authorize)]
    [InlineData(EmbeddedProvider.Token)]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/.well-known/jwks")]
    public async Task There_is_no_embedded_provider(string path) => (await SendAsync(HttpMethod.Get, path)).Status.ShouldBe(404);

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/api/trust")]
    [InlineData("/openapi/v1.json")]
    public async Task What_is_public_answers_anybody(string path) => (await SendAsync(HttpMethod.Get, path)).Status.ShouldBe(200);

    [Fact]
    public async Task Anybody_verifies()
    {
        var (status, text) = await SendAsync(HttpMethod.Post, "/api/verify", content: new ByteArrayContent("<x/>"u8.ToArray()));
        status.ShouldBe(200, text);
        text.ShouldContain("\"invalid\"");
    }

    [Theory]
    [InlineData("Production", "Embedded=true", "sign-in.embedded-outside-development")]
    [InlineData("Staging", "Embedded=true", "sign-in.embedded-outside-development")]
    [InlineData("Production", "", "sign-in.no-authority")]
    [InlineData("Development", "", "sign-in.no-authority")]
    [InlineData("Production", "Authority=http://idp.example", "sign-in.authority-not-https")]
    [InlineData("Production", "Authority=idp.example", "sign-in.authority-not-https")]
    [InlineData("Development", "Embedded=true;Authority=https://idp.example", "sign-in.two-providers")]
    [InlineData("Production", "Authority=https://idp.example;PersonClaimKind=email", "sign-in.unknown-claim-kind")]
    [InlineData("Production", "Authority=https://idp.example", null)]
    [InlineData("Development", "Embedded=true", null)]
    public void A_ledger_into_which_nobody_could_sign_in_safely_does_not_start(string environment, string settings, string? code)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => KeyValuePair.Create($"SignIn:{s.Split('=')[0]}", (string?)s.Split('=')[1]))).Build();
        void Start() => SignInSettings.RequireUsable(configuration, new HostingEnvironment { EnvironmentName = environment }, []);
        if (code is null) Should.NotThrow(Start);
        else Should.Throw<HostingProblem>(Start).Code.ShouldBe(code);
    }

    [Fact]
    public void The_embedded_provider_itself_refuses_to_be_used_outside_Development() =>
        Should.Throw<HostingProblem>(() => new ServiceCollection().AddEmbeddedProvider(new HostingEnvironment { EnvironmentName = "Production" })).Code.ShouldBe("sign-in.embedded-outside-development");
}
