using CredentialLedger.Api.Tests.Portal;
using CredentialLedger.Api.Tests.Privacy;
using CredentialLedger.Api.Tests.Rig;
using static CredentialLedger.Api.Tests.Credentials.Successors;

namespace CredentialLedger.Api.Tests.Credentials;

/// <summary>An appeal against a revocation that took renewals along, by everybody who should not rule on it, and whatever happens meanwhile.</summary>
public sealed class AppealedAlongScenario(DemoLedger demo) : IClassFixture<DemoLedger>, IAsyncLifetime
{
    private static readonly object Upheld = new { ruling = "upheld", reasons = "ฟังขึ้น" }, Dismissed = new { ruling = "dismissed", reasons = "ฟังไม่ขึ้น" };

    // Of the body: one decides on renewals, one issues them, and both may revoke. For the party: one rules.
    private static readonly (string Appointment, string By, string Person, string Duty)[] Staff =
    [
        ("ab000000-0000-4000-8000-00000000aa01", "head-digital", "d0000000-0000-4000-8000-0000000000f1", "decide-certification"),
        ("ab000000-0000-4000-8000-00000000aa02", "head-digital", "d0000000-0000-4000-8000-0000000000f1", "revoke-credentials"),
        ("ab000000-0000-4000-8000-00000000aa03", "head-digital", "d0000000-0000-4000-8000-0000000000f3", "issue-credentials"),
        ("ab000000-0000-4000-8000-00000000aa04", "head-digital", "d0000000-0000-4000-8000-0000000000f3", "revoke-credentials"),
        ("ab000000-0000-4000-8000-00000000aa05", "representative-tpqi", "d0000000-0000-4000-8000-0000000000f4", "revoke-credentials"),
        ("ab000000-0000-4000-8000-00000000aa06", "representative-tpqi", "d0000000-0000-4000-8000-000000000005", "revoke-credentials"),
    ];

    public async Task InitializeAsync()
    {
        foreach (var (appointment, by, person, duty) in Staff) (await demo.Host.PutAsync(by, $"/api/appointments/{appointment}", new { person, duty })).Status.ShouldBeOneOf(200, 201);
        await demo.Host.AppointAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Nobody_rules_who_certified_or_issued_what_the_revocation_took_along_and_a_suspension_survives_the_appeal()
    {
        var (first, renewal) = await RenewedAsync("holder", DemoLedger.Candidate);
        await NotifiedAsync("holder", DemoLedger.Candidate, first);
        (await demo.Host.PostAsync("revoker", $"{Path(renewal)}/suspension", new { ground = "under-investigation" })).ShouldRecord(1);
        await DecidedAsync(first);
        (await demo.Host.PostAsync("revoker", $"{Path(renewal)}/suspension", new { ground = "under-investigation" })).ShouldRefuse(409, "credential.is-revoked");
        (await demo.Host.PostAsync("revoker", $"{Path(renewal)}/reinstatement", new { })).ShouldRefuse(409, "credential.is-revoked");
        await AppealedAsync("holder", DemoLedger.Candidate, first);

        foreach (var hand in (string[])["supervisor", "agency-reader", "issuer", "revoker", "decider"]) (await RuleAsync(hand, first, Upheld)).ShouldRefuse(403, "revocation.same-hand");
        (await RuleAsync("issuer-rsa", first, Upheld)).ShouldRefuse(403, "revocation.outside-mandate");
        (await RuleAsync("examiner", first, Upheld)).ShouldRefuse(403, "identity.duty-missing");
        (await RuleAsync("newcomer", renewal, Upheld)).ShouldRefuse(409, "revocation.no-appeal");
        (await demo.Host.GetAsync("decider", "/api/cases")).Text.ShouldNotContain(first.ToString(), Case.Insensitive, "it is not theirs to rule on");
        (await demo.Host.GetAsync("newcomer", "/api/cases")).Text.ShouldContain(first.ToString());

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RuleAsync("newcomer", first, Upheld)));
        answers.Count(a => a.Status == 200 && a.Recorded == 1).ShouldBe(1);
        // The version of a stream or the id of the renewal's event: whichever the database sees first.
        foreach (var other in answers.Where(a => a.Status != 200)) other.ShouldRefuse(409, other.Code is "ledger.same-command" ? "ledger.same-command" : "ledger.concurrent-change");
        (await RuleAsync("newcomer", first, Dismissed)).ShouldRefuse(409, "revocation.already-ruled");
        (await StandingAsync(renewal)).ShouldBe("not-yet-valid");
        (await demo.Host.PostAsync("revoker", $"{Path(renewal)}/suspension", new { ground = "under-investigation" })).ShouldRecord(0);
        (await demo.Host.PostAsync("revoker", $"{Path(renewal)}/reinstatement", new { })).ShouldRecord(1);
    }

    [Fact]
    public async Task A_ruling_is_for_all_of_it_once_and_a_case_of_whoever_was_erased_comes_to_its_end()
    {
        var (first, renewal) = await RenewedAsync("holder-2", DemoLedger.Trainee);
        await NotifiedAsync("holder-2", DemoLedger.Trainee, first);
        await DecidedAsync(first);
        await AppealedAsync("holder-2", DemoLedger.Trainee, first);
        var versions = (await demo.Host.EventsAsync(first), await demo.Host.EventsAsync(renewal));
        (await RuleAsync("newcomer", first, Dismissed)).ShouldRecord(1);
        (await RuleAsync("newcomer", first, Dismissed)).ShouldRecord(0);
        (await RuleAsync("newcomer", first, Upheld)).ShouldRefuse(409, "revocation.already-ruled");
        (await RuleAsync("decider", first, Dismissed)).ShouldRefuse(409, "revocation.already-ruled");
        (await demo.Host.EventsAsync(first), await demo.Host.EventsAsync(renewal)).ShouldBe((versions.Item1 + 1, versions.Item2), "a renewal has no appeal of its own");
        (await StandingAsync(first), await StandingAsync(renewal)).ShouldBe(("revoked", "revoked"));
        (await demo.Host.PostAsync("holder-2", $"{Own(DemoLedger.Trainee, first)}/appeal", new { reasons = "อีกครั้ง" })).ShouldRefuse(409, "revocation.already-appealed");
        (await demo.Host.PostAsync("holder-2", $"{Own(DemoLedger.Trainee, renewal)}/appeal", new { reasons = "อีกครั้ง" })).ShouldRefuse(409, "revocation.taken-along");

        var (second, again) = await RenewedAsync("holder-2", DemoLedger.Trainee);
        await NotifiedAsync("holder-2", DemoLedger.Trainee, second);
        await DecidedAsync(second);
        await AppealedAsync("holder-2", DemoLedger.Trainee, second);
        var (third, _) = await RenewedAsync("holder-2", DemoLedger.Trainee);
        await NotifiedAsync("holder-2", DemoLedger.Trainee, third);
        var erasure = $"/api/people/{DemoLedger.Trainee}/erasures/{Guid.NewGuid()}";
        (await demo.Host.PutAsync(Officers.Second, erasure, new { })).ShouldRecord(1);
        (await demo.Host.PostAsync(Officers.First, $"{erasure}/grant")).ShouldRecord(1);
        (await demo.Host.GetAsync("newcomer", "/api/cases")).Text.ShouldContain(second.ToString());
        (await RuleAsync("decider", second, Upheld)).ShouldRefuse(403, "revocation.same-hand");
        (await RuleAsync("newcomer", second, Upheld)).ShouldRecord(1);
        (await RuleAsync("newcomer", second, new { ruling = "upheld" })).ShouldRecord(0); // no reasons are kept
        (await StandingAsync(second), await StandingAsync(again)).ShouldBe(("valid", "not-yet-valid"));
        (await demo.Host.GetAsync("newcomer", "/api/cases")).Text.ShouldNotContain(second.ToString());

        // A case of which nobody can be heard any more ends too; its page asks for no words.
        using (var revoker = await demo.BrowserAsync("revoker"))
        {
            var page = await revoker.ReadAsync($"/credentials/{third}");
            page.ShouldContain($"action=\"/credentials/{third}/revocation/decision\"");
            page.ShouldNotContain("text-decide");
        }
        (await demo.Host.PostAsync("revoker", $"{Path(third)}/revocation/decision", new { ruling = "dropped" })).ShouldRecord(1);
        (await demo.Host.GetAsync("auditor", $"{Path(third)}/revocation")).Json.GetProperty("notice").GetProperty("dropped").GetBoolean().ShouldBeTrue();
    }

    private async Task<(Guid First, Guid Renewal)> RenewedAsync(string holder, Guid person)
    {
        (await demo.Host.GetAsync(holder, "/api/me")).Json.GetProperty("person").GetGuid().ShouldBe(person);
        var evidence = DemoLedger.DecisionBody(person, [await demo.ResultAsync(person)], [await demo.CompletionAsync(person)]);
        var first = (await demo.Host.PostAsync("issuer", $"/api/decisions/{(await demo.Host.PostAsync("decider", "/api/decisions", evidence)).ShouldRecord(1).Id}/credential")).ShouldRecord(1).Id;
        await demo.DatedAsync(first, new(2024, 1, 1), Today.AddDays(30));
        var decision = (await demo.Host.PostAsync("supervisor", $"{Path(first)}/renewal", new { ruling = "granted", completions = new[] { await demo.CourseAgainAsync(person) } })).ShouldRecord(1).Id;
        return (first, (await demo.Host.PostAsync("agency-reader", $"/api/decisions/{decision}/credential")).ShouldRecord(1).Id);
    }

    private async Task NotifiedAsync(string holder, Guid person, Guid credential)
    {
        (await demo.Host.PostAsync("issuer", $"{Path(credential)}/revocation/notice", RevocationCases.Notice())).ShouldRecord(1);
        (await demo.Host.PostAsync(holder, $"{Own(person, credential)}/answer", new { answer = "เป็นผลงานของข้าพเจ้า" })).ShouldRecord(1);
    }

    private async Task DecidedAsync(Guid credential) => (await demo.Host.PostAsync("revoker", $"{Path(credential)}/revocation/decision", new { ruling = "revoked", reasons = "ฟังไม่ขึ้น" })).ShouldRecord(1);

    private async Task AppealedAsync(string holder, Guid person, Guid credential) => (await demo.Host.PostAsync(holder, $"{Own(person, credential)}/appeal", new { reasons = "ไม่ได้ดูหนังสือรับรอง" })).ShouldRecord(1);

    private Task<Answer> RuleAsync(string @as, Guid credential, object ruling) => demo.Host.SendAsync(@as, HttpMethod.Post, $"{Path(credential)}/revocation/ruling", ruling);

    private async Task<string?> StandingAsync(Guid credential) => (await demo.Host.GetAsync("auditor", Path(credential))).Json.GetProperty("standing").GetString();

    private static string Path(Guid credential) => $"/api/credentials/{credential}";

    private static string Own(Guid person, Guid credential) => $"/api/people/{person}/credentials/{credential}";
}
