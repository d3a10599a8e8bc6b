using System.Text;
using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Verifier.Log;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Storage;

/// <summary>What PostgreSQL gives back of an event suffices to recompute its commitment and its MAC, by docs/formats/event.md alone.</summary>
public sealed class StoredRowScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task Commitment_and_MAC_of_every_stored_event_are_recomputed_from_the_raw_columns()
    {
        // Thai in the open, optional parts with and without, escapes, a sealed remark.
        await demo.Host.PutAsync("training-officer", $"/api/courses/{Guid.NewGuid()}", new
        {
            code = "T\"\\1",
            titleTh = "ข้อมูล \"ภาครัฐ\" 😀",
            provider = "DGA",
            framework = "TPQI-2560",
            units = new[] { "CEC-BCTZ-001" },
            minutes = 1,
            from = "2026-01-01",
        });
        var result = await demo.ResultAsync(DemoLedger.Trainee);
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/annulment", new { ground = "irregularity", remark = "หมายเหตุ" })).ShouldRecord(1);

        var mac = demo.Host.Services.GetRequiredService<ApplicationMac>();
        await using var command = demo.Host.Database.CreateCommand("select id, stream_id, type, data::text, headers::text, version from ledger.mt_events order by seq_id");
        await using var rows = await command.ExecuteReaderAsync();
        var seen = 0;
        while (await rows.ReadAsync())
        {
            seen++;
            var headers = JsonDocument.Parse(rows.GetString(4)).RootElement;
            var commitment = Commitment.ToPayload(headers.GetProperty("salt").GetBytesFromBase64(), CanonicalJson.Of(Encoding.UTF8.GetBytes(rows.GetString(3))));
            headers.GetProperty("format").GetInt32().ShouldBe(1);
            headers.GetProperty("commitment").GetBytesFromBase64().ShouldBe(commitment);
            mac.Matches(headers.GetProperty("mac").GetBytesFromBase64(), rows.GetGuid(0), rows.GetGuid(1), rows.GetString(2), headers.GetProperty("actor"), commitment).ShouldBeTrue();
            headers.GetProperty("actor").GetProperty("authority").GetString()!.ShouldMatch("^(founding|representative|(appointment|accreditation|auditor):[-0-9a-f]{36})$");
            var given = headers.GetProperty("command").GetGuid();
            rows.GetGuid(0).ShouldBeOneOf(given, Ids.Derive("event", given.Key(), "1")); // a third signature makes two
        }
        seen.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task No_two_events_share_a_salt()
    {
        await using var command = demo.Host.Database.CreateCommand("select count(*) - count(distinct headers ->> 'salt') from ledger.mt_events");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Theory]
    [InlineData("\"นาย\\u0000ก\""), InlineData("\"นาย\\ud83dก\"")]
    public async Task Text_that_cannot_be_stored_is_refused_with_a_code_and_leaves_nothing(string name)
    {
        var id = Guid.NewGuid();
        var body = $$"""{"name":{"th":{{name}}},"nationalId":"{{DemoLedger.NationalId(77)}}","personnel":"civil-servant"}""";
        var answer = await demo.Host.PutAsync("hr-officer", $"/api/people/{id}", new StringContent(body, Encoding.UTF8, "application/json"));
        answer.ShouldRefuse(400, "request.malformed");
        (await demo.Host.EventsAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_writers_at_once_on_one_stream_leave_one_event_and_one_conflict()
    {
        var id = Guid.NewGuid();
        var answers = await Task.WhenAll(
            demo.Host.PutAsync("examiner", $"/api/results/{id}", DemoLedger.ResultBody(DemoLedger.Trainee)),
            demo.Host.PutAsync("examiner", $"/api/results/{id}", DemoLedger.ResultBody(DemoLedger.Trainee, "not-yet-competent")));
        answers.Select(a => a.Status).Order().ShouldBe([201, 409]);
        (await demo.Host.EventsAsync(id)).ShouldBe(1);
    }

    [Fact]
    public async Task One_givensent_twice_at_once_leaves_one_event()
    {
        var (id, command) = (Guid.NewGuid(), Guid.NewGuid());
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            demo.Host.PutAsync("examiner", $"/api/results/{id}", DemoLedger.ResultBody(DemoLedger.Trainee), command)));
        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Single(a => a.Status != 201).Status.ShouldBeOneOf(200, 409);
        (await demo.Host.EventsAsync(id)).ShouldBe(1);
        (await demo.Host.PutAsync("examiner", $"/api/results/{id}", DemoLedger.ResultBody(DemoLedger.Trainee), command)).ShouldRecord(0);
    }
}
