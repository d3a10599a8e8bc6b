using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Confidences;

public sealed class ConsentToDisclosureScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    internal static object Body(string recipient = "EGA", string until = "2199-12-31") => new { recipient, purpose = "วางแผนหลักสูตร", until, reference = "สคช. 0201/2569" };

    [Fact]
    public async Task The_owner_consents_once()
    {
        var path = $"/api/confidences/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", path, ClassifyInformationScenario.Body())).ShouldRecord(1);
        var consent = $"{path}/consents/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", consent, Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-tpqi", consent, Body())).ShouldRecord(0);
        (await demo.Host.PutAsync("work-officer-tpqi", consent, Body("OCSC"))).ShouldRefuse(409, "consent.already-given");
    }

    [Fact]
    public async Task Another_party_a_day_that_is_over_unknown_information_and_a_missing_duty_are_refused()
    {
        var path = $"/api/confidences/{Guid.NewGuid()}";
        var consent = $"{path}/consents/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", consent, Body())).ShouldRefuse(404, "confidence.missing");
        (await demo.Host.PutAsync("work-officer-tpqi", path, ClassifyInformationScenario.Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-ega", consent, Body())).ShouldRefuse(403, "confidence.not-the-owner");
        (await demo.Host.PutAsync("work-officer-tpqi", consent, Body(until: "2026-01-01"))).ShouldRefuse(422, "consent.in-past");
        (await demo.Host.PutAsync("issuer", consent, Body())).ShouldRefuse(403, "identity.duty-missing");
    }
}
