using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class RotateSigningKeyScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task A_key_gives_way_to_another_from_tomorrow_on()
    {
        var (key, next) = (SigningKeys.Some(), SigningKeys.Some());
        (await host.PutAsync("revoker", $"/api/signing-keys/{key}", SigningKeys.Body)).ShouldRecord(1);
        var (path, body) = ($"/api/signing-keys/{key}/rotation", new { successor = next, from = SigningKeys.Day(2) });
        (await host.PostAsync("issuer", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await host.PostAsync("revoker", path, body)).ShouldRefuse(409, "signing-key.bad-successor");
        (await host.PutAsync("revoker", $"/api/signing-keys/{next}", SigningKeys.Body)).ShouldRecord(1);
        (await host.PostAsync("decider-rsa", path, body)).ShouldRefuse(403, "signing-key.other-organisation");
        (await host.PostAsync("revoker", path, body with { from = SigningKeys.Day(-1) })).ShouldRefuse(422, "signing-key.end-too-early");
        (await host.PostAsync("revoker", path, body)).ShouldRecord(1);
        (await host.PostAsync("revoker", path, body)).ShouldRecord(0);
        (await host.PostAsync("revoker", path, body with { from = SigningKeys.Day(3) })).ShouldRefuse(409, "signing-key.ended");
        (await host.PostAsync("revoker", $"/api/signing-keys/{SigningKeys.Some()}/rotation", body)).ShouldRefuse(404, "signing-key.missing");

        var midnight = new DateTimeOffset(body.from, TimeOnly.MinValue, TimeSpan.FromHours(7));
        await host.ToldAsync("CB-DIGITAL", k => k.KeyId == key && k.ValidUntil == midnight);
        await host.ToldAsync("CB-DIGITAL", k => k.KeyId == next && k.ValidUntil is null);
    }
}
