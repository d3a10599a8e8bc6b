using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Assessment;

public sealed class DeclareResultScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_result_is_declared_once()
    {
        var path = $"/api/results/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("examiner", path, DemoLedger.ResultBody(DemoLedger.Trainee))).ShouldRecord(1);
        (await demo.Host.PutAsync("examiner", path, DemoLedger.ResultBody(DemoLedger.Trainee))).ShouldRecord(0);
        (await demo.Host.PutAsync("examiner", path, DemoLedger.ResultBody(DemoLedger.Trainee, "not-yet-competent"))).ShouldRefuse(409, "result.already-declared");
    }

    [Fact]
    public async Task A_level_that_the_unit_lacks_an_unknown_examiner_oneself_and_a_missing_duty_are_refused()
    {
        var path = $"/api/results/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("examiner", path, DemoLedger.ResultBody(DemoLedger.Trainee, level: 3))).ShouldRefuse(422, "framework.no-such-level");
        (await demo.Host.PutAsync("examiner", path, DemoLedger.ResultBody(DemoLedger.Trainee, examiner: Guid.NewGuid()))).ShouldRefuse(404, "result.unknown-examiner");
        (await demo.Host.PutAsync("examiner", path, DemoLedger.ResultBody(DemoLedger.Trainee, examiner: DemoLedger.Trainee))).ShouldRefuse(403, "result.own-examiner");
        (await demo.Host.PutAsync("decider", path, DemoLedger.ResultBody(DemoLedger.Trainee))).ShouldRefuse(403, "identity.duty-missing");
    }
}
