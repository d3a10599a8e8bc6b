using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Governance;

public sealed class ProposeAuditorDismissalScenario(FoundedLedger ledger) : IClassFixture<FoundedLedger>
{
    [Fact]
    public async Task An_auditor_is_dismissed_by_all_three()
    {
        var (person, other) = (await ledger.PersonAsync(3002), await ledger.PersonAsync(3003));
        foreach (var auditor in new[] { person, other })
        {
            var appointment = Guid.NewGuid();
            (await ledger.ProposeAsync("tpqi", "auditors", appointment, new { person = auditor, from = "2026-01-01" })).ShouldRecord(1);
            await ledger.SignAllAsync(appointment);
        }
        var id = await ledger.ProposesOnceAsync("auditor-dismissals", new { person }, new { person = other });
        await ledger.SignAllAsync(id);
        (await ledger.ProposeAsync("ega", "auditor-dismissals", Guid.NewGuid(), new { person })).ShouldRefuse(409, "auditor.not-appointed");
    }
}
