using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class EnterSystemScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    private static object Body(string client = "agency-hr-system", string organisation = "OCSC") =>
        new { organisation, issuer = "http://localhost/", client, nameTh = "ระบบทรัพยากรบุคคลตัวอย่าง", nameEn = "Sample HR system" };

    [Fact]
    public async Task A_system_is_entered_once_and_does_what_it_is_appointed_to()
    {
        (await host.PostAsync("hr-officer", "/api/systems", Body())).ShouldRefuse(403, "identity.duty-missing");
        (await host.PostAsync("agency-accreditor", "/api/systems", Body(organisation: "XYZ"))).ShouldRefuse(422, "system.unknown-organisation");
        var system = (await host.PostAsync("agency-accreditor", "/api/systems", Body())).ShouldRecord(1).Id;
        (await host.PostAsync("agency-accreditor", "/api/systems", Body())).ShouldRecord(0);
        (await host.PostAsync("agency-accreditor", "/api/systems", Body(organisation: "TPQI"))).ShouldRefuse(409, "system.already-entered");
        (await host.GetAsync("newcomer", $"/api/systems/{system}")).Json.GetProperty("client").GetString().ShouldBe("agency-hr-system");
        (await host.GetAsync("newcomer", $"/api/systems/{Guid.NewGuid()}")).ShouldRefuse(404, "system.missing");

        (await host.PutAsync("agency-hr-system", $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(7001))).ShouldRefuse(403, "identity.duty-missing");
        (await host.PutAsync("representative-ocsc", $"/api/appointments/{Guid.NewGuid()}", Organisations.Appointment("keep-persons", system))).ShouldRecord(1);
        (await host.PutAsync("agency-hr-system", $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(7001))).ShouldRecord(1);
    }
}
