using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class MakeAppointmentScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task A_party_appoints_within_its_mandate_and_nobody_appoints_themself()
    {
        var path = $"/api/appointments/{Guid.NewGuid()}";
        (await host.PutAsync("newcomer", path, Organisations.Appointment("keep-schemes"))).ShouldRefuse(403, "identity.duty-missing");
        (await host.PutAsync("representative-ocsc", path, Organisations.Appointment("keep-schemes"))).ShouldRefuse(403, "appointment.outside-mandate");
        (await host.PutAsync("representative-tpqi", path, Organisations.Appointment("represent"))).ShouldRefuse(422, "appointment.not-appointable");
        (await host.PutAsync("representative-tpqi", path, Organisations.Appointment("reign"))).ShouldRefuse(422, "appointment.unknown-duty");
        (await host.PutAsync("representative-tpqi", path, Organisations.Appointment("keep-schemes", Guid.NewGuid()))).ShouldRefuse(404, "person.missing");
        (await host.PutAsync("representative-tpqi", path, Organisations.Appointment("keep-schemes", new("d0000000-0000-4000-8000-0000000000b3")))).ShouldRefuse(403, "appointment.of-oneself");
        (await host.PutAsync("representative-tpqi", path, Organisations.Appointment("keep-schemes"))).ShouldRecord(1);
        (await host.PutAsync("representative-tpqi", path, Organisations.Appointment("keep-schemes"))).ShouldRecord(0);
        (await host.PutAsync("representative-tpqi", path, Organisations.Appointment("keep-frameworks"))).ShouldRefuse(409, "appointment.already-made");
        (await host.ForWhomAsync("newcomer", "keep-schemes")).ShouldBe(["TPQI"]);
        (await host.GetAsync("newcomer", path)).Json.GetProperty("clause").GetString().ShouldBe("2.3.3");
    }

    [Fact]
    public async Task Whoever_acts_for_several_organisations_says_for_which()
    {
        await host.AccreditedAsync("CB-A");
        var path = $"/api/appointments/{Guid.NewGuid()}";
        var asked = await host.PutAsync("head-agency", path, Organisations.Appointment("read-records"));
        asked.ShouldRefuse(422, "identity.several-organisations");
        asked.Json.GetProperty("organisations").EnumerateArray().Select(o => o.GetString()).ShouldBe(["DLT", "CB-A"], ignoreOrder: true);
        (await host.PutForAsync("head-agency", "TPQI", path, Organisations.Appointment("read-records"))).ShouldRefuse(403, "identity.duty-missing");
        (await host.PutForAsync("head-agency", "CB-A", path, Organisations.Appointment("read-records"))).ShouldRecord(1);
    }
}
