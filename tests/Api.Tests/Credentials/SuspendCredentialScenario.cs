using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class SuspendCredentialScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly object Body = new { ground = "under-investigation", remark = "กำลังตรวจสอบหลักฐาน" };

    [Fact]
    public async Task Whoever_issued_does_not_suspend_and_a_colleague_does_once()
    {
        var credential = $"/api/credentials/{await demo.CredentialAsync(81)}";
        var path = $"{credential}/suspension";
        (await demo.Host.PostAsync("decider", path, Body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer-rsa", path, Body)).ShouldRefuse(403, "credential.other-body");
        (await demo.Host.PostAsync("issuer", path, Body)).ShouldRefuse(403, "credential.own-issue");
        (await demo.Host.PostAsync("revoker", path, Body)).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", path, Body)).ShouldRecord(0);
        (await demo.Host.PostAsync("revoker", path, new { ground = "holder-request" })).ShouldRefuse(409, "credential.already-suspended");
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{Guid.NewGuid()}/suspension", Body)).ShouldRefuse(404, "credential.missing");

        var view = (await demo.Host.GetAsync("auditor", credential)).Json;
        view.GetProperty("standing").GetString().ShouldBe("suspended");
        view.GetProperty("suspensionGround").GetString().ShouldBe("under-investigation");
    }
}
