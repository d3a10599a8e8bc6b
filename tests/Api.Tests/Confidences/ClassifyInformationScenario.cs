using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Confidences;

public sealed class ClassifyInformationScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    internal static object Body(string @class = "secret") => new { @class, title = "คลังข้อสอบชุดที่ 1" };

    [Fact]
    public async Task Information_is_classified_once_and_nothing_of_it_is_shown_but_title_class_and_owner()
    {
        var path = $"/api/confidences/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body())).ShouldRecord(0);
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body("top-secret"))).ShouldRefuse(409, "confidence.already-classified");
        (await demo.Host.GetAsync("auditor", path)).Json.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "title", "class", "owner"]);
    }

    [Fact]
    public async Task A_title_of_several_lines_an_unknown_class_and_a_missing_duty_are_refused()
    {
        var path = $"/api/confidences/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-tpqi", path, new { @class = "secret", title = "a\nb" })).ShouldRefuse(422, "confidence.bad-text");
        (await demo.Host.PutAsync("work-officer-tpqi", path, Body("public"))).ShouldRefuse(400, "request.malformed");
        (await demo.Host.PutAsync("issuer", path, Body())).ShouldRefuse(403, "identity.duty-missing");
    }
}
