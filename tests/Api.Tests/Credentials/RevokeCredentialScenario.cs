using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class RevokeCredentialScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly object Body = new { ground = "issued-in-error", remark = "ออกผิดระดับ" };

    [Fact]
    public async Task Whoever_issued_does_not_revoke_and_a_colleague_does_once()
    {
        var path = $"/api/credentials/{await demo.CredentialAsync(1)}/revocation";
        (await demo.Host.PostAsync("decider", path, Body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer-rsa", path, Body)).ShouldRefuse(403, "credential.other-body");
        (await demo.Host.PostAsync("issuer", path, Body)).ShouldRefuse(403, "credential.own-issue");
        (await demo.Host.PostAsync("revoker", path, new { ground = "fraud" })).ShouldRefuse(409, "credential.needs-due-process");
        (await demo.Host.PostAsync("revoker", path, Body)).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", path, Body)).ShouldRecord(0);
        (await demo.Host.PostAsync("revoker", path, new { ground = "misconduct" })).ShouldRefuse(409, "credential.already-revoked");
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{Guid.NewGuid()}/revocation", Body)).ShouldRefuse(404, "credential.missing");
    }
}
