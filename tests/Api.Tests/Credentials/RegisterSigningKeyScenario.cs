using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class RegisterSigningKeyScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task The_key_that_the_ledger_holds_is_registered_and_verifiers_are_told()
    {
        (await host.TrustedAsync("CB-DIGITAL")).ShouldBeEmpty();
        var held = await host.HeldAsync("CB-DIGITAL");
        var (path, body) = ($"/api/signing-keys/{held.Key}", new { algorithm = held.Algorithm, certificate = held.Certificate });
        (await host.PutAsync("issuer", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await host.PutAsync("revoker", "/api/signing-keys/AAAA", body)).ShouldRefuse(422, "signing-key.bad-key");
        (await host.PutAsync("revoker", path, new { body.algorithm, body.certificate, from = "2026-01-01" })).ShouldRefuse(422, "signing-key.backdated");
        (await host.PutAsync("revoker", path, body)).ShouldRecord(1);
        (await host.PutAsync("revoker", path, body)).ShouldRecord(0);
        (await host.PutAsync("revoker", path, body with { certificate = new string('0', 64) })).ShouldRefuse(409, "signing-key.already-registered");
        (await host.PutAsync("decider-rsa", path, body)).ShouldRefuse(409, "signing-key.already-registered");

        await host.ToldAsync("CB-DIGITAL", k => k.KeyId == held.Key);
        var shown = (await host.GetAsync("newcomer", "/api/signing-keys")).Json.GetProperty("registered").EnumerateArray().Single(k => k.GetProperty("key").GetString() == held.Key);
        (shown.GetProperty("organisation").GetString(), shown.GetProperty("algorithm").GetString()).ShouldBe(("CB-DIGITAL", "ecdsa"));
    }

    [Fact]
    public async Task A_key_that_somebody_wrote_into_the_table_is_nobody_s()
    {
        var key = SigningKeys.Some();
        (await host.PutAsync("decider-rsa", $"/api/signing-keys/{key}", SigningKeys.Body)).ShouldRecord(1);
        await host.ToldAsync("CB-SERVICE", k => k.KeyId == key);
        await host.TamperAsync($"update ledger.mt_events set data = jsonb_set(data, '{{organisation}}', '\"CB-DIGITAL\"') where data ->> 'key' = '{key}'");
        await Eventually.BeAsync(async () => (await host.TrustedAsync("CB-SERVICE")).Any(k => k.KeyId == key), false);
        (await host.TrustedAsync("CB-DIGITAL")).ShouldNotContain(k => k.KeyId == key);
    }
}
