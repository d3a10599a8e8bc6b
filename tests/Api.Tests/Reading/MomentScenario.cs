using System.Text.Json;
using CredentialLedger.Api.Tests.Rig;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Reading;

/// <summary>What a view says depends on the day at which dates are judged and on the moment up to which recorded events count.</summary>
public sealed class MomentScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private Task<Answer> Get(string path) => demo.Host.GetAsync("auditor", path);

    private static string[] Statuses(Answer profile) => [.. profile.Json.GetProperty("skills").EnumerateArray().Select(s => s.GetProperty("status").GetString()!)];

    private static string Moment(JsonElement moment) => Uri.EscapeDataString(moment.GetString()!);

    [Fact]
    public async Task Whoever_just_wrote_sees_it_while_the_projections_stand_still()
    {
        var projections = demo.Host.Services.GetRequiredService<IProjectionCoordinator>();
        await projections.PauseAsync();
        try
        {
            var person = await demo.PersonAsync(21);
            Statuses(await Get($"/api/people/{person}/profile")).ShouldBeEmpty();
            var completion = await demo.CompletionAsync(person);
            Statuses(await Get($"/api/people/{person}/profile")).ShouldBe(["trained"]);
            (await Get($"/api/people/{person}/timeline")).Json.GetProperty("entries").GetArrayLength().ShouldBe(2);
            (await demo.Host.PostAsync("training-officer", $"/api/completions/{completion}/annulment", new { ground = "fraud" })).ShouldRecord(1);
            Statuses(await Get($"/api/people/{person}/profile")).ShouldBeEmpty();
        }
        finally
        {
            await projections.ResumeAsync();
        }
    }

    [Fact]
    public async Task A_profile_is_judged_at_one_moment_by_what_was_known_at_another()
    {
        var person = await demo.PersonAsync(22);
        await demo.CompletionAsync(person);
        var result = await demo.ResultAsync(person);
        var path = $"/api/people/{person}/profile";
        var before = await Get(path);
        Statuses(before).ShouldBe(["competent"]);
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/annulment", new { ground = "fraud" })).ShouldRecord(1);

        Statuses(await Get(path)).ShouldBe(["trained"]);
        var known = Moment(before.Json.GetProperty("knownAt"));
        var then = await Get($"{path}?knownAt={known}");
        Statuses(then).ShouldBe(Statuses(before));
        then.Json.GetProperty("sequence").GetInt64().ShouldBe(before.Json.GetProperty("sequence").GetInt64());
        then.Json.GetProperty("knownAt").GetDateTimeOffset().ShouldBe(before.Json.GetProperty("knownAt").GetDateTimeOffset());

        // Completed on 2026-03-20, assessed on 2026-06-15: a day before the assessment only the training counts, as far as known then.
        Statuses(await Get($"{path}?asOf=2026-06-14&knownAt={known}")).ShouldBe(["trained"]);
        Statuses(await Get($"{path}?asOf=2026-06-15&knownAt={known}")).ShouldBe(["competent"]);
        Statuses(await Get($"{path}?asOf=2026-03-19&knownAt={known}")).ShouldBeEmpty();
        var early = await Get($"{path}?asOf=2026-06-14");
        Statuses(early).ShouldBeEmpty();
        early.Json.GetProperty("sequence").GetInt64().ShouldBe(0, "nothing was recorded then");
        (await Get($"/api/people/{Guid.NewGuid()}/profile?asOf=2026-06-14")).ShouldRefuse(404, "person.missing");
        (await Get($"{path}?asOf={known}")).Json.GetProperty("asOf").GetDateTimeOffset().ShouldBe(before.Json.GetProperty("knownAt").GetDateTimeOffset());
        Statuses(await Get($"{path}?asOf=2200-01-01&knownAt={await demo.Host.MomentAsync()}")).ShouldBe(["trained"]);
    }

    [Fact]
    public async Task The_moments_that_an_answer_names_can_be_asked_for_as_they_stand()
    {
        var path = $"/api/people/{await demo.PersonAsync(28)}/profile";
        // More than one, since a clock of finer steps ends in a zero now and then.
        for (var i = 0; i < 5; i++)
        {
            var answer = await Get(path);
            string Named(string member) => Uri.EscapeDataString(answer.Json.GetProperty(member).GetString()!);
            (await Get($"{path}?asOf={Named("asOf")}&knownAt={Named("knownAt")}")).Json.GetProperty("asOf").GetString().ShouldBe(answer.Json.GetProperty("asOf").GetString());
        }
    }

    [Fact]
    public async Task A_credential_stands_by_its_dates_and_its_revocation()
    {
        var id = await demo.CredentialAsync(23);
        var path = $"/api/credentials/{id}";
        var issued = await Get(path);
        string Standing(Answer a) => a.Json.GetProperty("standing").GetString()!;
        Standing(issued).ShouldBe("valid");
        Standing(await Get($"{path}?asOf=2200-01-01&knownAt={await demo.Host.MomentAsync()}")).ShouldBe("expired");
        Standing(await Get($"{path}?asOf=2000-01-01&knownAt={Moment(issued.Json.GetProperty("knownAt"))}")).ShouldBe("not-yet-valid");
        (await demo.Host.PostAsync("revoker", $"{path}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        Standing(await Get(path)).ShouldBe("revoked");
        Standing(await Get($"{path}?asOf={Moment(issued.Json.GetProperty("knownAt"))}")).ShouldBe("valid");
        var before = await Get($"{path}?asOf=2000-01-01");
        before.Json.TryGetProperty("standing", out _).ShouldBeFalse("nothing was recorded of it");
        before.Json.TryGetProperty("person", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_become_known_since_is_told_apart_with_the_event_that_shows_it()
    {
        var person = await demo.PersonAsync(24);
        var path = $"/api/people/{person}/profile";
        var moment = await demo.Host.MomentAsync();
        var result = await demo.ResultAsync(person);
        var known = await demo.Host.MomentAsync();
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/annulment", new { ground = "fraud" })).ShouldRecord(1);

        string[] Told(Answer a) => [.. a.Json.GetProperty("knownSince").GetProperty("events").EnumerateArray().Select(e => e.GetProperty("type").GetString()!)];
        // Assessed in June and recorded only now: a day of June, as it was known then and then.
        var first = await Get($"{path}?asOf=2026-06-20&knownAt={moment}");
        (Statuses(first).Length, string.Join(' ', Told(first))).ShouldBe((0, "result-declared result-annulled"));
        var then = await Get($"{path}?asOf=2026-06-20&knownAt={known}");
        Statuses(then).ShouldBe(["competent"]);
        Told(then).ShouldBe(["result-annulled"]);
        var since = then.Json.GetProperty("knownSince");
        since.GetProperty("answer").GetArrayLength().ShouldBe(0, "by what is known now nothing stands on that day");
        since.GetProperty("sequence").GetInt64().ShouldBe(since.GetProperty("events")[0].GetProperty("sequence").GetInt64());
        since.GetProperty("events")[0].GetProperty("code").GetString().ShouldBe("since.result-annulled");
        Told(await Get($"{path}?asOf=2026-06-01&knownAt={known}")).ShouldBeEmpty("before the assessment it changes nothing");
        (await Get(path)).Json.TryGetProperty("knownSince", out _).ShouldBeFalse("no moment was asked for");
    }

    [Fact]
    public async Task Posts_are_those_of_the_day_by_what_was_known()
    {
        var person = await demo.PersonAsync(27);
        var path = $"/api/people/{person}";
        (await demo.Host.PutAsync("hr-officer", $"{path}/agencies/DGA/posts/71", new { from = "2026-01-01" })).ShouldRecord(1);
        var known = await demo.Host.MomentAsync();
        (await demo.Host.PostAsync("hr-officer", $"{path}/agencies/DGA/posts/71/end", new { until = "2026-02-01" })).ShouldRecord(1);

        static string[] Posts(JsonElement posts) => [.. posts.EnumerateArray().Select(p => $"{p.GetProperty("number").GetString()} {(p.TryGetProperty("until", out var until) ? until.GetString() : "")}")];
        var march = (await Get($"{path}?asOf=2026-03-01&knownAt={known}")).Json;
        Posts(march.GetProperty("posts")).ShouldBe(["71 "], "that it had ended was not recorded");
        Posts(march.GetProperty("knownSince").GetProperty("answer")).ShouldBeEmpty();
        march.GetProperty("knownSince").GetProperty("events")[0].GetProperty("code").GetString().ShouldBe("since.post-left");
        var january = (await Get($"{path}?asOf=2026-01-15&knownAt={await demo.Host.MomentAsync()}")).Json;
        Posts(january.GetProperty("posts")).ShouldBe(["71 2026-02-01"]);
        january.GetProperty("knownSince").GetProperty("events").GetArrayLength().ShouldBe(0);
        var before = (await Get($"{path}?asOf=2020-01-01")).Json;
        (before.GetProperty("posts").GetArrayLength(), before.GetProperty("sequence").GetInt64()).ShouldBe((0, 0L));
        (await Get($"{path}?asOf=2200-01-01")).ShouldRefuse(400, "request.future-moment");
        (await Get(path)).Json.TryGetProperty("asOf", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_revocation_is_known_since_as_of_its_first_day()
    {
        var path = $"/api/credentials/{await demo.CredentialAsync(25)}";
        var known = await demo.Host.MomentAsync();
        (await demo.Host.PostAsync("revoker", $"{path}/revocation", new { ground = "issued-in-error" })).ShouldRecord(1);
        var then = await Get($"{path}?asOf={known}");
        then.Json.GetProperty("standing").GetString().ShouldBe("valid");
        then.Json.TryGetProperty("revokedFrom", out _).ShouldBeFalse("it was not known then");
        then.Json.GetProperty("knownSince").GetProperty("answer").GetString().ShouldBe("revoked");
        then.Json.GetProperty("knownSince").GetProperty("events")[0].GetProperty("type").GetString().ShouldBe("credential-revoked");
    }

    [Theory]
    [InlineData("/profile?asOf=2200-01-01", "asOf"), InlineData("/profile?asOf=2026-01-01&knownAt=2200-01-01", "knownAt"), InlineData("/timeline?knownAt=2200-01-01T00:00:00Z", "knownAt")]
    public async Task Nothing_is_known_at_a_moment_that_has_not_come(string view, string field)
    {
        var answer = await Get($"/api/people/{DemoLedger.Candidate}{view}");
        answer.ShouldRefuse(400, "request.future-moment");
        answer.Json.GetProperty("field").GetString().ShouldBe(field);
    }

    [Fact]
    public async Task The_past_is_shown_to_whom_the_present_is_and_that_it_was_is_recorded()
    {
        var person = await demo.PersonAsync(26);
        foreach (var view in new[] { "profile", "timeline" })
        {
            (await demo.Host.GetAsync("", $"/api/people/{person}/{view}?asOf=2026-01-01")).ShouldRefuse(401, "identity.missing");
            (await demo.Host.GetAsync("newcomer", $"/api/people/{person}/{view}?asOf=2026-01-01")).ShouldRefuse(403, "identity.duty-missing");
        }
        await Get($"/api/people/{person}/profile?asOf=2026-01-01");
        await using var command = demo.Host.Database.CreateCommand("select count(*) from ledger.mt_events where type = 'record-opened' and data ->> 'subject' = $1");
        command.Parameters.Add(new() { Value = person.ToString() });
        ((long)(await command.ExecuteScalarAsync())!).ShouldBe(1);
    }

    [Theory]
    [InlineData("yesterday"), InlineData("2026-11-23T09:00:00"), InlineData("2569-11-23"), InlineData("9999-12-31"), InlineData("2026-13-01"), InlineData("23/11/2026")]
    [InlineData("2026-11-23T09:00:00 07:00"), InlineData("0001-01-01"), InlineData("2026-11-23T24:00:00Z"), InlineData("1795423082")]
    public async Task A_moment_that_cannot_be_read_is_refused(string moment)
    {
        foreach (var field in new[] { "asOf", "knownAt" })
        {
            var answer = await Get($"/api/people/{DemoLedger.Candidate}/profile?{field}={Uri.EscapeDataString(moment)}");
            answer.ShouldRefuse(400, "request.malformed-moment");
            answer.Json.GetProperty("field").GetString().ShouldBe(field);
        }
    }

    [Theory]
    [InlineData("2026-11-21", "2026-11-21T23:59:59.999999+07:00"), InlineData("2026-11-23T09:00+07:00", "2026-11-23T02:00:00Z")]
    [InlineData("2026-11-23T02:00:00Z", "2026-11-23T02:00:00Z"), InlineData("2026-11-23T02:00:00.123456Z", "2026-11-23T02:00:00.123456Z")]
    public void A_day_that_has_passed_means_its_last_microsecond_in_Thailand(string text, string moment) =>
        Api.Http.Moment.Parse(text, TimeProvider.System).ShouldBe(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Today_means_now()
    {
        var clock = new FixedClock(new(2026, 11, 22, 18, 30, 0, TimeSpan.Zero));
        Api.Http.Moment.Parse("2026-11-23", clock).ShouldBe(clock.GetUtcNow(), "in Thailand it is the 23rd by then");
        Api.Http.Moment.Parse("2026-11-22", clock)!.Value.ShouldBe(DateTimeOffset.Parse("2026-11-22T23:59:59.999999+07:00", System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
