using Alba;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Backups;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>A database that is older than what the three witnesses saw records nothing, until an operator begins a new log after the old one.</summary>
public sealed class RestoredBehindScenario : IDisposable
{
    private const string Second = "credentialledger.example/second";

    private readonly string to = Directory.CreateTempSubdirectory("ledger-backups-").FullName;

    public void Dispose() => Directory.Delete(to, recursive: true);

    private static Task<Answer> Register(IAlbaHost app, int number) => app.SendAsync("hr-officer", HttpMethod.Put, $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(number));

    private static async Task Refused(Func<Task> what, string code) => (await Should.ThrowAsync<HostingProblem>(what)).Code.ShouldBe(code);

    [Fact]
    public async Task An_older_backup_is_not_written_to_until_a_new_log_follows_the_one_that_the_witnesses_saw()
    {
        await using var lost = await LedgerPlace.OfAsync(Prepared.Staffed);
        await using var back = await LedgerPlace.EmptyAsync();
        BackupReport taken;
        SignedNote last;
        Guid person;
        await using (var app = await lost.StartAsync(witnessed: true))
        {
            person = (await Register(app, 81)).ShouldRecord(1).Id;
            await LedgerPlace.PublishedAsync(app);
            taken = await lost.BackupAsync(to);
            (await Register(app, 82)).ShouldRecord(1);
            last = await LedgerPlace.PublishedAsync(app);
        }
        var served = Copied(lost.Witnesses, back.Witnesses);
        await back.RestoreAsync(taken.Events, taken.Keys);

        await using (var app = await back.StartAsync(witnessed: true))
        {
            // Unsure at first, and behind as soon as a witness has answered: nothing is recorded at any time.
            (await Register(app, 83)).Status.ShouldBe(503);
            await Eventually.BeAsync(async () => (await Register(app, 83)).Code, "log.behind");
            var refused = await Register(app, 83);
            refused.ShouldRefuse(503, "log.behind");
            // Whatever round of publishing comes next: none signs another history, nor takes the ledger for sound until the witnesses have answered.
            for (var round = 0; round < 3; round++) await Should.ThrowAsync<SignerRefusalException>(() => app.Services.GetRequiredService<LogPublisher>().Publish(default));
            app.Services.GetRequiredService<LogSigner>().Last.ShouldBeNull();
            refused.Json.GetProperty("title").GetString()!.ShouldContain("docs/operations/restore.md");
            refused.Json.GetProperty("titleTh").GetString()!.ShouldContain("docs/operations/restore.md");
            (await app.SendAsync("", HttpMethod.Get, "/health/ready")).Status.ShouldBe(503);
            (await app.SendAsync("", HttpMethod.Get, "/health/live")).Status.ShouldBe(200);
            (await app.SendAsync("", HttpMethod.Get, "/api/agreement")).Status.ShouldBe(200);
            (await app.SendAsync("", HttpMethod.Post, "/api/verify", new ByteArrayContent("<x/>"u8.ToArray()))).Status.ShouldBe(200);
            // Who opens a person's record is recorded; where that cannot be, it stays closed.
            (await app.SendAsync("hr-officer", HttpMethod.Get, $"/api/people/{person}")).ShouldRefuse(503, "log.behind");
        }

        await Refused(() => back.BeginLogAsync(Second, Path.Combine(taken.Events, "events.dump")), "begin-log.note");
        await Refused(() => back.BeginLogAsync("credentialledger.example/development", served), "begin-log.origin");
        await Refused(() => back.BeginLogAsync("no name", served), "begin-log.origin");
        await Refused(() => back.BeginLogAsync(Second, Smaller(back)), "begin-log.smaller");
        var key = await back.BeginLogAsync(Second, served);
        key.Name.ShouldBe(Second);
        await using (var database = Npgsql.NpgsqlDataSource.Create(back.Superuser))
        {
            // As the start does.
            await Refused(() => LogServices.RequireOrigin(database, "credentialledger.example/development", default), "log.origin");
            await LogServices.RequireOrigin(database, Second, default);
        }

        // The parties put the new key into their witnesses (LocalWitnesses does it here), and the ledger goes on.
        await using (var app = await back.StartAsync(witnessed: true, Second))
        {
            await Eventually.BeAsync(async () => (await Register(app, 84)).Status, 201);
            var note = await LedgerPlace.PublishedAsync(app);
            note.IsSignedBy(key).ShouldBeTrue();
            TlogPolicy.Parse(await File.ReadAllTextAsync(Path.Combine(back.Folder, LogServices.PolicyFile))).ProvenTime(note).ShouldNotBeNull();
            var first = app.Services.GetRequiredService<TileFolder>().Entries(Tile.In(Checkpoint.Parse(note.Text).Size, 0, 0)!.Value)[0];
            first.ToArray().ShouldBe(LogEntry.After(Checkpoint.Parse(last.Text)));
            (await app.SendAsync("hr-officer", HttpMethod.Get, $"/api/people/{person}")).Status.ShouldBe(200);
            await LedgerPlace.PublishedAsync(app);
            (await LedgerPlace.AuditAsync(app)).Defects.ShouldBeEmpty();
            (await app.SendAsync("", HttpMethod.Get, "/health/ready")).Status.ShouldBe(200);
        }
        await Refused(() => back.BeginLogAsync(Second, served), "begin-log.origin");
    }

    // What the parties have is theirs and outlives the ledger's machine; what a running witness has not named yet is nothing. Gives a witness's last checkpoint.
    private static string Copied(string from, string into)
    {
        foreach (var source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock" && Path.GetFileName(Path.GetDirectoryName(f)) != "drafts"))
        {
            var target = Path.Combine(into, Path.GetRelativePath(from, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
        return Directory.GetFiles(into, "checkpoint", SearchOption.AllDirectories).Where(f => f.Contains($"{Path.DirectorySeparatorChar}state{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .MaxBy(f => Checkpoint.Parse(SignedNote.Parse(File.ReadAllBytes(f)).Text).Size)!;
    }

    // One that the log did sign, long ago.
    private string Smaller(LedgerPlace place)
    {
        var signer = LogServices.SignerOf("credentialledger.example/development", new(place.Keys));
        var file = Path.Combine(to, "smaller");
        File.WriteAllBytes(file, new Checkpoint(signer.Key.Name, 1, new byte[32]).SignedBy(signer).ToBytes());
        return file;
    }
}
