using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Learning;

public sealed class AnnulCompletionScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_completion_is_annulled_once_with_a_ground_and_a_sealed_remark()
    {
        var path = $"/api/completions/{await demo.CompletionAsync(DemoLedger.Trainee)}/annulment";
        var body = new { ground = "evidence-insufficient", remark = "ไม่พบรายชื่อ" };
        (await demo.Host.PostAsync("hr-officer", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("training-officer", path, body)).ShouldRecord(1);
        (await demo.Host.PostAsync("training-officer", path, body)).ShouldRecord(0);
        (await demo.Host.PostAsync("training-officer", path, new { ground = "fraud" })).ShouldRefuse(409, "completion.already-annulled");
        (await demo.Host.PostAsync("training-officer", $"/api/completions/{Guid.NewGuid()}/annulment", body)).ShouldRefuse(404, "completion.missing");
    }
}
