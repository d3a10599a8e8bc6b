using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class NotifyRevocationScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task The_holder_is_given_notice_once_and_sees_what_it_says()
    {
        var (credential, _) = demo.Paths();
        var (path, notice) = ($"{credential}/revocation/notice", RevocationCases.Notice());
        (await demo.Host.PostAsync("revoker", $"{credential}/revocation", new { ground = "fraud" })).ShouldRefuse(409, "credential.needs-due-process");
        (await demo.Host.PostAsync("decider", path, notice)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("issuer-rsa", path, notice)).ShouldRefuse(403, "credential.other-body");
        (await demo.Host.PostAsync("revoker", path, RevocationCases.Notice(days: 3))).ShouldRefuse(422, "revocation.bad-term");
        (await demo.Host.PostAsync("revoker", path, RevocationCases.Notice(particulars: " "))).ShouldRefuse(422, "revocation.no-reasons");
        (await demo.Host.PostAsync("revoker", path, RevocationCases.Notice(ground: "holder-request"))).ShouldRefuse(422, "revocation.not-against-holder");
        (await demo.Host.PostAsync("revoker", path, notice)).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", path, notice)).ShouldRecord(0);
        (await demo.Host.PostAsync("revoker", path, RevocationCases.Notice(ground: "misconduct"))).ShouldRefuse(409, "revocation.already-notified");
        (await demo.Host.PostAsync("revoker", $"{credential}/revocation", new { ground = "holder-request" })).ShouldRefuse(409, "credential.needs-due-process");

        foreach (var persona in new[] { "holder", "auditor" })
            (await demo.Host.GetAsync(persona, $"{credential}/revocation")).Json.GetProperty("notice").GetProperty("particulars").GetString().ShouldBe("ใช้ผลงานของผู้อื่น");
        (await demo.Host.GetAsync("newcomer", $"{credential}/revocation")).Status.ShouldBe(403);
        (await demo.Host.GetAsync("holder", credential)).Json.GetProperty("standing").GetString().ShouldBe("valid", "a notice changes nothing yet");
    }
}
