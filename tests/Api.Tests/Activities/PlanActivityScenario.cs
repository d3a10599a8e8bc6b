using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Activities;

public sealed class PlanActivityScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    internal static object Body(string bearer = "TPQI", string clause = "2.3.5", Guid? coordinator = null, string titleEn = "Item writing camp") => new
    {
        titleTh = "ค่ายพัฒนาข้อสอบ",
        titleEn,
        clause,
        parties = new[] { new { party = "TPQI", coordinator = coordinator ?? DemoLedger.Examiner }, new { party = "EGA", coordinator = DemoLedger.SecondExaminer } },
        from = "2026-01-11",
        until = "2026-01-13",
        bearer,
    };

    [Fact]
    public async Task An_activity_is_planned_once_with_its_coordinators_and_its_cost_bearer()
    {
        var path = $"/api/activities/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-ega", path, Body())).ShouldRecord(0);
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body(titleEn: "Another"))).ShouldRefuse(409, "activity.already-planned");
        var shown = (await demo.Host.GetAsync("auditor", path)).Json;
        shown.GetProperty("bearer").GetString().ShouldBe("TPQI");
        shown.GetProperty("parties")[1].GetProperty("coordinator").GetGuid().ShouldBe(DemoLedger.SecondExaminer);
    }

    [Fact]
    public async Task Another_bearer_an_unknown_clause_or_person_a_party_that_stays_away_and_a_missing_duty_are_refused()
    {
        var path = $"/api/activities/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body("EGA"))).ShouldRefuse(422, "cost.not-the-bearer");
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body(clause: "9.9.9"))).ShouldRefuse(422, "cost.no-mandate");
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body(coordinator: Guid.NewGuid()))).ShouldRefuse(404, "person.missing");
        (await demo.Host.PutAsync("work-officer-ocsc", path, Body())).ShouldRefuse(403, "activity.not-taking-part");
        (await demo.Host.PutAsync("issuer", path, Body())).ShouldRefuse(403, "identity.duty-missing");
    }
}
