using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class CeaseSigningKeyScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task A_key_ends_by_its_body_or_by_the_party_that_answers_for_all_bodies()
    {
        var (one, other) = (SigningKeys.Some(), SigningKeys.Some());
        foreach (var key in (string[])[one, other]) (await host.PutAsync("revoker", $"/api/signing-keys/{key}", SigningKeys.Body)).ShouldRecord(1);
        var (path, body) = ($"/api/signing-keys/{one}/end", new { from = SigningKeys.Day(2) });
        (await host.PostAsync("issuer", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await host.PostAsync("decider-rsa", path, body)).ShouldRefuse(403, "signing-key.other-organisation");
        (await host.PostAsync("revoker", path, body with { from = SigningKeys.Day(-1) })).ShouldRefuse(422, "signing-key.end-too-early");
        (await host.PostAsync("revoker", path, body)).ShouldRecord(1);
        (await host.PostAsync("revoker", path, body)).ShouldRecord(0);
        (await host.PostAsync("accreditor", $"/api/signing-keys/{other}/end", body)).ShouldRecord(1);
        (await host.PostAsync("revoker", $"/api/signing-keys/{SigningKeys.Some()}/end", body)).ShouldRefuse(404, "signing-key.missing");
        await host.ToldAsync("CB-DIGITAL", k => k.KeyId == one && k.ValidUntil is not null);
    }
}
