using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.People;

public sealed class RegisterPersonScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task A_person_is_registered_once_and_a_repeat_records_nothing()
    {
        var id = Guid.NewGuid();
        var first = await demo.Host.PutAsync("hr-officer", $"/api/people/{id}", DemoLedger.Person(1));
        first.Status.ShouldBe(201);
        (await demo.Host.PutAsync("hr-officer", $"/api/people/{id}", DemoLedger.Person(1))).ShouldRecord(0);
        (await demo.Host.EventsAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task A_national_id_has_one_person_even_when_two_ask_at_once()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToArray();
        var answers = await Task.WhenAll(ids.Select(id => demo.Host.PutAsync("hr-officer", $"/api/people/{id}", DemoLedger.Person(2))));
        answers.Count(a => a.Status == 201).ShouldBe(1);
        foreach (var refused in answers.Where(a => a.Status != 201)) refused.ShouldRefuse(409, "person.duplicate");
    }

    [Theory]
    [InlineData("1234567890123", "person.wrong-check-digit")]
    [InlineData("123", "person.malformed-national-id")]
    public async Task A_bad_national_id_is_refused_and_nothing_recorded(string nationalId, string code)
    {
        var before = await demo.Host.EventsAsync();
        var answer = await demo.Host.PutAsync("hr-officer", $"/api/people/{Guid.NewGuid()}",
            new { name = new { th = "นายทดสอบ" }, nationalId, personnel = "civil-servant" });
        answer.ShouldRefuse(422, code);
        (await demo.Host.EventsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Nobody_registers_without_the_duty()
    {
        (await demo.Host.PutAsync("auditor", $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(3))).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PutAsync("", $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(3))).ShouldRefuse(401, "identity.missing");
        (await demo.Host.PutAsync("agency-hr-system", $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(3))).ShouldRefuse(403, "identity.duty-missing");
    }

    [Fact]
    public async Task Neither_name_nor_national_id_stands_in_the_open_in_the_database()
    {
        var id = await demo.PersonAsync(4);
        await using var command = demo.Host.Database.CreateCommand("select data::text || headers::text from ledger.mt_events where stream_id = $1");
        command.Parameters.Add(new() { Value = id });
        var stored = (string)(await command.ExecuteScalarAsync())!;
        stored.ShouldNotContain("ทดสอบ");
        stored.ShouldNotContain(DemoLedger.NationalId(4));
    }
}
