using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Activities;

public sealed class CloseActivityScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static object Body(string ending = "held") => new { ending, outcome = "ได้ข้อสอบ 40 ข้อ" };

    [Fact]
    public async Task An_activity_is_closed_once()
    {
        var path = $"/api/activities/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", path, PlanActivityScenario.Body())).ShouldRecord(1);
        (await demo.Host.PostAsync("work-officer-ega", $"{path}/closing", Body())).ShouldRecord(1);
        (await demo.Host.PostAsync("work-officer-tpqi", $"{path}/closing", Body())).ShouldRecord(0);
        (await demo.Host.PostAsync("work-officer-tpqi", $"{path}/closing", Body("cancelled"))).ShouldRefuse(409, "activity.already-closed");
        (await demo.Host.GetAsync("auditor", path)).Json.GetProperty("closed").GetProperty("ending").GetString().ShouldBe("held");
    }

    [Fact]
    public async Task An_unknown_activity_a_party_that_stays_away_and_a_missing_duty_are_refused()
    {
        var path = $"/api/activities/{Guid.NewGuid()}";
        (await demo.Host.PostAsync("work-officer-tpqi", $"{path}/closing", Body())).ShouldRefuse(404, "activity.missing");
        (await demo.Host.PutAsync("work-officer-tpqi", path, PlanActivityScenario.Body())).ShouldRecord(1);
        (await demo.Host.PostAsync("work-officer-ocsc", $"{path}/closing", Body())).ShouldRefuse(403, "activity.not-taking-part");
        (await demo.Host.PostAsync("issuer", $"{path}/closing", Body())).ShouldRefuse(403, "identity.duty-missing");
    }
}
