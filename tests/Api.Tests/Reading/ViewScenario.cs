using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Reading;

/// <summary>Each view shows what was recorded, to who may read records, and nothing else.</summary>
public sealed class ViewScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    public static TheoryData<string, string> Addresses => new()
    {
        { "/api/people/{0}", "person.missing" }, { "/api/people/{0}/profile", "person.missing" }, { "/api/people/{0}/timeline", "person.missing" },
        { "/api/people/{0}/credentials", "person.missing" }, { "/api/people/{0}/evidence", "person.missing" }, { "/api/credentials/{0}/history", "credential.missing" },
        { "/api/credentials/{0}", "credential.missing" }, { "/api/courses/{0}", "course.missing" }, { "/api/completions/{0}", "completion.missing" },
        { "/api/results/{0}", "result.missing" }, { "/api/schemes/{0}", "scheme.missing" }, { "/api/decisions/{0}", "decision.missing" },
        { "/api/frameworks/{0}", "framework.missing" },
        { "/api/works/{0}", "work.missing" }, { "/api/activities/{0}", "activity.missing" }, { "/api/confidences/{0}", "confidence.missing" },
        { "/api/publications/{0}", "publication.missing" },
    };

    [Theory, MemberData(nameof(Addresses))]
    public async Task An_unknown_id_or_one_of_something_else_is_missing_and_nobody_reads_without_the_duty(string address, string code)
    {
        (await demo.Host.GetAsync("auditor", string.Format(address, Guid.NewGuid()))).ShouldRefuse(404, code);
        var other = code == "person.missing" ? DemoLedger.Course : DemoLedger.Candidate;
        (await demo.Host.GetAsync("auditor", string.Format(address, other))).ShouldRefuse(404, code);
        (await demo.Host.GetAsync("", string.Format(address, other))).ShouldRefuse(401, "identity.missing");
    }

    [Fact]
    public async Task A_person_is_shown_by_name_and_post_and_never_by_national_id()
    {
        var answer = await demo.Host.GetAsync("auditor", $"/api/people/{DemoLedger.Candidate}");
        answer.Status.ShouldBe(200);
        answer.Json.GetProperty("name").GetProperty("th").GetString().ShouldBe("นางสาวสมมติ ใจดี");
        answer.Json.GetProperty("posts")[0].GetProperty("level").GetString().ShouldBe("K3");
        answer.Text.ShouldNotContain("1234567890121");
        answer.Text.ShouldNotContain("0121");
        answer.Text.ShouldNotContain("nationalId");
    }

    [Fact]
    public async Task An_erased_person_has_no_name_and_no_remarks()
    {
        var person = await demo.PersonAsync(11);
        var result = await demo.ResultAsync(person);
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/annulment", new { ground = "fraud", remark = "ลอกข้อสอบ" })).ShouldRecord(1);
        (await demo.Host.GetAsync("auditor", $"/api/results/{result}")).Json.GetProperty("annulled").GetProperty("remark").GetString().ShouldBe("ลอกข้อสอบ");

        await using var command = demo.Host.Database.CreateCommand("delete from keys.persons where person = $1");
        command.Parameters.Add(new() { Value = person });
        await command.ExecuteNonQueryAsync();

        var erased = await demo.Host.GetAsync("auditor", $"/api/people/{person}");
        erased.Json.GetProperty("erased").GetBoolean().ShouldBeTrue();
        erased.Json.TryGetProperty("name", out _).ShouldBeFalse();
        (await demo.Host.GetAsync("auditor", $"/api/results/{result}")).Json.GetProperty("annulled").TryGetProperty("remark", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_post_that_was_left_shows_its_last_day()
    {
        var person = await demo.PersonAsync(12);
        var path = $"/api/people/{person}/agencies/DGA/posts/9";
        (await demo.Host.PutAsync("hr-officer", path, new { from = "2026-01-01" })).ShouldRecord(1);
        (await demo.Host.PostAsync("hr-officer", $"{path}/end", new { until = "2026-02-01" })).ShouldRecord(1);
        var post = (await demo.Host.GetAsync("auditor", $"/api/people/{person}")).Json.GetProperty("posts")[0];
        post.GetProperty("from").GetString().ShouldBe("2026-01-01");
        post.GetProperty("until").GetString().ShouldBe("2026-02-01");
    }

    [Fact]
    public async Task Frameworks_courses_completions_results_schemes_decisions_and_credentials_are_shown()
    {
        var frameworks = await demo.Host.GetAsync("auditor", "/api/frameworks");
        frameworks.Json.GetProperty("frameworks").EnumerateArray().Select(f => f.GetProperty("framework").GetString()).ShouldContain("TPQI-2560");
        (await demo.Host.GetAsync("auditor", "/api/frameworks/TPQI-2560")).Json.GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
        (await demo.Host.GetAsync("auditor", $"/api/courses/{DemoLedger.Course}")).Json.GetProperty("minutes").GetInt32().ShouldBe(1080);
        (await demo.Host.GetAsync("auditor", $"/api/completions/{DemoLedger.Completion}")).Json.GetProperty("person").GetGuid().ShouldBe(DemoLedger.Candidate);
        var result = await demo.Host.GetAsync("auditor", $"/api/results/{DemoLedger.Result}");
        result.Json.GetProperty("grade").GetString().ShouldBe("competent");
        result.Json.GetProperty("declared").GetProperty("score").GetInt32().ShouldBe(8450);
        (await demo.Host.GetAsync("auditor", $"/api/schemes/{DemoLedger.Scheme}")).Json.GetProperty("validityMonths").GetInt32().ShouldBe(36);
        var credential = await demo.Host.GetAsync("auditor", $"/api/credentials/{demo.Credential}");
        credential.Json.GetProperty("standing").GetString().ShouldBe("valid");
        credential.Json.GetProperty("document").GetProperty("number").GetString().ShouldStartWith("CL-");
    }

    [Fact]
    public async Task A_decision_names_the_credential_that_carries_it_out()
    {
        var decision = await demo.DecisionAsync(13);
        var shown = await demo.Host.GetAsync("auditor", $"/api/decisions/{decision}");
        shown.Json.GetProperty("ruling").GetString().ShouldBe("granted");
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).Id.ShouldBe(shown.Json.GetProperty("credential").GetGuid());
    }
}
