using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Assessment;

public sealed class SupersedeResultScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static object Body(string grade, int score, string ground = "re-marking") =>
        new { grade, score, examiners = new[] { DemoLedger.SecondExaminer }, ground, remark = "ตรวจใหม่" };

    [Fact]
    public async Task A_wrong_result_is_superseded_by_an_event_that_says_why()
    {
        var result = await demo.ResultAsync(DemoLedger.Trainee);
        var path = $"/api/results/{result}/supersession";
        (await demo.Host.PostAsync("decider", path, Body("not-yet-competent", 4000))).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("examiner", path, Body("competent", 8000))).ShouldRefuse(409, "result.nothing-changed");
        (await demo.Host.PostAsync("examiner", path, Body("not-yet-competent", 4000))).ShouldRecord(1);
        (await demo.Host.PostAsync("examiner", path, Body("not-yet-competent", 4000))).ShouldRecord(0);
        (await demo.Host.EventsAsync(result)).ShouldBe(2, "the first declaration stays");
    }
}
