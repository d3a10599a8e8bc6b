using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class ReinstateCredentialScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_suspended_credential_is_reinstated_once_and_a_revoked_one_never()
    {
        var credential = $"/api/credentials/{await demo.CredentialAsync(82)}";
        var path = $"{credential}/reinstatement";
        (await demo.Host.PostAsync("revoker", path, new { })).ShouldRefuse(409, "credential.not-suspended");
        (await demo.Host.PostAsync("revoker", $"{credential}/suspension", new { ground = "holder-request" })).ShouldRecord(1);
        (await demo.Host.PostAsync("decider", path, new { })).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer", path, new { })).ShouldRefuse(403, "credential.own-issue");
        (await demo.Host.PostAsync("revoker", path, new { remark = "ครบกำหนด" })).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", path, new { remark = "ครบกำหนด" })).ShouldRecord(0);
        (await demo.Host.GetAsync("auditor", credential)).Json.GetProperty("standing").GetString().ShouldBe("valid");
        (await demo.Host.PostAsync("revoker", $"{credential}/revocation", new { ground = "holder-request" })).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", path, new { })).ShouldRefuse(409, "credential.is-revoked");
        (await demo.Host.PostAsync("revoker", $"{credential}/suspension", new { ground = "holder-request" })).ShouldRefuse(409, "credential.is-revoked");
    }
}
