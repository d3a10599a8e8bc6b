using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Trust;
using static CredentialLedger.Api.Tests.Credentials.Successors;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class DecideRenewalScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly DateOnly Long = new(2024, 1, 1);

    private async Task<(Guid Credential, Guid Person)> IssuedAsync(int number, DateOnly until, DateOnly? from = null)
    {
        var credential = await demo.CredentialAsync(number);
        var person = await demo.HolderAsync(credential);
        await demo.DatedAsync(credential, from ?? Long, until);
        return (credential, person);
    }

    private Task<Answer> RenewAsync(Guid credential, Guid completion, string @as = "decider", string ruling = "granted") =>
        demo.Host.PostAsync(@as, $"/api/credentials/{credential}/renewal", new { ruling, completions = new[] { completion } });

    private async Task<(DateOnly From, DateOnly Until)> PeriodAsync(Guid credential)
    {
        var view = (await demo.Host.GetAsync("auditor", $"/api/credentials/{credential}")).Json;
        return (DateOnly.Parse(view.GetProperty("validFrom").GetString()!, null), DateOnly.Parse(view.GetProperty("validUntil").GetString()!, null));
    }

    [Fact]
    public async Task Renewed_in_the_window_it_begins_when_the_old_one_has_ended_and_both_say_so()
    {
        var last = Today.AddDays(30);
        var (old, person) = await IssuedAsync(501, last);
        var course = await demo.CourseAgainAsync(person);
        var decision = (await RenewAsync(old, course)).ShouldRecord(1).Id;
        (await RenewAsync(old, course)).ShouldRecord(0).Id.ShouldBe(decision);

        var renewal = (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1).Id;
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(0).Id.ShouldBe(renewal);
        (await PeriodAsync(renewal)).From.ShouldBe(last.AddDays(1));
        (await demo.Host.GetAsync("auditor", $"/api/decisions/{decision}")).Json.GetProperty("credential").GetGuid().ShouldBe(renewal);

        var (before, after) = ((await demo.Host.GetAsync("auditor", $"/api/credentials/{old}")).Json, (await demo.Host.GetAsync("auditor", $"/api/credentials/{renewal}")).Json);
        before.GetProperty("renewedBy").GetGuid().ShouldBe(renewal);
        after.GetProperty("renews").GetGuid().ShouldBe(old);
        after.GetProperty("standing").GetString().ShouldBe("not-yet-valid");

        using var client = demo.Host.App.Server.CreateClient();
        var trust = TrustList.Parse(await client.GetByteArrayAsync("/api/trust"));
        foreach (var format in (string[])["xml", "ob3", "sd-jwt", "png", "pdf"])
        {
            var verdict = Verify.Document(await demo.DocumentAsync(renewal, format), trust, null, DateTimeOffset.UtcNow.AddDays(40), DateTimeOffset.UtcNow);
            verdict.Checks.Where(c => c.Name is not "status").ShouldAllBe(c => c.Result == CheckResult.Passed, format);
            verdict.Content!.ValidFrom.ShouldBe(last.AddDays(1));
        }
        (await demo.VerifiedAsync(await demo.DocumentAsync(renewal))).Text.ShouldContain("dates.not-yet-valid");

        (await RenewAsync(old, await demo.CourseAgainAsync(person))).ShouldRefuse(409, "renewal.already-renewed");
    }

    [Fact]
    public async Task In_the_grace_it_begins_today_and_after_it_not_at_all()
    {
        var (old, person) = await IssuedAsync(502, Today.AddDays(-10));
        var course = await demo.CourseAgainAsync(person);
        var decision = (await RenewAsync(old, course)).ShouldRecord(1).Id;
        var renewal = (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1).Id;
        (await PeriodAsync(renewal)).From.ShouldBe(Today);
        (await demo.VerifiedAsync(await demo.DocumentAsync(renewal))).Json.GetProperty("overall").GetString().ShouldBe("valid");

        var (late, latecomer) = await IssuedAsync(503, Today.AddDays(-120));
        (await RenewAsync(late, await demo.CourseAgainAsync(latecomer))).ShouldRefuse(409, "renewal.too-late");
    }

    [Fact]
    public async Task Too_early_with_old_evidence_by_another_body_or_without_the_duty_it_is_refused()
    {
        var (old, person) = await IssuedAsync(504, Today.AddDays(30), new(2026, 6, 1));
        var (course, before) = (await demo.CourseAgainAsync(person), await demo.CourseAgainAsync(person, "2026-05-31"));
        (await RenewAsync(old, before)).ShouldRefuse(422, "renewal.old-evidence");
        (await RenewAsync(old, Guid.NewGuid())).ShouldRefuse(404, "completion.missing");
        (await RenewAsync(old, course, "decider-rsa")).ShouldRefuse(403, "credential.other-body");
        (await RenewAsync(old, course, "issuer")).ShouldRefuse(403, "identity.duty-missing");
        (await RenewAsync(Guid.NewGuid(), course)).ShouldRefuse(404, "credential.missing");
        (await RenewAsync(await demo.CredentialAsync(505), course)).ShouldRefuse(409, "renewal.too-early");
        (await demo.Host.PostAsync("revoker", $"/api/credentials/{old}/suspension", new { ground = "under-investigation" })).ShouldRecord(1);
        (await RenewAsync(old, course)).ShouldRefuse(409, "credential.is-suspended");
        (await RenewAsync(old, course, ruling: "refused")).ShouldRecord(1);
    }

    [Fact]
    public async Task Two_decisions_that_are_carried_out_at_once_give_one_credential_and_a_batch_carries_one_out_too()
    {
        var (old, person) = await IssuedAsync(506, Today.AddDays(30));
        Guid[] decisions = [(await RenewAsync(old, await demo.CourseAgainAsync(person))).ShouldRecord(1).Id, (await RenewAsync(old, await demo.CourseAgainAsync(person))).ShouldRecord(1).Id];
        var answers = await Task.WhenAll(decisions.Select(d => demo.Host.PostAsync("issuer", $"/api/decisions/{d}/credential")));
        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Single(a => a.Status != 201).Json.GetProperty("code").GetString().ShouldBeOneOf("renewal.already-renewed", "ledger.concurrent-change");

        var (other, holder) = await IssuedAsync(507, Today.AddDays(30));
        var decision = (await RenewAsync(other, await demo.CourseAgainAsync(holder))).ShouldRecord(1).Id;
        var batch = $"/api/batches/{Guid.NewGuid()}";
        (await demo.Host.PutAsync("issuer", batch, new { decisions = new[] { decision, decisions[0], decisions[1] } })).ShouldRecord(1);
        await Eventually.BeAsync(async () => (await demo.Host.GetAsync("issuer", batch)).Json.GetProperty("finished").GetBoolean(), true);
        var shown = (await demo.Host.GetAsync("issuer", batch)).Json;
        (shown.GetProperty("issued").GetInt32(), shown.GetProperty("issuedBefore").GetInt32(), shown.GetProperty("refused").GetInt32()).ShouldBe((1, 1, 1));
        (await demo.Host.GetAsync("auditor", $"/api/credentials/{other}")).Json.GetProperty("renewedBy").GetGuid();
    }

    [Fact]
    public async Task The_body_sees_what_ends_soon_and_the_holder_from_when_it_may_be_renewed()
    {
        var view = (await demo.Host.GetAsync("auditor", $"/api/credentials/{demo.Credential}")).Json;
        var last = DateOnly.Parse(view.GetProperty("validUntil").GetString()!, null);
        view.GetProperty("renewable").GetProperty("from").GetString().ShouldBe(last.AddDays(1).AddMonths(-6).Iso());

        (await demo.Host.GetAsync("decider", "/api/credentials/expiring?within=401")).ShouldRefuse(422, "expiring.bad-days");
        (await demo.Host.GetAsync("hr-officer", "/api/credentials/expiring")).ShouldRefuse(403, "identity.duty-missing");
        var ending = await demo.CredentialAsync(508);
        await Eventually.BeAsync(() => demo.Host.TamperAsync($$"""
            update {{ReadModel.Of<CredentialStanding>().Table}} set data = data || '{"validUntil": "{{Today.AddDays(5).Iso()}}"}' where id = '{{ending}}'
            """), 1);
        Guid[] Shown(Answer answer) => [.. answer.Json.GetProperty("credentials").EnumerateArray().Select(c => c.GetProperty("credential").GetGuid())];
        Shown(await demo.Host.GetAsync("decider", "/api/credentials/expiring")).ShouldContain(ending);
        Shown(await demo.Host.GetAsync("decider", "/api/credentials/expiring?within=4")).ShouldNotContain(ending);
        Shown(await demo.Host.GetAsync("decider-rsa", "/api/credentials/expiring")).ShouldBeEmpty("another body's");

        var own = (await demo.Host.GetAsync("holder", $"/api/people/{DemoLedger.Candidate}/renewals")).Json.GetProperty("credentials");
        own.EnumerateArray().Select(c => c.GetProperty("credential").GetGuid()).ShouldContain(demo.Credential);
    }
}
