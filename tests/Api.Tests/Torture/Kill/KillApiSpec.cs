using CredentialLedger.Api.Log;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Tiles;
using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>kill -9 of the whole API with its witnesses, at random under the load of several clients, now and then of its PostgreSQL too: what was acknowledged stays.</summary>
public sealed class KillApiSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string folder = KillableCluster.NewFolder();
    private readonly Notebook notes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Whatever_the_API_acknowledged_before_it_was_killed_is_there_once()
    {
        var (chance, rounds, postgres, clients) = (Mode.Chance(output), Mode.Of(20, 200), 0, new Clients(notes));
        await using var cluster = new KillableCluster(Path.Combine(folder, "postgres"));
        await cluster.StartAsync();
        var api = await ApiProcess.StartAsync(folder, demo: true);
        try
        {
            await Rig.Eventually.BeAsync(() => Task.FromResult(File.Exists(Path.Combine(folder, "demo", "status.jwt"))), true);
            for (var round = 0; round < rounds; round++)
            {
                var load = clients.LoadAsync(api.Address, 4);
                await notes.NextAsync(load);
                await Task.Delay(chance.Next(50, 2000));
                var both = round % 4 == 3;
                if (both) await cluster.KillAsync();
                await api.DisposeAsync();
                await load;
                if (both && ++postgres > 0) await cluster.StartAsync();
                api = await ApiProcess.StartAsync(folder, demo: false);
                (await clients.RepeatAsync(api.Address, notes.Acknowledged.OrderBy(a => a.Command).Take(5))).ShouldBeEmpty();
            }
            (await clients.RepeatAsync(api.Address, notes.Acknowledged)).ShouldBeEmpty();
            notes.Unanswered.ShouldBeEmpty();
            await PublishedAsync(cluster);
        }
        finally
        {
            await api.DisposeAsync();
        }
        await using var database = cluster.Open();
        var policy = TlogPolicy.Parse(await File.ReadAllTextAsync(Path.Combine(folder, LogServices.PolicyFile)));
        var problems = await Check(database, policy).ProblemsAsync(notes);
        output.WriteLine($"{rounds} kills of the API, {postgres} of them with PostgreSQL; {notes.Acknowledged.Count} commands acknowledged, {notes.Notes.Count} checkpoints handed out, {problems.Count} problems");
        problems.ShouldBeEmpty();
    }

    private KillCheck Check(Npgsql.NpgsqlDataSource database, TlogPolicy policy)
    {
        var keys = new KeyFolder(Path.Combine(folder, "keys"));
        return new(database, new(keys.Read("application-mac")!), new TileFolder(Path.Combine(folder, "log")), new LogSigner(LogServices.SignerOf("credentialledger.example/development", keys), Path.Combine(folder, "signer", "last")), policy);
    }

    // The last of the load is logged and published.
    private async Task PublishedAsync(KillableCluster cluster)
    {
        await using var database = cluster.Open();
        await Rig.Eventually.BeAsync(async () =>
        {
            await using var command = database.CreateCommand("select (select count(*) from ledger.mt_events) = (select max(size) from log.checkpoints)");
            return await command.ExecuteScalarAsync() is true;
        }, true);
    }
}
