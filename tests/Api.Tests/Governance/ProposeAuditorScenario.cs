using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class ProposeAuditorScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task An_auditor_is_appointed_by_all_three_and_sees_it_in_their_own_timeline()
    {
        var person = await ledger.PersonAsync(3001);
        var id = await ledger.ProposesOnceAsync("auditors", new { person, from = "2026-01-01" }, new { person, from = "2026-01-02" });
        (await ledger.ProposeAsync("ega", "auditors", Guid.NewGuid(), new { person = Guid.NewGuid(), from = "2026-01-01" })).ShouldRefuse(404, "person.missing");
        (await ledger.ProposeAsync("ega", "auditors", Guid.NewGuid(), new { person = "d0000000-0000-4000-8000-0000000000b1", from = "2026-01-01" })).ShouldRefuse(409, "auditor.represents");
        await ledger.SignAllAsync(id);
        (await ledger.ProposeAsync("ega", "auditors", Guid.NewGuid(), new { person, from = "2026-01-01" })).ShouldRefuse(409, "auditor.already-appointed");
        var timeline = await ledger.Host.GetAsync("hr-officer", $"/api/people/{person}/timeline");
        timeline.Text.ShouldContain("auditor-appointed");
    }
}
