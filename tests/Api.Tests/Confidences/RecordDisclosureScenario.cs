using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Confidences;

public sealed class RecordDisclosureScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static object Body(string recipient = "EGA", string purpose = "วางแผนหลักสูตร", DateOnly? on = null) =>
        new { recipient, purpose, disclosedOn = on ?? TimeProvider.System.ThaiToday() };

    [Fact]
    public async Task A_disclosure_under_the_owners_consent_is_recorded_once_and_any_other_is_refused()
    {
        var path = $"/api/confidences/{Guid.NewGuid()}";
        var disclosure = $"{path}/disclosures/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", path, ClassifyInformationScenario.Body())).ShouldRecord(1);
        var today = TimeProvider.System.ThaiToday();
        (await demo.Host.PutAsync("work-officer-ocsc", disclosure, Body(on: today))).ShouldRefuse(403, "confidence.no-consent");

        (await demo.Host.PutAsync("work-officer-tpqi", $"{path}/consents/{Guid.NewGuid()}", ConsentToDisclosureScenario.Body())).ShouldRecord(1);
        today = TimeProvider.System.ThaiToday();
        (await demo.Host.PutAsync("work-officer-ocsc", disclosure, Body("OPDC", on: today))).ShouldRefuse(403, "confidence.no-consent");
        (await demo.Host.PutAsync("work-officer-ocsc", disclosure, Body(purpose: "อื่น", on: today))).ShouldRefuse(403, "confidence.no-consent");
        (await demo.Host.PutAsync("work-officer-ocsc", disclosure, Body(on: today))).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-ocsc", disclosure, Body(on: today))).ShouldRecord(0);
        (await demo.Host.PutAsync("work-officer-tpqi", disclosure, Body(on: today))).ShouldRefuse(409, "disclosure.already-recorded");
    }

    [Fact]
    public async Task A_day_to_come_unknown_information_and_a_missing_duty_are_refused()
    {
        var path = $"/api/confidences/{Guid.NewGuid()}";
        var disclosure = $"{path}/disclosures/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-ocsc", disclosure, Body())).ShouldRefuse(404, "confidence.missing");
        (await demo.Host.PutAsync("work-officer-tpqi", path, ClassifyInformationScenario.Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-ocsc", disclosure, Body(on: new(9999, 1, 1)))).ShouldRefuse(422, "disclosure.in-future");
        (await demo.Host.PutAsync("issuer", disclosure, Body())).ShouldRefuse(403, "identity.duty-missing");
    }
}
