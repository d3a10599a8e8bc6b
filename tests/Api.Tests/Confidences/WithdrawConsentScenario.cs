using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Confidences;

public sealed class WithdrawConsentScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly object Letter = new { reference = "สคช. 0202/2569" };

    [Fact]
    public async Task The_owner_takes_consent_back_once()
    {
        var path = $"/api/confidences/{Guid.NewGuid()}";
        var consent = $"{path}/consents/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", path, ClassifyInformationScenario.Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-tpqi", consent, ConsentToDisclosureScenario.Body())).ShouldRecord(1);
        (await demo.Host.PostAsync("work-officer-tpqi", $"{consent}/withdrawal", Letter)).ShouldRecord(1);
        (await demo.Host.PostAsync("work-officer-tpqi", $"{consent}/withdrawal", Letter)).ShouldRecord(0);
        (await demo.Host.PostAsync("work-officer-tpqi", $"{consent}/withdrawal", new { reference = "X" })).ShouldRefuse(409, "consent.already-withdrawn");
    }

    [Fact]
    public async Task Another_party_an_unknown_consent_and_a_missing_duty_are_refused()
    {
        var path = $"/api/confidences/{Guid.NewGuid()}";
        var withdrawal = $"{path}/consents/{Guid.NewGuid()}/withdrawal";
        (await demo.Host.PutAsync("work-officer-tpqi", path, ClassifyInformationScenario.Body())).ShouldRecord(1);
        (await demo.Host.PostAsync("work-officer-tpqi", withdrawal, Letter)).ShouldRefuse(404, "consent.missing");
        (await demo.Host.PostAsync("work-officer-ega", withdrawal, Letter)).ShouldRefuse(403, "confidence.not-the-owner");
        (await demo.Host.PostAsync("issuer", withdrawal, Letter)).ShouldRefuse(403, "identity.duty-missing");
    }
}
