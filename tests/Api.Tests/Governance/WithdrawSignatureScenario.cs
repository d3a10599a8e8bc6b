using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class WithdrawSignatureScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task A_signature_is_taken_back_until_the_third_is_given()
    {
        var id = Guid.NewGuid();
        (await ledger.ProposeAsync("ega", "terminations", id, new { endsOn = "2099-01-01" })).ShouldRecord(1);
        var path = $"/api/agreement/proposals/{id}/signature/withdrawal";
        (await ledger.Host.PostAsync("representative-ega", path)).ShouldRefuse(409, "proposal.not-signed");
        (await ledger.SignAsync("ega", id)).ShouldRecord(1);
        (await ledger.Host.PostAsync("coordinator-ega", path)).ShouldRefuse(403, "identity.duty-missing");
        (await ledger.Host.PostAsync("representative-ega", path)).ShouldRecord(1);
        (await ledger.Host.PostAsync("representative-ega", path)).ShouldRecord(0);
        await ledger.SignAllAsync(id);
        (await ledger.Host.PostAsync("representative-ega", path)).ShouldRefuse(409, "proposal.in-effect");
    }
}
