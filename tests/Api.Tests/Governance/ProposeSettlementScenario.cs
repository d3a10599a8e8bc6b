using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class ProposeSettlementScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task A_dispute_that_all_three_considered_is_settled_by_all_three()
    {
        var dispute = Guid.NewGuid();
        (await ledger.Host.PutAsync("coordinator-tpqi", $"/api/agreement/disputes/{dispute}", new { title = "ค่าใช้จ่าย", text = "ใครรับผิดชอบ" })).ShouldRecord(1);
        (await ledger.ProposeAsync("ega", "settlements", Guid.NewGuid(), new { dispute, text = "แบ่งกัน" })).ShouldRefuse(409, "settlement.not-considered");
        foreach (var party in FoundedLedger.Parties) (await ledger.Host.PostAsync($"coordinator-{party}", $"/api/agreement/disputes/{dispute}/consideration", new { view = "แบ่งกัน" })).ShouldRecord(1);
        var id = await ledger.ProposesOnceAsync("settlements", new { dispute, text = "แบ่งกัน" }, new { dispute, text = "ไม่แบ่ง" });
        await ledger.SignAllAsync(id);
        (await ledger.Host.GetAsync("auditor", "/api/agreement/disputes")).Json[0].GetProperty("settledBy").GetGuid().ShouldBe(id);
        (await ledger.ProposeAsync("ega", "settlements", Guid.NewGuid(), new { dispute, text = "แบ่งกัน" })).ShouldRefuse(409, "dispute.settled");
    }
}
