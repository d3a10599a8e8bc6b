using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Issuing.Keys;

public sealed class TokenScenario(TokenLedger ledger) : IClassFixture<TokenLedger>
{
    [Fact]
    public async Task A_body_signs_in_its_token_once_the_key_is_registered_and_what_the_old_key_signed_stays_good()
    {
        var (demo, host) = (ledger.Demo, ledger.Demo.Host);
        var decision = await demo.DecisionAsync(41);
        (await host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRefuse(409, "credential.key-not-registered");

        var (key, algorithm, certificate) = await host.HeldAsync("CB-DIGITAL");
        (await host.PutAsync("revoker", $"/api/signing-keys/{key}", new { algorithm, certificate })).ShouldRecord(1);
        await host.ToldAsync("CB-DIGITAL", k => k.KeyId == key);
        var credential = (await host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1).Id;
        foreach (var shape in (string[])["xml", "ob3", "sd-jwt"])
        {
            await ShouldBeValidAsync(credential, shape);
            await ShouldBeValidAsync(demo.Credential, shape);
        }
    }

    private async Task ShouldBeValidAsync(Guid credential, string shape)
    {
        using var client = ledger.Demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await ledger.Demo.Host.App.TokenAsync("auditor");
        var document = await client.GetByteArrayAsync($"/api/credentials/{credential}/document?format={shape}");
        await Eventually.BeAsync(async () => (await ledger.Demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(document))).Json.GetProperty("overall").GetString(), "valid");
    }
}
