using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class SuspendAccreditationScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly object Body = new { reference = "สคช. 0102/1234" };

    [Fact]
    public async Task Whoever_a_suspended_body_appointed_winds_up_and_does_nothing_else()
    {
        var path = await host.AccreditedAsync("CB-S");
        await host.AppointedAsync("CB-S", "declare-results");
        await host.AppointedAsync("CB-S", "revoke-credentials");
        (await host.ForWhomAsync("newcomer", "declare-results")).ShouldBe(["CB-S"]);

        (await host.PostAsync("head-agency", $"{path}/suspension", Body)).ShouldRefuse(403, "identity.duty-missing");
        (await host.PostAsync("agency-accreditor", $"{path}/suspension", Body)).ShouldRefuse(403, "accreditation.outside-mandate");
        (await host.PostAsync("accreditor", $"{path}/suspension", new { reference = "" })).ShouldRefuse(422, "accreditation.bad-reference");
        (await host.PostAsync("accreditor", $"{path}/suspension", Body)).ShouldRecord(1);
        (await host.PostAsync("accreditor", $"{path}/suspension", Body)).ShouldRecord(0);
        (await host.ForWhomAsync("newcomer", "declare-results")).ShouldBeEmpty();
        (await host.ForWhomAsync("newcomer", "revoke-credentials")).ShouldBe(["CB-S"]);
    }
}
