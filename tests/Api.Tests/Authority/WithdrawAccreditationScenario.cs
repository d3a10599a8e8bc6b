using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class WithdrawAccreditationScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static readonly object Body = new { reference = "สคช. 0102/1234" };

    [Fact]
    public async Task A_withdrawal_is_for_good()
    {
        var path = await host.AccreditedAsync("CB-W");
        await host.AppointedAsync("CB-W", "declare-results");
        (await host.PostAsync("newcomer", $"{path}/withdrawal", Body)).ShouldRefuse(403, "identity.duty-missing");
        (await host.PostAsync("accreditor", $"{path}/withdrawal", Body)).ShouldRecord(1);
        (await host.PostAsync("accreditor", $"{path}/withdrawal", Body)).ShouldRecord(0);
        (await host.PostAsync("accreditor", $"{path}/reinstatement", Body)).ShouldRefuse(409, "accreditation.withdrawn");
        (await host.ForWhomAsync("newcomer", "declare-results")).ShouldBeEmpty();
        (await host.PutForAsync("head-agency", "CB-W", $"/api/appointments/{Guid.NewGuid()}", Organisations.Appointment("declare-results"))).ShouldRefuse(403, "appointment.outside-mandate");
    }
}
