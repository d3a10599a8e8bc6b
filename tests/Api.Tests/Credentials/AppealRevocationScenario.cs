using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class AppealRevocationScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task The_holder_appeals_once_and_nobody_for_them()
    {
        var path = $"{demo.Paths().Own}/appeal";
        var appeal = new { reasons = "ไม่ได้ดูหนังสือรับรอง" };
        (await demo.Host.PostAsync("holder", path, appeal)).ShouldRefuse(409, "revocation.not-revoked");
        await demo.RevokedAsync();
        (await demo.Host.PostAsync("holder-2", path, appeal)).Status.ShouldBe(403);
        (await demo.Host.PostAsync("holder", path, new { })).ShouldRefuse(422, "revocation.no-reasons");
        (await demo.Host.PostAsync("holder", path, appeal)).ShouldRecord(1);
        (await demo.Host.PostAsync("holder", path, appeal)).ShouldRecord(0);
        (await demo.Host.PostAsync("holder", path, new { reasons = "อื่น" })).ShouldRefuse(409, "revocation.already-appealed");
        (await demo.Host.GetAsync("auditor", demo.Paths().Credential)).Json.GetProperty("standing").GetString().ShouldBe("revoked", "an appeal alone changes nothing");
    }
}
