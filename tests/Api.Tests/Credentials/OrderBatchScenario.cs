using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredentialLedger.Api.Tests.Credentials;

public sealed class OrderBatchScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task Sixty_decisions_and_those_that_are_refused_are_dealt_with_in_one_batch()
    {
        var before = await demo.DecisionAsync(100);
        (await demo.Host.PostAsync("issuer", $"/api/decisions/{before}/credential")).ShouldRecord(1);
        var (refused, missing, person) = (await demo.DecisionAsync(101, "refused"), Guid.NewGuid(), await demo.PersonAsync(102));
        var granted = await ManyAsync(200, 57);
        Guid[] decisions = [refused, .. granted[..30], missing, before, person, .. granted[30..]];
        var path = $"/api/batches/{Guid.NewGuid()}";

        (await demo.Host.PutAsync("issuer", path, new { decisions })).ShouldRecord(1);
        (await demo.Host.PutAsync("issuer", path, new { decisions })).ShouldRecord(0);
        await FinishedAsync(path);
        (await demo.Host.PutAsync("issuer", path, new { decisions })).ShouldRecord(0);

        var shown = await demo.Host.GetAsync("issuer", path);
        Counts(shown).ShouldBe((61, 57, 1, 3, 0));
        shown.Json.GetProperty("refusals").EnumerateArray().Select(r => (r.GetProperty("decision").GetGuid(), r.GetProperty("code").GetString()))
            .ShouldBe([(refused, "credential.decision-refused"), (missing, "decision.missing"), (person, "ledger.other-kind")]);
        (await CredentialsAsync(decisions)).ShouldBe((58, 58));
    }

    [Fact]
    public async Task A_decision_in_two_batches_and_given_alone_at_the_same_time_has_one_credential()
    {
        var decisions = await ManyAsync(300, 20);
        string[] paths = [$"/api/batches/{Guid.NewGuid()}", $"/api/batches/{Guid.NewGuid()}"];
        await Task.WhenAll(paths.Select(path => demo.Host.PutAsync("issuer", path, new { decisions })));
        var alone = await Task.WhenAll(decisions.Reverse().Select(d => demo.Host.PostAsync("issuer", $"/api/decisions/{d}/credential")));
        foreach (var path in paths) await FinishedAsync(path);

        var counts = await Task.WhenAll(paths.Select(async path => Counts(await demo.Host.GetAsync("auditor", path))));
        (counts.Sum(c => c.Issued) + alone.Count(a => a.Status == 201)).ShouldBe(20);
        counts.ShouldAllBe(c => c.Ordered == 20 && c.Issued + c.Before == 20 && c.Refused == 0);
        (await CredentialsAsync(decisions)).ShouldBe((20, 20));
    }

    [Fact]
    public async Task Only_the_body_itself_issues_by_its_batch()
    {
        var path = $"/api/batches/{Guid.NewGuid()}";
        var decision = await demo.DecisionAsync(400);
        (await demo.Host.PutAsync("issuer-rsa", path, new { decisions = new[] { decision } })).ShouldRecord(1);
        await FinishedAsync(path);
        (await demo.Host.GetAsync("auditor", path)).Json.GetProperty("refusals")[0].GetProperty("code").GetString().ShouldBe("credential.other-body");
        (await demo.Host.GetAsync("issuer", path)).ShouldRefuse(404, "batch.missing");
        (await demo.Host.GetAsync("hr-officer", path)).ShouldRefuse(404, "batch.missing");
        (await demo.Host.GetAsync("", path)).ShouldRefuse(401, "identity.missing");
        (await demo.Host.GetAsync("auditor", $"/api/batches/{decision}")).ShouldRefuse(404, "batch.missing");
    }

    [Fact]
    public async Task A_malformed_batch_another_of_the_same_id_and_a_missing_duty_are_refused()
    {
        var (path, decision) = ($"/api/batches/{Guid.NewGuid()}", Guid.NewGuid());
        (await demo.Host.PutAsync("decider", path, new { decisions = new[] { decision } })).ShouldRefuse(403, "identity.duty-missing");
        (await demo.Host.PutAsync("issuer", path, new { decisions = Array.Empty<Guid>() })).ShouldRefuse(422, "batch.bad-size");
        (await demo.Host.PutAsync("issuer", path, new { decisions = Enumerable.Range(0, 10_001).Select(_ => Guid.NewGuid()) })).ShouldRefuse(422, "batch.bad-size");
        (await demo.Host.PutAsync("issuer", path, new { decisions = new[] { decision, decision } })).ShouldRefuse(422, "batch.decision-repeated");
        (await demo.Host.PutAsync("issuer", path, new { decisions = new[] { decision } })).ShouldRecord(1);
        (await demo.Host.PutAsync("issuer", path, new { decisions = new[] { Guid.NewGuid() } })).ShouldRefuse(409, "batch.already-ordered");
    }

    [Fact]
    public async Task A_batch_that_is_overtaken_again_and_again_says_so_and_goes_on_when_it_can()
    {
        using var lines = new Lines();
        demo.Host.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        var (batch, decisions) = (Guid.NewGuid(), await ManyAsync(500, 3));
        await demo.Host.TamperAsync("""
            create function public.overtake() returns trigger language plpgsql as $$ begin raise exception using errcode = 'serialization_failure'; end $$;
            create trigger overtake before insert on ledger.mt_events for each row when (new.type = 'credential-issued') execute function public.overtake()
            """);
        (await demo.Host.PutAsync("issuer", $"/api/batches/{batch}", new { decisions })).ShouldRecord(1);
        await Eventually.BeAsync(() => Task.FromResult(lines.All.Any(l => l.Level is LogLevel.Warning && l.Text.Contains($"{batch} was overtaken 5 times", StringComparison.Ordinal))), true);
        Counts(await demo.Host.GetAsync("issuer", $"/api/batches/{batch}")).ShouldBe((3, 0, 0, 0, 3));

        await demo.Host.TamperAsync("drop function public.overtake() cascade");
        await FinishedAsync($"/api/batches/{batch}");
        Counts(await demo.Host.GetAsync("issuer", $"/api/batches/{batch}")).ShouldBe((3, 3, 0, 0, 0));
    }

    private async Task<Guid[]> ManyAsync(int first, int count)
    {
        var decisions = new Guid[count];
        for (var i = 0; i < count; i++) decisions[i] = await demo.DecisionAsync(first + i);
        return decisions;
    }

    private Task FinishedAsync(string path) => Eventually.BeAsync(async () => (await demo.Host.GetAsync("auditor", path)).Json.GetProperty("finished").GetBoolean(), true);

    private static (int Ordered, int Issued, int Before, int Refused, int Remaining) Counts(Answer shown)
    {
        int Of(string name) => shown.Json.GetProperty(name).GetInt32();
        return (Of("ordered"), Of("issued"), Of("issuedBefore"), Of("refused"), Of("remaining"));
    }

    private async Task<(long Events, long Documents)> CredentialsAsync(Guid[] decisions)
    {
        await using var command = demo.Host.Database.CreateCommand("""
            with issued as (select stream_id from ledger.mt_events where type = 'credential-issued' and (data ->> 'decision')::uuid = any($1))
            select (select count(*) from issued), (select count(*) from documents.credentials where credential in (select stream_id from issued))
            """);
        command.Parameters.Add(new() { Value = decisions });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
