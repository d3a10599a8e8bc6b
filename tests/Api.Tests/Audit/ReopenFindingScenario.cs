using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Audit;

public sealed class ReopenFindingScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task What_was_disposed_of_is_taken_up_again_once()
    {
        var (person, finding) = await demo.OpenedAsync(88);
        var (path, body) = ($"{finding}/reopening", new { about = person, remark = "พบหลักฐานเพิ่ม" });
        (await demo.Host.PostAsync("decider", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("auditor", path, body)).ShouldRefuse(409, "finding.not-disposed");
        (await demo.Host.PostAsync("auditor", $"{finding}/disposal", new { disposition = "dismissed", about = person, remark = "ถูกต้อง" })).ShouldRecord(1);
        (await demo.Host.PostAsync("auditor", path, body)).ShouldRecord(1);
        (await demo.Host.PostAsync("auditor", path, body)).ShouldRecord(0);
        (await demo.Host.GetAsync("auditor", finding)).Json.GetProperty("state").GetString().ShouldBe("open");
    }
}
