using CredentialLedger.Api.Tests.Rig;
using static CredentialLedger.Api.Tests.Credentials.Successors;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>A renewal is issued in the instant in which what it renews is revoked: they write different streams, and yet one of the two is told to look again.</summary>
public sealed class RenewalRaceScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string Documents = "documents.credentials", Messages = "messages.wolverine_incoming_envelopes";

    public static TheoryData<string, int> Grounds() => new() { { "issued-in-error", 9810 }, { "fraud", 9820 } };

    [Theory, MemberData(nameof(Grounds))]
    public async Task Whoever_issues_the_renewal_on_what_was_read_before_the_revocation_issues_nothing(string ground, int number)
    {
        var (credential, decision) = await RenewableAsync(number, ground);
        Task<Answer> issuing;
        await using (await Obstacle.ToDocumentsAsync(demo.Host))
        {
            issuing = IssueAsync(decision);
            await Obstacle.AtTableAsync(demo.Host, Documents);
            (await RevokeAsync(credential, ground)).ShouldRecord(1);
        }
        (await issuing).ShouldRefuse(409, "ledger.concurrent-change");
        (await IssueAsync(decision)).ShouldRefuse(409, "credential.is-revoked");
        await NotIssuedAsync(decision);
    }

    [Theory, MemberData(nameof(Grounds))]
    public async Task Whoever_revokes_on_what_was_read_before_the_renewal_revokes_nothing(string ground, int number)
    {
        var (credential, decision) = await RenewableAsync(number + 1, ground);
        Task<Answer> revoking;
        await using (await Obstacle.ToAppendsAsync(demo.Host, credential))
        {
            revoking = RevokeAsync(credential, ground);
            await Obstacle.AtRowAsync(demo.Host);
            (await IssueAsync(decision)).ShouldRecord(1);
        }
        (await revoking).ShouldRefuse(409, "ledger.concurrent-change");
        (await RevokeAsync(credential, ground)).ShouldRefuse(409, ground == "fraud" ? "revocation.renewal-not-named" : "credential.renewed");
    }

    [Theory, MemberData(nameof(Grounds))]
    public async Task Whoever_issues_while_a_revocation_is_about_to_be_committed_waits_for_it_and_issues_nothing(string ground, int number)
    {
        var (credential, decision) = await RenewableAsync(number + 2, ground);
        Task<Answer> revoking, issuing;
        await using (await Obstacle.ToMessagesAsync(demo.Host))
        {
            revoking = RevokeAsync(credential, ground);
            await Obstacle.AtTableAsync(demo.Host, Messages);
            issuing = IssueAsync(decision);
            await Obstacle.AtRowAsync(demo.Host);
        }
        (await revoking).ShouldRecord(1);
        (await issuing).ShouldRefuse(409, "ledger.concurrent-change");
        await NotIssuedAsync(decision);
    }

    [Fact]
    public async Task A_renewal_of_the_renewal_is_held_to_the_same()
    {
        var (credential, first) = await RenewableAsync(9830, "");
        var renewal = (await IssueAsync(first)).ShouldRecord(1).Id;
        await demo.DatedAsync(renewal, new(2024, 2, 1), Today.AddDays(30));
        var second = await RenewalDecisionAsync(renewal);
        await NotifiedLongAgoAsync(credential);

        Task<Answer> revoking, issuing;
        await using (await Obstacle.ToAppendsAsync(demo.Host, credential, renewal))
        {
            revoking = RevokeAsync(credential, "fraud");
            await Obstacle.AtRowAsync(demo.Host);
            (await IssueAsync(second)).ShouldRecord(1);
        }
        (await revoking).ShouldRefuse(409, "ledger.concurrent-change");

        var (other, decision) = await RenewableAsync(9831, "");
        var along = (await IssueAsync(decision)).ShouldRecord(1).Id;
        await demo.DatedAsync(along, new(2024, 2, 1), Today.AddDays(30));
        var next = await RenewalDecisionAsync(along);
        await NotifiedLongAgoAsync(other);
        await using (await Obstacle.ToDocumentsAsync(demo.Host))
        {
            issuing = IssueAsync(next);
            await Obstacle.AtTableAsync(demo.Host, Documents);
            (await RevokeAsync(other, "fraud")).ShouldRecord(1);
        }
        (await issuing).ShouldRefuse(409, "ledger.concurrent-change");
        (await StandingAsync(along)).ShouldBe("revoked");
    }

    [Fact]
    public async Task A_batch_that_lost_looks_again_and_refuses_the_renewal_of_what_was_revoked()
    {
        var (credential, decision) = await RenewableAsync(9832, "issued-in-error");
        var (_, other) = await RenewableAsync(9833, "");
        var batch = $"/api/batches/{Guid.NewGuid()}";
        await using (await Obstacle.ToDocumentsAsync(demo.Host))
        {
            (await demo.Host.PutAsync("issuer", batch, new { decisions = new[] { decision, other } })).ShouldRecord(1);
            await Obstacle.AtTableAsync(demo.Host, Documents);
            (await RevokeAsync(credential, "issued-in-error")).ShouldRecord(1);
        }
        await Eventually.BeAsync(async () => (await demo.Host.GetAsync("issuer", batch)).Json.GetProperty("finished").GetBoolean(), true);
        var shown = (await demo.Host.GetAsync("issuer", batch)).Json;
        (shown.GetProperty("issued").GetInt32(), shown.GetProperty("refused").GetInt32()).ShouldBe((1, 1));
        await NotIssuedAsync(decision);
    }

    [Theory, MemberData(nameof(Grounds))]
    public async Task However_they_meet_nobody_has_a_renewal_of_what_was_revoked(string ground, int number)
    {
        var (issued, revoked) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            var (credential, decision) = await RenewableAsync(number * 10 + round, ground);
            var (issuing, revoking) = round % 2 == 0 ? (IssueAsync(decision), RevokeAsync(credential, ground)) : await Later(credential, decision);
            foreach (var answer in await Task.WhenAll(issuing, revoking)) answer.Status.ShouldBeOneOf(200, 201, 409);
            ((await issuing).Status is 201, (await revoking).Status is 200).ShouldBeOneOf((true, false), (false, true));
            if ((await issuing).Status is 201) issued++;
            else revoked++;
            (await StandingAsync(credential) == "revoked").ShouldBe(await demo.Host.EventsAsync(await RenewalOfAsync(decision)) == 0, $"in round {round}");
        }
        (issued + revoked).ShouldBe(12);

        async Task<(Task<Answer>, Task<Answer>)> Later(Guid credential, Guid decision)
        {
            var revoking = RevokeAsync(credential, ground);
            await Task.Yield();
            return (IssueAsync(decision), revoking);
        }
    }

    private async Task<(Guid Credential, Guid Decision)> RenewableAsync(int number, string ground)
    {
        var credential = await demo.CredentialAsync(number);
        await demo.DatedAsync(credential, new(2024, 1, 1), Today.AddDays(30));
        var decision = await RenewalDecisionAsync(credential);
        if (ground == "fraud") await NotifiedLongAgoAsync(credential);
        return (credential, decision);
    }

    private async Task<Guid> RenewalDecisionAsync(Guid credential) =>
        (await demo.Host.PostAsync("decider", $"/api/credentials/{credential}/renewal", new { ruling = "granted", completions = new[] { await demo.CourseAgainAsync(await demo.HolderAsync(credential)) } })).ShouldRecord(1).Id;

    // So long ago that nobody waits for an answer.
    private async Task NotifiedLongAgoAsync(Guid credential)
    {
        (await demo.Host.PostAsync("issuer", $"/api/credentials/{credential}/revocation/notice", RevocationCases.Notice())).ShouldRecord(1);
        (await demo.Host.TamperAsync($$"""update ledger.mt_events set data = data || '{"answerUntil": "{{Today.AddDays(-1).Iso()}}"}' where stream_id = '{{credential}}' and type = 'revocation-notified'""")).ShouldBe(1);
    }

    private Task<Answer> IssueAsync(Guid decision) => demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential");

    private Task<Answer> RevokeAsync(Guid credential, string ground) => ground == "fraud"
        ? demo.Host.PostAsync("revoker", $"/api/credentials/{credential}/revocation/decision", new { ruling = "revoked", reasons = "ฟังไม่ขึ้น" })
        : demo.Host.PostAsync("revoker", $"/api/credentials/{credential}/revocation", new { ground });

    private async Task NotIssuedAsync(Guid decision) => (await demo.Host.EventsAsync(await RenewalOfAsync(decision))).ShouldBe(0);

    private async Task<Guid> RenewalOfAsync(Guid decision) => (await demo.Host.GetAsync("auditor", $"/api/decisions/{decision}")).Json.GetProperty("credential").GetGuid();

    private async Task<string?> StandingAsync(Guid credential) => (await demo.Host.GetAsync("auditor", $"/api/credentials/{credential}")).Json.GetProperty("standing").GetString();
}
