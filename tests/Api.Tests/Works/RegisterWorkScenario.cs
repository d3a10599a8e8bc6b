using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Works;

public sealed class RegisterWorkScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_work_is_registered_once_as_the_registering_partys_own()
    {
        var path = await demo.Host.LogoAsync();
        (await demo.Host.PutAsync("work-officer-tpqi", path, Clauses.LogoBody())).ShouldRecord(0);
        (await demo.Host.PutAsync("work-officer-tpqi", path, Clauses.LogoBody("Another"))).ShouldRefuse(409, "work.already-registered");
        (await demo.Host.PutAsync("work-officer-ega", path, Clauses.LogoBody())).ShouldRefuse(409, "work.already-registered");

        var shown = (await demo.Host.GetAsync("auditor", path)).Json;
        shown.GetProperty("manager").GetString().ShouldBe("TPQI");
        shown.GetProperty("owners")[0].GetProperty("perMille").GetInt32().ShouldBe(1000);
        shown.GetProperty("permits").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_joint_work_without_the_agreement_of_all_three_a_bad_title_and_a_missing_duty_are_refused()
    {
        var path = $"/api/works/{Guid.NewGuid()}";
        var joint = new { titleTh = "คู่มือ", titleEn = "Manual", kind = "manual", origin = "jointly-made", arrangement = Guid.NewGuid() };
        (await demo.Host.PutAsync("work-officer-ocsc", path, joint)).ShouldRefuse(422, "work.no-arrangement");
        (await demo.Host.PutAsync("work-officer-ocsc", path, Clauses.LogoBody(" "))).ShouldRefuse(422, "work.bad-text");
        (await demo.Host.PutAsync("issuer", path, Clauses.LogoBody())).ShouldRefuse(403, "identity.duty-missing");
    }
}
