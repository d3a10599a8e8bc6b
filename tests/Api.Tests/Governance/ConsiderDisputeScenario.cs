using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class ConsiderDisputeScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task Each_party_says_once_how_it_sees_a_dispute()
    {
        var dispute = Guid.NewGuid();
        var path = $"/api/agreement/disputes/{dispute}/consideration";
        (await ledger.Host.PostAsync("coordinator-ega", path, new { view = "แบ่งกัน" })).ShouldRefuse(404, "dispute.missing");
        (await ledger.Host.PutAsync("coordinator-tpqi", $"/api/agreement/disputes/{dispute}", new { title = "ค่าใช้จ่าย", text = "ใคร" })).ShouldRecord(1);
        (await ledger.Host.PostAsync("hr-officer", path, new { view = "แบ่งกัน" })).ShouldRefuse(403, "identity.duty-missing");
        (await ledger.Host.PostAsync("coordinator-ega", path, new { view = "แบ่งกัน" })).ShouldRecord(1);
        (await ledger.Host.PostAsync("coordinator-ega", path, new { view = "แบ่งกัน" })).ShouldRecord(0);
        (await ledger.Host.PostAsync("coordinator-ega", path, new { view = "ไม่แบ่ง" })).ShouldRefuse(409, "dispute.already-considered");
        (await ledger.Host.GetAsync("auditor", "/api/agreement/disputes")).Json[0].GetProperty("views").GetArrayLength().ShouldBe(1);
    }
}
