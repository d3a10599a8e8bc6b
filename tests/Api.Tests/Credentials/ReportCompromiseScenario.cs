using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class ReportCompromiseScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_stolen_key_signs_nothing_more_and_what_is_not_proven_to_be_earlier_counts_no_more()
    {
        var held = await demo.Host.HeldAsync("CB-DIGITAL");
        var decision = await demo.DecisionAsync(71);
        var document = await demo.Host.GetAsync("auditor", $"/api/credentials/{demo.Credential}/document");
        (await Overall(document.Text)).ShouldBe("valid");

        var (path, body) = ($"/api/signing-keys/{held.Key}/compromise", new { from = SigningKeys.Day(0), reference = "CB-DIGITAL 7/2569" });
        (await demo.Host.PostAsync("issuer", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("decider-rsa", path, body)).ShouldRefuse(403, "signing-key.other-organisation");
        (await demo.Host.PostAsync("revoker", path, body with { reference = "" })).ShouldRefuse(422, "signing-key.bad-reference");
        (await demo.Host.PostAsync("revoker", path, body with { from = SigningKeys.Day(2) })).ShouldRefuse(422, "signing-key.compromise-in-future");
        (await demo.Host.PostAsync("revoker", path, body)).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", path, body)).ShouldRecord(0);
        (await demo.Host.PostAsync("revoker", path, body with { reference = "CB-DIGITAL 8/2569" })).ShouldRefuse(409, "signing-key.compromise-only-earlier");
        (await demo.Host.PostAsync("accreditor", path, body with { from = SigningKeys.Day(-30) })).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", $"/api/signing-keys/{SigningKeys.Some()}/compromise", body)).ShouldRefuse(404, "signing-key.missing");

        (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRefuse(409, "signing-key.compromised");
        await demo.Host.ToldAsync("CB-DIGITAL", k => k.KeyId == held.Key && k.CompromisedFrom is not null);
        (await Overall(document.Text)).ShouldNotBe("valid");
        (await demo.Host.PostAsync("decider-rsa", $"/api/signing-keys/{(await demo.Host.HeldAsync("CB-SERVICE")).Key}/end", new { from = SigningKeys.Day(2) })).ShouldRecord(1);
    }

    private async Task<string> Overall(string document) => (await demo.Host.PostAsync("", "/api/verify", new StringContent(document))).Json.GetProperty("overall").GetString()!;
}
