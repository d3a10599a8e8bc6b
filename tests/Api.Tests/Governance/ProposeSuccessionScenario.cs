using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class ProposeSuccessionScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    private static object Becomes(string code) => new { former = "EGA", code, nameTh = "สำนักงานพัฒนารัฐบาลดิจิทัล", nameEn = "DGA", instrument = new { title = "พระราชกฤษฎีกา", reference = "RG 135", inForceOn = "2018-05-14" } };

    [Fact]
    public async Task A_party_succeeded_by_law_keeps_its_mandates_and_its_former_name()
    {
        (await ledger.ProposeAsync("ega", "successions", Guid.NewGuid(), Becomes("TPQI"))).ShouldRefuse(409, "succession.code-taken");
        await ledger.SignAllAsync(await ledger.ProposesOnceAsync("successions", Becomes("DGA"), Becomes("DGX")));
        var agreement = (await ledger.Host.GetAsync("", "/api/agreement")).Json;
        var party = agreement.GetProperty("parties")[1];
        (party.GetProperty("code").GetString(), party.GetProperty("former")[0].GetProperty("code").GetString()).ShouldBe(("DGA", "EGA"));
        agreement.GetProperty("mandates").EnumerateArray().Count(m => m.GetProperty("party").GetString() == "DGA").ShouldBe(8);
    }
}
