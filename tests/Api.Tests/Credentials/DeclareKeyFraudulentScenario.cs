using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class DeclareKeyFraudulentScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task Nothing_counts_that_a_fraudulent_key_signed_and_it_signs_nothing_more()
    {
        var held = await demo.Host.HeldAsync("CB-DIGITAL");
        var decision = await demo.DecisionAsync(81);
        var document = await demo.Host.GetAsync("auditor", $"/api/credentials/{demo.Credential}/document");
        var (path, body) = ($"/api/signing-keys/{held.Key}/fraud", new { reference = "สคช. 0102/78" });
        (await demo.Host.PostAsync("issuer", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("revoker", path, body)).ShouldRefuse(403, "signing-key.by-mandate-only");
        (await demo.Host.PostAsync("accreditor", path, body with { reference = "" })).ShouldRefuse(422, "signing-key.bad-reference");
        (await demo.Host.PostAsync("accreditor", $"/api/signing-keys/{SigningKeys.Some()}/fraud", body)).ShouldRefuse(404, "signing-key.missing");
        (await demo.Host.PostAsync("accreditor", path, body)).ShouldRecord(1);
        (await demo.Host.PostAsync("accreditor", path, body)).ShouldRecord(0);
        (await demo.Host.PostAsync("accreditor", path, body with { reference = "สคช. 0102/79" })).ShouldRefuse(409, "signing-key.fraudulent");

        (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRefuse(409, "signing-key.fraudulent");
        await demo.Host.ToldAsync("CB-DIGITAL", k => k.KeyId == held.Key && k.IsFraudulent);
        var verdict = await demo.Host.PostAsync("", "/api/verify", new StringContent(document.Text));
        verdict.Json.GetProperty("overall").GetString().ShouldBe("invalid");
        verdict.Text.ShouldContain("key.fraudulent");
        (await demo.Host.GetAsync("", "/issuers/CB-DIGITAL/jwks.json")).Text.ShouldNotContain(held.Key);
        (await demo.Host.GetAsync("newcomer", "/api/signing-keys")).Json.GetProperty("registered").EnumerateArray().Single(k => k.GetProperty("key").GetString() == held.Key).GetProperty("fraudulent").GetBoolean().ShouldBeTrue();
    }
}
