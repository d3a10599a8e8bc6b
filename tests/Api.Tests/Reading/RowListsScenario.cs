using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Credentials;
using CredentialLedger.Projections.Reading;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Reading;

/// <summary>A list is read from rows and from what is recorded behind them, page by page, and never from half a read model.</summary>
public sealed class RowListsScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const string Body = "CB-DIGITAL";

    private RowLists Lists => demo.Host.Services.GetRequiredService<RowLists>();

    [Fact]
    public async Task What_waits_is_listed_in_order_while_the_projections_stand_still_and_each_page_goes_on_behind_the_last()
    {
        Guid[] before = [await demo.DecisionAsync(9701), await demo.DecisionAsync(9702), await demo.DecisionAsync(9703)];
        await Eventually.BeAsync(() => AskAsync($"select count(*) from {ReadModel.Of<AwaitedCredential>().Table} where data -> 'waiting' -> 0 ->> 'id' in ({string.Join(", ", before.Select(d => $"'{d}'"))})"), (object)3L);
        var projections = demo.Host.Services.GetRequiredService<IProjectionCoordinator>();
        await projections.PauseAsync();
        try
        {
            var after = await demo.DecisionAsync(9704);
            (await demo.Host.PostAsync("issuer", $"/api/decisions/{before[1]}/credential")).ShouldRecord(1);

            (await WaitingAsync(100)).ShouldBe([before[0], before[2], after]);
            (await WaitingAsync(1)).ShouldBe([before[0], before[2], after]);
            (await new RowLists(demo.Host.Database) { MostBehind = 3 }.First(AwaitedCredential.At(Body, null), 100, default)).ShouldBeNull("half a list would pass for a whole one");

            await demo.NotifiedAsync();
            (await Lists.First(CredentialStanding.InCase(Body, false, null), 100, default))!.Select(r => r.Id).ShouldBe([demo.Credential]);
            (await Lists.First(CredentialStanding.InCase("CB-RSA", false, null), 100, default))!.ShouldBeEmpty();
        }
        finally
        {
            await projections.ResumeAsync();
        }
        await Eventually.BeAsync(() => AskAsync($"select count(*) from {ReadModel.Of<CredentialStanding>().Table} where data #>> '{{open,since}}' is not null"), (object)1L);
        (await Lists.First(CredentialStanding.InCase(Body, false, null), 100, default))!.Select(r => r.Id).ShouldBe([demo.Credential]);
        (await demo.Host.GetAsync("revoker", "/api/cases")).Json.GetProperty("cases")[0].GetProperty("credential").GetGuid().ShouldBe(demo.Credential);
    }

    [Fact]
    public async Task What_ends_is_listed_by_its_last_day_page_by_page()
    {
        foreach (var number in (int[])[9711, 9712, 9713]) await demo.CredentialAsync(number);
        var (from, until) = (new DateOnly(2026, 1, 1), new DateOnly(2099, 1, 1));
        var all = (await Lists.First(CredentialStanding.Ending(Body, from, until, null), 100, default))!.Select(r => (r.ValidUntil!.Value, r.Id)).ToList();
        all.Count.ShouldBeGreaterThanOrEqualTo(4);
        var paged = new List<(DateOnly ValidUntil, Guid Id)>();
        while (await Lists.First(CredentialStanding.Ending(Body, from, until, paged is [.., var last] ? last : null), 1, default) is [var one]) paged.Add((one.ValidUntil!.Value, one.Id));
        paged.ShouldBe(all);
        (await demo.Host.GetAsync("decider", "/api/credentials/expiring?after=2026-01-01")).ShouldRefuse(422, "expiring.bad-after");
        (await demo.Host.GetAsync("decider", $"/api/credentials/expiring?after=2026-01-01.{Guid.Empty:N}")).Status.ShouldBe(200);
    }

    private async Task<List<Guid>> WaitingAsync(int page)
    {
        var (found, after) = (new List<Guid>(), (long?)null);
        while (await Lists.First(AwaitedCredential.At(Body, after), page, default) is { Count: > 0 } rows)
        {
            found.AddRange(rows.SelectMany(r => r.Waiting).Select(w => w.Id));
            after = rows[^1].Since;
        }
        return found;
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var command = demo.Host.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
