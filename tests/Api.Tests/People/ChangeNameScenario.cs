using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Imports;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.People;

public sealed class ChangeNameScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static object New(string en = "Sommut Jaingam") => Successors.Name(en, "2026-10-12", "นางสาวสมมติ ใจงาม");

    [Fact]
    public async Task The_name_in_force_is_shown_wherever_a_name_is_and_the_old_one_nowhere()
    {
        var person = await demo.PersonAsync(701);
        var path = $"/api/people/{person}/name";
        (await demo.Host.PutAsync("hr-officer", path, New())).ShouldRecord(1);
        (await demo.Host.PutAsync("hr-officer", path, New())).ShouldRecord(0);
        var shown = await demo.Host.GetAsync("hr-officer", $"/api/people/{person}");
        shown.Json.GetProperty("name").GetProperty("en").GetString().ShouldBe("Sommut Jaingam");
        (await demo.Host.GetAsync("hr-officer", $"/api/people/{person}?asOf=2026-01-01")).Text.ShouldNotContain("Test 701");
        (await demo.Host.GetAsync("auditor", $"/api/people/{person}/timeline")).Text.ShouldContain("person-renamed");
        await using var command = demo.Host.Database.CreateCommand("select count(*) from ledger.mt_events where data::text like '%Jaingam%'");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task A_credential_that_is_issued_later_says_it()
    {
        var decision = await demo.DecisionAsync(702);
        var person = (await demo.Host.GetAsync("auditor", $"/api/decisions/{decision}")).Json.GetProperty("person").GetGuid();
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{person}/name", New())).ShouldRecord(1);
        var credential = (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1).Id;
        System.Text.Encoding.UTF8.GetString(await demo.DocumentAsync(credential)).ShouldContain("Sommut Jaingam");
    }

    [Fact]
    public async Task A_bad_name_a_day_to_come_the_same_name_one_s_own_and_a_missing_duty_are_refused()
    {
        var person = await demo.PersonAsync(703);
        var path = $"/api/people/{person}/name";
        (await demo.Host.PutAsync("decider", path, New())).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PutAsync("hr-officer", path, New("two\nlines"))).ShouldRefuse(422, "person.bad-name");
        (await demo.Host.PutAsync("hr-officer", path, Successors.Name("Tomorrow", Successors.Today.AddDays(2).Iso()))).ShouldRefuse(422, "person.bad-day-of-name");
        (await demo.Host.PutAsync("hr-officer", path, Successors.Name("Test 703", th: "นางสาวทดสอบ ลำดับ703"))).ShouldRefuse(409, "person.same-name");
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{Guid.NewGuid()}/name", New())).ShouldRefuse(404, "person.missing");
        (await demo.Host.EventsAsync(person)).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_has_the_name_in_force_names_the_same_person_and_one_with_another_name_does_not()
    {
        var person = await demo.PersonAsync(704);
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{person}/name", New())).ShouldRecord(1);
        async Task<string> ImportAsync(string th, string en) => string.Join('\n', (await demo.Host.ImportAsync("hr-officer", "people",
            ImportRig.Csv("national_id,name_th,name_en,personnel,synthetic", $"{DemoLedger.NationalId(704)},{th},{en},civil-servant,true"))).Lines.Select(l => l.GetRawText()));
        (await ImportAsync("นางสาวสมมติ ใจงาม", "Sommut Jaingam")).ShouldNotContain("person.already-registered");
        (await ImportAsync("นางสาวสมมติ ใจร้าย", "Sommut Jairai")).ShouldContain("person.already-registered");
        (await demo.Host.EventsAsync(person)).ShouldBe(2);
    }
}
