using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.People;

/// <summary>A supervisor sees whose posts report to theirs today, and nobody else.</summary>
public sealed class StaffScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private async Task<Guid> ReportingAsync(int number, string supervisor, string agency = "STAFF")
    {
        var person = await demo.PersonAsync(number);
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{person}/agencies/{agency}/posts/{number}", new { from = "2026-01-01", supervisor })).ShouldRecord(1);
        return person;
    }

    [Fact]
    public async Task Own_staff_is_listed_and_the_list_is_recorded_once()
    {
        (await demo.Host.PutAsync("hr-officer", "/api/people/d0000000-0000-4000-8000-0000000000f4/agencies/STAFF/posts/900", new { from = "2026-01-01" })).ShouldRecord(1);
        var (mine, left) = (await ReportingAsync(8501, "900"), await ReportingAsync(8502, "900"));
        await ReportingAsync(8503, "901");
        await ReportingAsync(8504, "900", "OTHER");
        (await demo.Host.PostAsync("hr-officer", $"/api/people/{left}/agencies/STAFF/posts/8502/end", new { until = "2026-02-01" })).ShouldRecord(1);

        var staff = (await demo.Host.GetAsync("newcomer", "/api/staff")).Json;
        staff.GetArrayLength().ShouldBe(1);
        (staff[0].GetProperty("person").GetGuid(), staff[0].GetProperty("name").GetProperty("en").GetString()).ShouldBe((mine, "Test 8501"));
        await using var command = demo.Host.Database.CreateCommand("select data ->> 'query', (data ->> 'count')::int, headers -> 'actor' ->> 'duty' from ledger.mt_events where type = 'list-opened'");
        await using var row = await command.ExecuteReaderAsync();
        (await row.ReadAsync()).ShouldBeTrue();
        (row.GetString(0), row.GetInt32(1), row.GetString(2)).ShouldBe(("STAFF/900", 1, "supervise"));
        (await row.ReadAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_supervises_nobody_sees_nobody()
    {
        (await demo.Host.GetAsync("holder-2", "/api/staff")).Json.GetArrayLength().ShouldBe(0);
        (await demo.Host.GetAsync("", "/api/staff")).ShouldRefuse(401, "identity.missing");
    }
}
