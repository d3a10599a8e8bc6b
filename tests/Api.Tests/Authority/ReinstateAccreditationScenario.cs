using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class ReinstateAccreditationScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly object Body = new { reference = "สคช. 0102/1234" };

    [Fact]
    public async Task A_reinstated_body_lends_its_duties_again()
    {
        var path = await host.AccreditedAsync("CB-R");
        await host.AppointedAsync("CB-R", "declare-results");
        (await host.PostAsync("accreditor", $"{path}/suspension", Body)).ShouldRecord(1);
        (await host.PostAsync("newcomer", $"{path}/reinstatement", Body)).ShouldRefuse(403, "identity.duty-missing");
        (await host.PostAsync("accreditor", $"{path}/reinstatement", Body)).ShouldRecord(1);
        (await host.PostAsync("accreditor", $"{path}/reinstatement", Body)).ShouldRecord(0);
        (await host.ForWhomAsync("newcomer", "declare-results")).ShouldBe(["CB-R"]);
    }
}
