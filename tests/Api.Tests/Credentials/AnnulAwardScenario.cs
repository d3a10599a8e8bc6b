using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class AnnulAwardScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task An_award_is_annulled_once_and_carries_no_decision_any_more()
    {
        var person = await demo.PersonAsync(51);
        var award = await demo.Host.AwardAsync(person);
        var decision = (await demo.Host.PostAsync("decider", "/api/decisions", Equivalences.DecisionBody(person, award))).ShouldRecord(1).Id;
        var (path, body) = ($"/api/awards/{award}/annulment", new { ground = "fraud", remark = "ผู้ออกยืนยันว่าไม่ได้ออก" });
        (await demo.Host.PostAsync("decider", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("examiner", path, body)).ShouldRecord(1);
        (await demo.Host.PostAsync("examiner", path, body)).ShouldRecord(0);
        (await demo.Host.PostAsync("examiner", path, new { ground = "irregularity" })).ShouldRefuse(409, "award.already-annulled");
        (await demo.Host.PostAsync("examiner", $"/api/awards/{Guid.NewGuid()}/annulment", body)).ShouldRefuse(404, "award.missing");
        (await demo.Host.GetAsync("auditor", $"/api/awards/{award}")).Json.GetProperty("annulled").GetProperty("remark").GetString().ShouldBe("ผู้ออกยืนยันว่าไม่ได้ออก");
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRefuse(409, "credential.evidence-withdrawn");
    }
}
