using System.Net.Http.Json;
using System.Security.Cryptography;
using Alba;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;

namespace CredentialLedger.Api.Tests.SignIn;

/// <summary>A ledger that trusts a <see cref="FakeProvider"/>.</summary>
public class FakeProviderLedger : IAsyncLifetime
{
    /// <summary>The same database with the embedded provider.</summary>
    public LedgerHost Host { get; } = new();

    /// <summary>The provider.</summary>
    public FakeProvider Provider { get; } = new();

    /// <summary>The running application.</summary>
    public IAlbaHost App { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Host.InitializeAsync();
        App = await LedgerHost.StartAsync(Host.ConnectionString, Host.Folder, Environment, b =>
        {
            Provider.Configure(b);
            b.UseSetting("Ledger:LogOrigin", "credentialledger.example/development"); // the log that this ledger has already
            Configure(b);
        });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Host.DisposeAsync();
    }

    /// <summary>Register a made-up person with a token of the provider's.</summary>
    public async Task<(int Status, string Text, string Challenge)> PutAsync(string token)
    {
        using var client = App.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/people/{Guid.NewGuid()}") { Content = JsonContent.Create(DemoLedger.Person(RandomNumberGenerator.GetInt32(1_000_000))) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.WwwAuthenticate.ToString());
    }

    private protected virtual string Environment => "Development";

    private protected virtual void Configure(IWebHostBuilder ledger)
    {
    }
}

/// <summary>The same in the Production environment, with what a development ledger allows left in its settings.</summary>
public sealed class ProductionLedger : FakeProviderLedger
{
    private protected override string Environment => "Production";

    private protected override void Configure(IWebHostBuilder ledger) => ledger
        .UseSetting("SignIn:Personas:0:Name", "hr-officer")
        .UseSetting("SignIn:Personas:0:Person", "d0000000-0000-4000-8000-000000000002")
        .UseSetting("SignIn:Personas:0:LabelTh", "ก")
        .UseSetting("SignIn:Personas:0:LabelEn", "A");
}

/// <summary>The same with a provider that names people by national id, as ThaID does; the person of <see cref="NationalId"/> keeps persons.</summary>
public sealed class NationalIdLedger : FakeProviderLedger
{
    /// <summary>The person's id.</summary>
    public static readonly Guid Person = new("a1000000-0000-4000-8000-000000000001");

    /// <summary>The national id of a person who may act.</summary>
    public static readonly string NationalId = DemoLedger.NationalId(2_000_001);

    private protected override void Configure(IWebHostBuilder ledger) => ledger
        .UseSetting("SignIn:PersonClaim", "pid").UseSetting("SignIn:PersonClaimKind", "national-id");
}
