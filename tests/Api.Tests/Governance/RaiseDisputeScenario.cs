using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class RaiseDisputeScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task A_difficulty_is_raised_once()
    {
        var path = $"/api/agreement/disputes/{Guid.NewGuid()}";
        (await ledger.Host.PutAsync("hr-officer", path, new { title = "ค่าใช้จ่าย", text = "ใคร" })).ShouldRefuse(403, "identity.duty-missing");
        (await ledger.Host.PutAsync("coordinator-ega", path, new { title = "", text = "ใคร" })).ShouldRefuse(422, "dispute.bad-text");
        (await ledger.Host.PutAsync("coordinator-ega", path, new { title = "ค่าใช้จ่าย", text = "ใคร" })).ShouldRecord(1);
        (await ledger.Host.PutAsync("coordinator-ega", path, new { title = "ค่าใช้จ่าย", text = "ใคร" })).ShouldRecord(0);
        (await ledger.Host.PutAsync("coordinator-ega", path, new { title = "ค่าใช้จ่าย", text = "อื่น" })).ShouldRefuse(409, "dispute.already-raised");
    }
}
