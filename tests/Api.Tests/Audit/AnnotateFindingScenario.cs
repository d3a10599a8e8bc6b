using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Audit;

public sealed class AnnotateFindingScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_note_is_sealed_for_the_person_whom_it_is_about_and_read_by_auditors()
    {
        var (person, finding) = await demo.OpenedAsync(83);
        var (path, body) = ($"{finding}/notes/{Guid.NewGuid()}", new { about = person, remark = "ขอแฟ้มสอบเลขที่ 12" });
        (await demo.Host.PutAsync("decider", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PutAsync("auditor", path, body)).ShouldRecord(1);
        (await demo.Host.PutAsync("auditor", path, body)).ShouldRecord(0);
        (await demo.Host.PutAsync("auditor", path, new { about = person, remark = "อื่น" })).ShouldRefuse(409, "finding.other-note");
        (await demo.Host.PutAsync("auditor", $"{finding}/notes/{Guid.NewGuid()}", new { about = DemoLedger.Trainee, remark = "x" })).ShouldRefuse(422, "finding.not-concerned");
        (await demo.Host.PutAsync("auditor", $"{finding}/notes/{Guid.NewGuid()}", new { about = person, remark = "" })).ShouldRefuse(422, "finding.no-remark");

        var view = (await demo.Host.GetAsync("auditor", finding)).Json;
        view.GetProperty("state").GetString().ShouldBe("open");
        view.GetProperty("review").GetProperty("notes")[0].GetProperty("text").GetString().ShouldBe("ขอแฟ้มสอบเลขที่ 12");
        await using var command = demo.Host.Database.CreateCommand("select data::text from ledger.mt_events where type = 'finding-annotated'");
        ((string)(await command.ExecuteScalarAsync())!).ShouldNotContain("ขอแฟ้ม");
    }

    [Fact]
    public async Task What_nobody_took_up_is_not_noted_on()
    {
        var (person, finding) = await demo.LeadAsync(84);
        (await demo.Host.PutAsync("auditor", $"/api/findings/{finding}/notes/{Guid.NewGuid()}", new { about = person, remark = "x" })).ShouldRefuse(409, "finding.not-opened");
    }

    [Fact]
    public async Task Nothing_of_it_is_in_the_record_of_the_person_whom_it_is_about()
    {
        var (person, finding) = await demo.OpenedAsync(85);
        (await demo.Host.PutAsync("auditor", $"{finding}/notes/{Guid.NewGuid()}", new { about = person, remark = "สงสัย" })).ShouldRecord(1);
        (await demo.Host.GetAsync("auditor", $"/api/people/{person}/timeline")).Text.ShouldNotContain("finding-");
    }
}
