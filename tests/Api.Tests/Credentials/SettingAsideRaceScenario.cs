using CredentialLedger.Api.Tests.Rig;
using static CredentialLedger.Api.Tests.Credentials.Successors;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>A decision is set aside in the instant in which somebody else sets it aside, or carries it out: never is it both.</summary>
public sealed class SettingAsideRaceScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly object Why = new { reasons = "ผลการประเมินถูกเพิกถอน" };

    [Fact]
    public async Task Who_issues_on_what_was_read_before_it_was_set_aside_issues_nothing()
    {
        var (decision, result) = await DecidedAsync(9940);
        Task<Answer> issuing;
        await using (await Obstacle.ToDocumentsAsync(demo.Host))
        {
            issuing = IssueAsync(decision);
            await Obstacle.AtTableAsync(demo.Host, "documents.credentials");
            await AnnulAsync(result);
            (await SetAsideAsync(decision)).ShouldRecord(1);
        }
        (await issuing).ShouldRefuse(409, "ledger.concurrent-change");
        (await IssueAsync(decision)).ShouldRefuse(409, "credential.decision-set-aside");
        (await demo.Host.EventsAsync(await CredentialOfAsync(decision))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_sets_aside_on_what_was_read_before_it_was_carried_out_sets_nothing_aside()
    {
        var newcomer = (await demo.Host.GetAsync("newcomer", "/api/me")).Json.GetProperty("person").GetGuid();
        (await demo.Host.PutAsync("representative-tpqi", $"/api/appointments/{Guid.NewGuid()}", new { person = newcomer, duty = "revoke-credentials" })).ShouldRecord(1);
        await demo.DatedAsync(demo.Credential, new(2024, 1, 1), Today.AddDays(30));
        var course = await demo.CourseAgainAsync(DemoLedger.Candidate);
        var decision = (await demo.Host.PostAsync("decider", $"/api/credentials/{demo.Credential}/renewal", new { ruling = "granted", completions = new[] { course } })).ShouldRecord(1).Id;
        await demo.AppealedAsync(); // so that nothing can renew it, until the appeal is upheld
        Task<Answer> aside;
        await using (await Obstacle.ToAppendsAsync(demo.Host, decision))
        {
            aside = SetAsideAsync(decision);
            await Obstacle.AtRowAsync(demo.Host);
            (await demo.Host.PostAsync("newcomer", $"/api/credentials/{demo.Credential}/revocation/ruling", new { ruling = "upheld", reasons = "ฟังขึ้น" })).ShouldRecord(1);
            (await IssueAsync(decision)).ShouldRecord(1);
        }
        (await aside).ShouldRefuse(409, "ledger.concurrent-change");
        (await SetAsideAsync(decision)).ShouldRefuse(409, "decision.carried-out");
        (await demo.Host.EventsAsync(decision)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_set_it_aside_at_the_same_moment_record_it_once_and_the_other_learns_so()
    {
        var (decision, result) = await DecidedAsync(9941);
        await AnnulAsync(result);
        Task<Answer> one, other;
        await using (await Obstacle.ToAppendsAsync(demo.Host, decision))
        {
            (one, other) = (SetAsideAsync(decision), SetAsideAsync(decision, "examiner"));
            await Obstacle.BothStopAsync(demo.Host);
        }
        var answers = await Task.WhenAll(one, other);
        answers.Count(a => a.Status == 200 && a.Recorded == 1).ShouldBe(1);
        answers.Single(a => a.Status != 200).ShouldRefuse(409, "ledger.concurrent-change");
        var (kept, lost) = answers[0].Status == 200 ? ("decider", "examiner") : ("examiner", "decider");
        (await SetAsideAsync(decision, kept)).ShouldRecord(0);
        (await SetAsideAsync(decision, lost)).ShouldRefuse(409, "decision.already-set-aside");
        (await demo.Host.EventsAsync(decision)).ShouldBe(2);
    }

    [Fact]
    public async Task However_they_meet_a_decision_is_set_aside_or_carried_out()
    {
        for (var round = 0; round < 8; round++)
        {
            var (decision, result) = await DecidedAsync(9950 + round);
            var issuing = IssueAsync(decision);
            var aside = AnnulledThenAsideAsync();
            await Task.WhenAll(issuing, aside);
            foreach (var answer in (Answer[])[await issuing, await aside]) answer.Status.ShouldBeOneOf(200, 201, 409);
            (await demo.Host.EventsAsync(decision) == 2, await demo.Host.EventsAsync(await CredentialOfAsync(decision)) == 1).ShouldBe(((await aside).Status == 200, (await issuing).Status == 201));
            ((await aside).Status == 200 && (await issuing).Status == 201).ShouldBeFalse($"in round {round}");

            async Task<Answer> AnnulledThenAsideAsync()
            {
                await AnnulAsync(result);
                return await SetAsideAsync(decision);
            }
        }
    }

    private async Task<(Guid Decision, Guid Result)> DecidedAsync(int number)
    {
        var person = await demo.PersonAsync(number);
        var result = await demo.ResultAsync(person);
        return ((await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [result], [await demo.CompletionAsync(person)]))).ShouldRecord(1).Id, result);
    }

    private async Task AnnulAsync(Guid result) => (await demo.Host.PostAsync("examiner", $"/api/results/{result}/annulment", new { ground = "fraud" })).ShouldRecord(1);

    private Task<Answer> IssueAsync(Guid decision) => demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential");

    private Task<Answer> SetAsideAsync(Guid decision, string @as = "decider") => demo.Host.PostAsync(@as, $"/api/decisions/{decision}/setting-aside", Why);

    private async Task<Guid> CredentialOfAsync(Guid decision) => (await demo.Host.GetAsync("auditor", $"/api/decisions/{decision}")).Json.GetProperty("credential").GetGuid();
}
