using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Authority;

public sealed class AccreditOrganisationScenario(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task An_organisation_is_accredited_once_by_the_party_that_holds_the_mandate()
    {
        var path = Organisations.PathOf("CB-NEW");
        (await host.PutAsync("hr-officer", path, Organisations.Body())).ShouldRefuse(403, "identity.duty-missing");
        (await host.PutAsync("agency-accreditor", path, Organisations.Body())).ShouldRefuse(403, "accreditation.outside-mandate");
        (await host.PutAsync("accreditor", path, Organisations.Body(duties: "keep-persons"))).ShouldRefuse(422, "accreditation.bad-scope");
        (await host.PutAsync("accreditor", Organisations.PathOf("EGA"), Organisations.Body())).ShouldRefuse(422, "accreditation.is-party");
        (await host.PutAsync("accreditor", path + "s", Organisations.Body())).ShouldRefuse(404, "accreditation.missing");
        (await host.PutAsync("accreditor", path, Organisations.Body())).ShouldRecord(1);
        (await host.PutAsync("accreditor", path, Organisations.Body())).ShouldRecord(0);
        (await host.PutAsync("accreditor", path, Organisations.Body(name: "Another"))).ShouldRefuse(409, "accreditation.already-granted");

        var shown = (await host.GetAsync("newcomer", "/api/organisations/CB-NEW")).Json.GetProperty("accreditations")[0];
        (shown.GetProperty("party").GetString(), shown.GetProperty("clause").GetString(), shown.GetProperty("inForce").GetBoolean()).ShouldBe(("TPQI", "2.3.3", true));
        (await host.GetAsync("newcomer", "/api/organisations/NOBODY")).ShouldRefuse(404, "accreditation.missing");
    }
}
