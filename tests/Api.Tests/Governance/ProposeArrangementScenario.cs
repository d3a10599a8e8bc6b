using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class ProposeArrangementScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    private static object Bearing(string bearer) => new { reference = "NR 1", cost = new { bearer, clause = "2.2.5" } };

    [Fact]
    public async Task A_cost_and_a_work_are_arranged_by_all_three()
    {
        await ledger.SignAllAsync(await ledger.ProposesOnceAsync("arrangements", Bearing("OCSC"), Bearing("TPQI")));
        var work = new { work = Guid.NewGuid(), owners = new[] { new { party = "OCSC", perMille = 400 }, new { party = "TPQI", perMille = 600 } }, manager = "TPQI" };
        var id = Guid.NewGuid();
        (await ledger.ProposeAsync("ega", "arrangements", id, new { reference = "NR 2", work })).ShouldRecord(1);
        await ledger.SignAllAsync(id);
        (await ledger.ProposeAsync("ega", "arrangements", Guid.NewGuid(), new { reference = "NR 3" })).ShouldRefuse(422, "arrangement.unclear");
        (await ledger.ProposeAsync("ega", "arrangements", Guid.NewGuid(), Bearing("CB-DIGITAL"))).ShouldRefuse(422, "agreement.no-party");
    }
}
