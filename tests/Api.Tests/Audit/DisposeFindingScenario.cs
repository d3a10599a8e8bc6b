using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Audit;

public sealed class DisposeFindingScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_finding_is_disposed_of_once_on_grounds()
    {
        var (person, finding) = await demo.OpenedAsync(86);
        var (path, body) = ($"{finding}/disposal", new { disposition = "referred", about = person, remark = "ให้หน่วยรับรองชี้แจง", reference = "ตส 0401/12" });
        (await demo.Host.PostAsync("decider", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("auditor", path, new { disposition = "referred", about = person, remark = "x" })).ShouldRefuse(422, "finding.bad-reference");
        (await demo.Host.PostAsync("auditor", path, new { disposition = "dismissed", about = person, remark = "" })).ShouldRefuse(422, "finding.no-remark");
        (await demo.Host.PostAsync("auditor", path, body)).ShouldRecord(1);
        (await demo.Host.PostAsync("auditor", path, body)).ShouldRecord(0);
        (await demo.Host.PostAsync("auditor", path, new { disposition = "dismissed", about = person, remark = "x" })).ShouldRefuse(409, "finding.already-disposed");
        var view = (await demo.Host.GetAsync("auditor", finding)).Json;
        view.GetProperty("state").GetString().ShouldBe("referred");
        view.GetProperty("review").GetProperty("disposed").GetProperty("grounds").GetProperty("text").GetString().ShouldBe("ให้หน่วยรับรองชี้แจง");
    }

    [Fact]
    public async Task An_auditor_does_not_dispose_of_their_own_acts()
    {
        var (person, finding) = await demo.OwnLeadAsync(87);
        var path = $"/api/findings/{finding}";
        await demo.SecondAuditorAsync();
        (await demo.Host.PutAsync("newcomer", $"{path}/review", new { })).ShouldRecord(1);
        var dismissal = new { disposition = "dismissed", about = person, remark = "ไม่มีอะไร" };
        (await demo.Host.PostAsync("auditor", $"{path}/disposal", dismissal)).ShouldRefuse(403, "finding.own-acts");
        (await demo.Host.PostAsync("newcomer", $"{path}/disposal", dismissal)).ShouldRecord(1);
    }
}
