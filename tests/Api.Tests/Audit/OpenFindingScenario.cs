using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Audit;

public sealed class OpenFindingScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task An_auditor_takes_up_once_what_the_ledger_finds_and_nobody_else_does()
    {
        var (_, finding) = await demo.LeadAsync(81);
        var path = $"/api/findings/{finding}/review";
        (await demo.Host.PutAsync("decider", path, new { })).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PutAsync("auditor", path, new { })).ShouldRecord(1);
        (await demo.Host.PutAsync("auditor", path, new { })).ShouldRecord(0);
        (await demo.Host.PutAsync("auditor", $"/api/findings/{Guid.NewGuid()}/review", new { })).ShouldRefuse(404, "finding.missing");
        await demo.SecondAuditorAsync();
        (await demo.Host.PutAsync("newcomer", path, new { })).ShouldRefuse(409, "finding.already-opened");
    }

    [Fact]
    public async Task An_auditor_does_not_take_up_their_own_acts()
    {
        var (_, finding) = await demo.OwnLeadAsync(82);
        (await demo.Host.PutAsync("auditor", $"/api/findings/{finding}/review", new { })).ShouldRefuse(403, "finding.own-acts");
    }
}
