using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Privacy;

public sealed class RefuseErasureScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_refusal_has_a_ground_that_the_law_names_and_keeps_the_data()
    {
        var person = await demo.PersonAsync(8401);
        var path = $"/api/people/{person}/erasures/{Guid.NewGuid()}";
        var body = new { ground = "legal-claims", remark = "อยู่ระหว่างอุทธรณ์" };
        await demo.Host.AppointAsync();
        (await demo.Host.PutAsync(Officers.Second, path, new { })).ShouldRecord(1);
        (await demo.Host.PostAsync("hr-officer", $"{path}/refusal", body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync(Officers.Second, $"{path}/refusal", body)).ShouldRefuse(403, "erasure.own-matter");
        (await demo.Host.PostAsync(Officers.First, $"{path}/refusal", new { ground = "because" })).ShouldRefuse(400, "request.malformed");
        (await demo.Host.PostAsync(Officers.First, $"{path}/refusal", body)).ShouldRecord(1);
        (await demo.Host.PostAsync(Officers.First, $"{path}/refusal", body)).ShouldRecord(0);
        (await demo.Host.PostAsync(Officers.First, $"{path}/grant")).ShouldRefuse(409, "erasure.already-decided");
        var view = (await demo.Host.GetAsync(Officers.First, $"/api/people/{person}/erasures")).Json;
        view.GetProperty("erased").GetBoolean().ShouldBeFalse();
        (view.GetProperty("requests")[0].GetProperty("refusedOn").GetString(), view.GetProperty("requests")[0].GetProperty("refusalRemark").GetString()).ShouldBe(("legal-claims", "อยู่ระหว่างอุทธรณ์"));
        (await demo.Host.GetAsync(Officers.First, $"/api/people/{person}")).Json.GetProperty("name").GetProperty("en").GetString().ShouldBe("Test 8401");
    }
}
