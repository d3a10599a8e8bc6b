using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Assessment;

public sealed class AnnulResultScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_result_is_annulled_once_and_then_cannot_be_superseded()
    {
        var result = await demo.ResultAsync(DemoLedger.Trainee);
        var path = $"/api/results/{result}/annulment";
        var body = new { ground = "irregularity", remark = "พบการทุจริต" };
        (await demo.Host.PostAsync("auditor", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("examiner", path, body)).ShouldRecord(1);
        (await demo.Host.PostAsync("examiner", path, body)).ShouldRecord(0);
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/supersession",
            new { grade = "not-yet-competent", examiners = new[] { DemoLedger.Examiner }, ground = "scoring-error" })).ShouldRefuse(409, "result.annulled");
    }
}
