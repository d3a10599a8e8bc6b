using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class ProposeAmendmentScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    private static object Granting(string party) => new { text = "เพิ่มหน้าที่", changes = new[] { new { clause = "2.1.7", change = "granted", party, textTh = "ดูแลทะเบียน", textEn = "Keep the register" } } };

    [Fact]
    public async Task An_amendment_is_annexed_when_all_three_have_signed_it()
    {
        var id = await ledger.ProposesOnceAsync("amendments", Granting("OCSC"), Granting("EGA"));
        (await ledger.ProposeAsync("ega", "amendments", Guid.NewGuid(), Granting("CB-DIGITAL"))).ShouldRefuse(422, "mandate.no-assignment");
        await ledger.SignAllAsync(id);
        var agreement = (await ledger.Host.GetAsync("", "/api/agreement")).Json;
        agreement.GetProperty("mandates").GetArrayLength().ShouldBe(20);
        agreement.GetProperty("amendments")[0].GetProperty("number").GetInt32().ShouldBe(1);
        (await ledger.ProposeAsync("ega", "amendments", Guid.NewGuid(), Granting("TPQI"))).ShouldRefuse(409, "mandate.already-granted");
    }
}
