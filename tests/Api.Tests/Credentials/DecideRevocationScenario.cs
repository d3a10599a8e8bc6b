using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class DecideRevocationScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly object Revoke = new { ruling = "revoked", reasons = "พยานหลักฐานฟังได้ว่าใช้ผลงานของผู้อื่น" };

    [Fact]
    public async Task Somebody_else_than_who_gave_notice_decides_once_the_holder_has_answered()
    {
        var (credential, own) = demo.Paths();
        var path = $"{credential}/revocation/decision";
        (await demo.Host.PostAsync("revoker", path, Revoke)).ShouldRefuse(409, "revocation.no-notice");
        (await demo.Host.PostAsync("revoker", $"{credential}/revocation/notice", RevocationCases.Notice())).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", path, Revoke)).ShouldRefuse(403, "revocation.same-hand");
        (await demo.Host.PostAsync("holder", $"{own}/answer", new { answer = "เป็นผลงานของข้าพเจ้า" })).ShouldRecord(1);
        (await demo.Host.PostAsync("issuer", path, Revoke)).ShouldRefuse(403, "credential.own-issue");
    }
}

/// <summary>A case that whoever issued began, so that a colleague can decide.</summary>
public sealed class DecideRevocationByAnotherScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_case_is_dropped_and_another_ends_with_a_revocation()
    {
        var (credential, _) = demo.Paths();
        var path = $"{credential}/revocation/decision";
        await demo.NotifiedAsync();
        (await demo.Host.PostAsync("revoker", path, new { ruling = "dropped", reasons = "ก" })).ShouldRefuse(409, "revocation.too-early");
        (await demo.Host.PostAsync("holder", $"{demo.Paths().Own}/answer", new { answer = "เป็นผลงานของข้าพเจ้า" })).ShouldRecord(1);
        (await demo.Host.PostAsync("decider", path, new { ruling = "dropped", reasons = "ก" })).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("revoker", path, new { ruling = "dropped" })).ShouldRefuse(422, "revocation.no-reasons");
        (await demo.Host.PostAsync("revoker", path, new { ruling = "dropped", reasons = "หลักฐานไม่พอ" })).ShouldRecord(1);
        (await demo.Host.PostAsync("revoker", path, new { ruling = "dropped", reasons = "หลักฐานไม่พอ" })).ShouldRecord(0);
        (await demo.Host.GetAsync("holder", credential)).Json.GetProperty("standing").GetString().ShouldBe("valid");

        await demo.RevokedAsync();
        (await demo.Host.PostAsync("revoker", path, new { ruling = "revoked", reasons = "ฟังไม่ขึ้น" })).ShouldRecord(0);
        (await demo.Host.GetAsync("holder", credential)).Json.GetProperty("standing").GetString().ShouldBe("revoked");
        var shown = (await demo.Host.GetAsync("holder", $"{credential}/revocation")).Json;
        shown.GetProperty("notice").GetProperty("answer").GetString().ShouldBe("เป็นผลงานของข้าพเจ้า");
        shown.GetProperty("revocation").GetProperty("reasons").GetString().ShouldBe("ฟังไม่ขึ้น");
        shown.GetProperty("revocation").TryGetProperty("appealUntil", out _).ShouldBeTrue("the holder is told until when to appeal");
    }
}
