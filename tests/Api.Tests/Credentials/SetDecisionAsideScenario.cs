using System.Net;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Tests.Portal;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Domain.Credentials;
using static CredentialLedger.Api.Tests.Portal.PortalVisits;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class SetDecisionAsideScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private static readonly object Why = new { reasons = "ผลการประเมินถูกเพิกถอน" };

    [Fact]
    public async Task What_can_be_issued_no_more_shows_why_and_waits_no_more_once_its_body_set_it_aside()
    {
        var (hindered, sound) = (await HinderedAsync(9601), await demo.DecisionAsync(9602));
        var path = $"/api/decisions/{hindered}/setting-aside";
        (await WaitingAsync(hindered)).ShouldBe(("credential.evidence-withdrawn", true));
        (await WaitingAsync(sound)).ShouldBe((null, false));

        (await demo.Host.PostAsync("issuer", path, Why)).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PostAsync("decider-rsa", path, Why)).ShouldRefuse(403, "credential.other-body");
        (await demo.Host.PostAsync("decider", path, new { })).ShouldRefuse(422, "decision.no-reasons");
        (await demo.Host.PostAsync("decider", $"/api/decisions/{sound}/setting-aside", Why)).ShouldRefuse(409, "decision.still-open");
        (await demo.Host.PostAsync("decider", $"/api/decisions/{Guid.NewGuid()}/setting-aside", Why)).ShouldRefuse(404, "decision.missing");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => demo.Host.PostAsync("decider", path, Why)));
        answers.Count(a => a.Status is 200 or 201 && a.Recorded == 1).ShouldBe(1);
        foreach (var answer in answers.Where(a => a.Status >= 400)) answer.ShouldRefuse(409, "ledger.concurrent-change");
        (await demo.Host.PostAsync("decider", path, Why)).ShouldRecord(0);
        (await demo.Host.PostAsync("decider", path, new { reasons = "other" })).ShouldRefuse(409, "decision.already-set-aside");

        (await WaitingAsync(hindered)).ShouldBeNull();
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{hindered}/credential")).ShouldRefuse(409, "credential.decision-set-aside");
        var aside = (await demo.Host.GetAsync("auditor", $"/api/decisions/{hindered}")).Json.GetProperty("setAside");
        (aside.GetProperty("hindrance").GetString(), aside.GetProperty("reasons").GetString()).ShouldBe(("credential.evidence-withdrawn", "ผลการประเมินถูกเพิกถอน"));
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{sound}/credential")).ShouldRecord(1);
        (await WaitingAsync(sound)).ShouldBeNull("what was issued a moment ago waits no more");
        (await demo.Host.PostAsync("decider", $"/api/decisions/{sound}/setting-aside", Why)).ShouldRefuse(409, "decision.carried-out");
    }

    [Fact]
    public async Task Its_page_says_what_stands_in_the_way_and_takes_the_reasons()
    {
        var decision = await HinderedAsync(9603);
        using var decider = await demo.BrowserAsync("decider");
        using var issuer = await demo.BrowserAsync("issuer");
        var listed = WebUtility.HtmlDecode(await issuer.ReadAsync("/certification?all=yes"));
        listed.ShouldContain(Sentences.English("credential.evidence-withdrawn"));
        listed.ShouldNotContain($"action=\"/decisions/{decision}/credential\"");
        (await issuer.ReadAsync($"/decisions/{decision}")).ShouldNotContain("/setting-aside\"");

        var form = Form(await decider.ReadAsync($"/decisions/{decision}"), $"/decisions/{decision}/setting-aside");
        var refused = await decider.PostAsync($"/decisions/{decision}/setting-aside", [.. form, Field("text", " ")]);
        refused.Status.ShouldBe(422);
        WebUtility.HtmlDecode(refused.Text).ShouldContain(Sentences.English("decision.no-reasons"));
        (await decider.PostAsync($"/decisions/{decision}/setting-aside", [.. form, Field("text", "Annulled for fraud")])).Location.ShouldBe($"/decisions/{decision}");
        var page = await decider.ReadAsync($"/decisions/{decision}");
        page.ShouldContain("Annulled for fraud");
        page.ShouldNotContain("/setting-aside\"");
        (await issuer.ReadAsync("/certification")).ShouldNotContain(decision.ToString());
    }

    [Fact]
    public async Task What_waits_is_listed_once_page_by_page_in_the_order_of_recording()
    {
        var listed = new List<Guid>();
        for (long? after = null; ;)
        {
            var page = (await demo.Host.GetAsync("issuer", $"/api/decisions{(after is { } from ? $"?after={from}" : "")}")).Json;
            listed.AddRange(page.GetProperty("decisions").EnumerateArray().Select(d => d.GetProperty("decision").GetGuid()));
            if (!page.TryGetProperty("next", out var next) || next.ValueKind is System.Text.Json.JsonValueKind.Null) break;
            after = next.GetInt64();
        }
        listed.ShouldBeUnique();
        (await demo.Host.GetAsync("issuer", $"/api/decisions?after={long.MaxValue}")).Json.GetProperty("decisions").GetArrayLength().ShouldBe(0);
        (await demo.Host.GetAsync("issuer", "/api/decisions?after=first")).Status.ShouldBe(400);
    }

    private async Task<Guid> HinderedAsync(int number)
    {
        var person = await demo.PersonAsync(number);
        var result = await demo.ResultAsync(person);
        var decision = (await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [result], [await demo.CompletionAsync(person)]))).ShouldRecord(1).Id;
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/annulment", new { ground = "fraud" })).ShouldRecord(1);
        return decision;
    }

    private async Task<(string? Hindrance, bool Final)?> WaitingAsync(Guid decision)
    {
        var shown = (await demo.Host.GetAsync("issuer", "/api/decisions")).Json.GetProperty("decisions").EnumerateArray().Where(d => d.GetProperty("decision").GetGuid() == decision).ToList();
        return shown is [var one] ? (one.TryGetProperty("hindrance", out var why) ? why.GetString() : null, one.GetProperty("final").GetBoolean()) : null;
    }
}
