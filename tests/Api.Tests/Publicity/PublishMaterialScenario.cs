using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Publicity;

public sealed class PublishMaterialScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static object Body(string? text = Clauses.NoticeTh, string titleEn = "News", string? sha256 = null) =>
        new { titleTh = "ข่าว", titleEn, kind = "news", reference = "PR-2570/1", text, sha256 };

    [Fact]
    public async Task What_shows_the_notice_of_all_three_is_published_once()
    {
        var path = $"/api/publications/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-ocsc", path, Body())).ShouldRecord(1);
        (await demo.Host.PutAsync("work-officer-ocsc", path, Body())).ShouldRecord(0);
        (await demo.Host.PutAsync("work-officer-ocsc", path, Body(titleEn: "Another"))).ShouldRefuse(409, "publication.already-published");
        (await demo.Host.GetAsync("auditor", path)).Json.GetProperty("party").GetString().ShouldBe("OCSC");
    }

    [Fact]
    public async Task Without_the_notice_or_the_content_or_the_duty_it_is_refused()
    {
        var path = $"/api/publications/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("work-officer-ocsc", path, Body("โครงการของสำนักงาน ก.พ."))).ShouldRefuse(422, "publication.no-notice");
        (await demo.Host.PutAsync("work-officer-ocsc", path, Body(null, sha256: new string('a', 64)))).ShouldRefuse(422, "publication.no-notice");
        (await demo.Host.PutAsync("work-officer-ocsc", path, Body(sha256: new string('a', 64)))).ShouldRefuse(422, "publication.bad-content");
        (await demo.Host.PutAsync("issuer", path, Body())).ShouldRefuse(403, "identity.duty-missing");
    }
}
