using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Privacy;

public sealed class RequestErasureScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_person_asks_for_themself_once_and_sees_the_last_day()
    {
        var path = $"/api/people/{DemoLedger.Trainee}/erasures/{Guid.NewGuid()}";
        var body = new { remark = "ขอลบข้อมูล" };
        (await demo.Host.PutAsync("newcomer", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PutAsync("holder", path, body)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PutAsync("holder-2", path, body)).ShouldRecord(1);
        (await demo.Host.PutAsync("holder-2", path, body)).ShouldRecord(0);
        (await demo.Host.PutAsync("holder-2", path, new { remark = "อื่น" })).ShouldRefuse(409, "erasure.already-requested");
        (await demo.Host.PutAsync("holder-2", $"/api/people/{DemoLedger.Trainee}/erasures/{Guid.NewGuid()}", body)).ShouldRefuse(409, "erasure.already-open");
        var request = (await demo.Host.GetAsync("holder-2", $"/api/people/{DemoLedger.Trainee}/erasures")).Json.GetProperty("requests")[0];
        (request.GetProperty("remark").GetString(), request.GetProperty("granted").GetBoolean()).ShouldBe(("ขอลบข้อมูล", false));
    }

    [Fact]
    public async Task An_officer_asks_for_somebody_else_and_of_nobody_nothing_is_erased()
    {
        var person = await demo.PersonAsync(8301);
        (await demo.Host.PutAsync(Officers.First, $"/api/people/{person}/erasures/{Guid.NewGuid()}", new { })).ShouldRecord(1);
        (await demo.Host.PutAsync(Officers.First, $"/api/people/{Guid.NewGuid()}/erasures/{Guid.NewGuid()}", new { })).ShouldRefuse(404, "person.missing");
    }

    [Fact]
    public async Task What_is_overdue_is_first_in_the_officers_list_and_degrades_the_ledger()
    {
        var (person, erasure) = (await demo.PersonAsync(8302), Guid.NewGuid());
        await using (var scope = demo.Host.Services.CreateAsyncScope())
        {
            var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            await work.Fold<Person>(person, default);
            work.Append(person, [new ErasureRequested(person, erasure, new(2026, 1, 1), null, person)], new(person, "holder", "own-record", "own"), Guid.NewGuid());
            await work.Save(default);
        }
        var lists = await demo.Host.GetAsync(Officers.First, "/api/erasures");
        var first = lists.Json[0];
        (first.GetProperty("erasure").GetGuid(), first.GetProperty("overdue").GetBoolean()).ShouldBe((erasure, true));
        (await demo.Host.GetAsync("hr-officer", "/api/erasures")).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.GetAsync("", "/health/ready")).Json.GetProperty("checks").GetProperty("erasures").GetString().ShouldBe("degraded");
        (await demo.Host.PostAsync(Officers.First, $"/api/people/{person}/erasures/{erasure}/refusal", new { ground = "legal-duty" })).ShouldRecord(1);
        (await demo.Host.Services.GetRequiredService<OverdueErasures>().Count(default)).ShouldBe(0);
    }
}
