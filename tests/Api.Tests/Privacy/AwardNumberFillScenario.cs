using CredentialLedger.Api.Hosting.Postgres;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>A ledger from before there was a lookup of certificates has it after its first start, by itself.</summary>
public sealed class AwardNumberFillScenario(DemoLedger demo) : IClassFixture<DemoLedger>, IAsyncLifetime
{
    public Task InitializeAsync() => demo.Host.AppointAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private AwardNumbers Numbers => demo.Host.Services.GetRequiredService<AwardNumbers>();

    private MasterKeys Masters => demo.Host.Services.GetRequiredService<MasterKeys>();

    [Fact]
    public async Task At_start_the_awards_of_before_that_count_are_entered_and_no_other()
    {
        var (kept, annulled, erased) = (await demo.PersonAsync(8301), await demo.PersonAsync(8302), await demo.PersonAsync(8303));
        await AcceptAsync(kept, "ICDL-TH-8301");
        (await demo.Host.PostAsync("examiner", $"/api/awards/{await AcceptAsync(annulled, "ICDL-TH-8302")}/annulment", new { ground = "fraud" })).ShouldRecord(1);
        await AcceptAsync(erased, "ICDL-TH-8303");
        await EraseAsync(erased);
        var before = await RowsAsync();
        await EmptyAsync();
        (await AcceptAgainAsync("ICDL-TH-8301")).ShouldRecord(1); // the gap
        await EmptyAsync();

        // Two at once, as processes of an upgrade may start.
        var app = await LedgerCluster.AsAsync(demo.Host.SuperuserConnectionString, Roles.App);
        var both = await Task.WhenAll(LedgerHost.StartAsync(app, demo.Host.Folder), LedgerHost.StartAsync(app, demo.Host.Folder));
        try
        {
            await Eventually.BeAsync(async () => (await RowsAsync()).Count, before.Count);
        }
        finally
        {
            foreach (var one in both) await one.DisposeAsync();
        }
        (await RowsAsync()).ShouldBe(before, "of a certificate that was accepted twice the first has it");
        (await AcceptAgainAsync("icdl th 8301")).ShouldRefuse(409, "award.same-certificate");
        (await AcceptAgainAsync("ICDL-TH-8302")).ShouldRecord(1);
    }

    [Fact]
    public async Task It_goes_on_where_it_was_cut_short_and_a_second_time_adds_nothing()
    {
        foreach (var number in (int[])[8311, 8312, 8313]) await AcceptAsync(await demo.PersonAsync(number), $"ICDL-TH-{number}");
        var before = await RowsAsync();
        await EmptyAsync();
        var places = await PlacesAsync();
        (await Numbers.Fill(Masters, 0, places[^2], default)).ShouldBe(before.Count - 1);
        (await RowsAsync()).Count.ShouldBe(before.Count - 1);
        (await Numbers.Fill(Masters, 0, places[^1], default)).ShouldBe(1);
        (await Numbers.Fill(Masters, 0, places[^1], default)).ShouldBe(0);
        (await RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_award_that_is_annulled_meanwhile_is_not_entered()
    {
        var award = await AcceptAsync(await demo.PersonAsync(8321), "ICDL-TH-8321");
        await EmptyAsync();
        Task<Answer> annulling;
        Task<int> filling;
        await using (await Obstacle.ToAppendsAsync(demo.Host, award))
        {
            annulling = demo.Host.PostAsync("examiner", $"/api/awards/{award}/annulment", new { ground = "fraud" });
            await Obstacle.AtRowAsync(demo.Host);
            filling = Numbers.Fill(Masters, 0, long.MaxValue, default);
        }
        (await annulling).ShouldRecord(1);
        await filling;
        (await RowsAsync()).ShouldNotContain(r => r.Award == award);
    }

    private async Task<Guid> AcceptAsync(Guid person, string number)
    {
        var award = Guid.NewGuid();
        (await demo.Host.PutAsync("examiner", $"/api/awards/{award}", Equivalences.AwardBody(person, number: number))).ShouldRecord(1);
        return award;
    }

    private Task<Answer> AcceptAgainAsync(string number) => demo.Host.PutAsync("examiner", $"/api/awards/{Guid.NewGuid()}", Equivalences.AwardBody(DemoLedger.Trainee, number: number));

    private async Task EraseAsync(Guid person)
    {
        var erasure = $"/api/people/{person}/erasures/{Guid.NewGuid()}";
        (await demo.Host.PutAsync(Officers.Second, erasure, new { })).ShouldRecord(1);
        (await demo.Host.PostAsync(Officers.First, $"{erasure}/grant")).ShouldRecord(1);
    }

    private async Task EmptyAsync()
    {
        await using var command = demo.Host.Database.CreateCommand("delete from keys.award_numbers");
        await command.ExecuteNonQueryAsync();
    }

    private async Task<IReadOnlyList<(string Lookup, Guid Award)>> RowsAsync() => await ReadAsync("select encode(lookup, 'hex'), award from keys.award_numbers order by 1", row => (row.GetString(0), row.GetGuid(1)));

    private async Task<IReadOnlyList<long>> PlacesAsync() =>
        await ReadAsync("select seq_id from ledger.mt_events where type = 'award-accepted' order by 1", row => row.GetInt64(0));

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<Npgsql.NpgsqlDataReader, T> read)
    {
        await using var command = demo.Host.Database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await rows.ReadAsync()) all.Add(read(rows));
        return all;
    }
}
