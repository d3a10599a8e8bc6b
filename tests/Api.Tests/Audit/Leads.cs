using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Audit;

/// <summary>Makes things in a ledger that rules find, and finds them.</summary>
internal static class Leads
{
    /// <summary>Who the rig's auditors are.</summary>
    public static readonly Guid Auditor = new("d0000000-0000-4000-8000-00000000000a"), SecondAuditor = Authority.Organisations.Newcomer;

    /// <summary>A person who was certified within seconds, as programs do, and the finding that it is.</summary>
    public static async Task<(Guid Person, Guid Finding)> LeadAsync(this DemoLedger demo, int number)
    {
        var decision = await demo.DecisionAsync(number);
        var person = (await demo.Host.GetAsync("auditor", $"/api/decisions/{decision}")).Json.GetProperty("person").GetGuid();
        return (person, await demo.FindingAsync("decided-in-seconds", person));
    }

    /// <summary>A result that the auditor themself raised after a decision, and the finding that it is.</summary>
    public static async Task<(Guid Person, Guid Finding)> OwnLeadAsync(this DemoLedger demo, int number)
    {
        var person = await demo.PersonAsync(number);
        var result = await demo.ResultAsync(person);
        (await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [result], [], "refused"))).ShouldRecord(1);
        var raised = new { grade = "competent", score = 9900, examiners = new[] { Auditor }, ground = "re-marking" };
        (await demo.Host.PostAsync("examiner", $"/api/results/{result}/supersession", raised)).ShouldRecord(1);
        return (person, await demo.FindingAsync("raised-after-closing", person));
    }

    /// <summary>The one finding of a rule about a person.</summary>
    public static async Task<Guid> FindingAsync(this DemoLedger demo, string rule, Guid person)
    {
        var view = (await demo.Host.GetAsync("auditor", $"/api/findings?rule={rule}&person={person}")).Json;
        view.GetProperty("count").GetInt32().ShouldBe(1);
        return view.GetProperty("findings")[0].GetProperty("id").GetGuid();
    }

    /// <summary>The finding, taken up by the auditor.</summary>
    public static async Task<(Guid Person, string Address)> OpenedAsync(this DemoLedger demo, int number)
    {
        var (person, finding) = await demo.LeadAsync(number);
        (await demo.Host.PutAsync("auditor", $"/api/findings/{finding}/review", new { })).ShouldRecord(1);
        return (person, $"/api/findings/{finding}");
    }

    /// <summary>All three parties let a second person audit.</summary>
    public static async Task SecondAuditorAsync(this DemoLedger demo)
    {
        var proposal = Guid.NewGuid();
        (await demo.Host.PutAsync("coordinator-ocsc", $"/api/agreement/auditors/{proposal}", new { person = SecondAuditor, from = "2026-01-01" })).ShouldRecord(1);
        foreach (var party in FoundedLedger.Parties) (await demo.Host.PostAsync($"representative-{party}", $"/api/agreement/proposals/{proposal}/signature")).Status.ShouldBe(200);
    }
}
