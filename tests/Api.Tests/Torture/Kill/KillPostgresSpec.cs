using CredentialLedger.Api.Log;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;
using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>kill -9 of every process of PostgreSQL, at random, while units of work, sequencer and publisher of this process use it; and the proof that these tests would see a loss.</summary>
public sealed class KillPostgresSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string folder = KillableCluster.NewFolder();
    private readonly Notebook notes = new();
    private KillableCluster cluster = null!;
    private ApplicationMac mac = null!;
    private LogSigner signer = null!;

    public async Task InitializeAsync()
    {
        cluster = new(Path.Combine(folder, "postgres"));
        await cluster.StartAsync();
        await (await ApiProcess.StartAsync(folder, demo: false)).DisposeAsync(); // makes the schema and the keys
        var keys = new KeyFolder(Path.Combine(folder, "keys"));
        (mac, signer) = (new(keys.Read("application-mac")!), new(LogServices.SignerOf("credentialledger.example/development", keys), Path.Combine(folder, "signer", "last")));
        await using var database = cluster.Open();
        await new Sequencer(database, mac).Begin("credentialledger.example/development", default);
    }

    public async Task DisposeAsync()
    {
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private TileFolder Files => new(Path.Combine(folder, "log"));

    private async Task RoundAsync(Random chance, bool synchronous, int atMost)
    {
        await using var database = cluster.Open(synchronous);
        using var writers = new Writers(database, mac, signer, Files, notes);
        var load = writers.LoadAsync(4);
        await notes.NextAsync(load);
        await Task.Delay(chance.Next(50, atMost));
        await cluster.KillAsync();
        await load;
        await cluster.StartAsync();
    }

    private KillCheck Check(NpgsqlDataSource database) => new(database, mac, Files, signer, null);

    [Fact]
    public async Task Whatever_PostgreSQL_committed_before_it_was_killed_is_there_once()
    {
        var (chance, rounds) = (Mode.Chance(output), Mode.Of(8, 100));
        for (var round = 0; round < rounds; round++) await RoundAsync(chance, synchronous: true, 1200);
        await using var database = cluster.Open();
        (await Check(database).EventsAsync(notes)).ShouldBeEmpty();
        using (var writers = new Writers(database, mac, signer, Files, notes)) await writers.SettleAsync();
        notes.Unanswered.ShouldBeEmpty();
        var problems = await Check(database).ProblemsAsync(notes);
        output.WriteLine($"{rounds} kills of PostgreSQL; {notes.Acknowledged.Count} commands acknowledged, {notes.Notes.Count} checkpoints handed out, {problems.Count} problems");
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_loss_is_seen_where_commits_do_not_wait_for_the_disk()
    {
        var (chance, lost, attempts) = (Mode.Chance(output), 0, 0);
        while (lost == 0 && attempts++ < 20)
        {
            await RoundAsync(chance, synchronous: false, 600);
            await using var database = cluster.Open();
            lost = (await Check(database).EventsAsync(notes)).Count(p => p.StartsWith("lost", StringComparison.Ordinal));
        }
        output.WriteLine($"{lost} of {notes.Acknowledged.Count} acknowledged commands lost at attempt {attempts}");
        lost.ShouldBeGreaterThan(0);
    }
}
