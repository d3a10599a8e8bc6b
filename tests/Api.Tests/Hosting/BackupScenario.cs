using Alba;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Api.Hosting.Backups;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Hosting;

/// <summary>A ledger is copied while it runs and comes back whole; whatever goes wrong leaves nothing behind.</summary>
public sealed class BackupScenario : IDisposable
{
    private readonly string to = Directory.CreateTempSubdirectory("ledger-backups-").FullName;

    public void Dispose() => Directory.Delete(to, recursive: true);

    private string[] Left => [.. Directory.GetFileSystemEntries(to).Select(p => Path.GetFileName(p)!).Where(n => n != ".lock").Order(StringComparer.Ordinal)];

    private static async Task Refused(Func<Task> what, string code) => (await Should.ThrowAsync<HostingProblem>(what)).Code.ShouldBe(code);

    [Fact]
    public async Task A_ledger_comes_back_with_every_event_key_document_and_status_list_and_its_audit_is_clean()
    {
        await using var place = await LedgerPlace.OfAsync(Prepared.Complete);
        await using var back = await LedgerPlace.EmptyAsync();
        BackupReport taken;
        string told;
        byte[] document;
        await using (var app = await place.StartAsync())
        {
            await LedgerPlace.PublishedAsync(app);
            (told, document) = await Seen(app);
            taken = await place.BackupAsync(to);
        }
        var files = Directory.GetFiles(to, "*", SearchOption.AllDirectories);
        files.Select(f => Path.GetRelativePath(to, f)).ShouldNotContain(f => f.Contains("signer", StringComparison.Ordinal) || f.EndsWith("last", StringComparison.Ordinal));
        foreach (var folder in (string[])[taken.Events, taken.Keys]) File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in files.Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        // No key is among the events.
        var events = Directory.GetFiles(taken.Events).Select(File.ReadAllBytes).ToArray();
        foreach (var key in Directory.GetFiles(place.Keys, "*.key", SearchOption.AllDirectories).Select(File.ReadAllBytes)) events.Count(e => e.AsSpan().IndexOf(key) >= 0).ShouldBe(0);

        var report = await back.RestoreAsync(taken.Events, taken.Keys);
        report.Events.ShouldBeGreaterThan(50);
        Files(back.Keys).ShouldBe(Files(place.Keys), ignoreOrder: true);
        // As they were signed then: nothing can sign them again.
        var kept = StatusFiles.KeptIn(place.Folder).ToArray();
        kept.ShouldNotBeEmpty();
        foreach (var list in kept) (await File.ReadAllBytesAsync(Path.Combine(back.Folder, list))).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(place.Folder, list)), list);
        File.Exists(Path.Combine(back.Folder, "signer", "last")).ShouldBeFalse();
        await using (var app = await back.StartAsync())
        {
            var seen = await Seen(app);
            seen.Told.ShouldBe(told);
            seen.Document.ShouldBe(document);
            var verdict = await app.SendAsync("", HttpMethod.Post, "/api/verify", new ByteArrayContent(document));
            verdict.Json.GetProperty("overall").GetString().ShouldBe("valid", verdict.Text);
            await LedgerPlace.PublishedAsync(app);
            (await LedgerPlace.AuditAsync(app)).Defects.ShouldBeEmpty();
            (await app.SendAsync("hr-officer", HttpMethod.Put, $"/api/people/{Guid.NewGuid()}", DemoLedger.Person(71))).ShouldRecord(1);
        }
        await Refused(() => back.RestoreAsync(taken.Events, taken.Keys), "restore.not-empty");
    }

    // Each of the keys, in whichever folder, with its mode.
    private static (string, string, UnixFileMode)[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock").Select(f => (Path.GetRelativePath(folder, f), Convert.ToHexString(File.ReadAllBytes(f)), File.GetUnixFileMode(f)))];

    // A sealed name, a document out of the database, a status list.
    private static async Task<(string Told, byte[] Document)> Seen(IAlbaHost app)
    {
        var person = await app.SendAsync("hr-officer", HttpMethod.Get, $"/api/people/{DemoLedger.Candidate}");
        person.Status.ShouldBe(200, person.Text);
        person.Json.GetProperty("name").GetProperty("th").GetString().ShouldNotBeNullOrEmpty();
        await Eventually.BeAsync(async () => (await app.SendAsync("", HttpMethod.Get, "/status/CB-DIGITAL/1")).Status, 200);
        using var client = app.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await app.TokenAsync("auditor");
        return (person.Text, await client.GetByteArrayAsync($"/api{Prepared.Sample[Prepared.Sample.IndexOf("/credentials", StringComparison.Ordinal)..]}/document"));
    }

    [Fact]
    public async Task Keys_are_deleted_once_they_are_older_than_89_days_and_events_never()
    {
        await using var place = await LedgerPlace.OfAsync(Prepared.Staffed);
        var clock = new Hand(new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero));
        var first = await place.BackupAsync(to, clock);
        clock.Now += Backup.KeysKept;
        var second = await place.BackupAsync(to, clock);
        second.Pruned.ShouldBeEmpty();
        clock.Now += TimeSpan.FromSeconds(1);
        Directory.CreateDirectory(Path.Combine(to, "keys-of-the-house"));
        var third = await place.BackupAsync(to, clock);
        third.Pruned.ShouldBe([first.Keys]);
        Left.ShouldBe([.. new[] { first.Events, second.Events, third.Events, second.Keys, third.Keys, "keys-of-the-house" }.Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)]);
    }

    [Fact]
    public async Task What_cannot_be_copied_is_told_and_leaves_nothing()
    {
        await using var place = await LedgerPlace.OfAsync(Prepared.Staffed);
        await using var empty = await LedgerPlace.EmptyAsync();
        await Refused(() => empty.BackupAsync(to), "backup.nothing");
        var file = Path.Combine(place.Folder, "file");
        await File.WriteAllTextAsync(file, "");
        await Refused(() => place.BackupAsync(file), "backup.folder");
        var tools = Directory.CreateDirectory(Path.Combine(place.Folder, "tools")).FullName;
        await Refused(() => place.BackupAsync(to, options: new() { BinariesFolder = tools }), "backup.no-tools");
        foreach (var (says, code) in new[] { ("pg_dump: error: could not write to output file: No space left on device", "backup.disk-full"), ("pg_dump: error: connection lost", "backup.failed") })
        {
            // Half a file, and then the end.
            var script = $"#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) 99.1'; exit; fi\nfor w; do case $w in --file=*) echo half >\"${{w#--file=}}\";; esac; done\necho '{says}' >&2\nexit 1\n";
            foreach (var name in (string[])["pg_dump", "pg_restore"])
            {
                await File.WriteAllTextAsync(Path.Combine(tools, name), script);
                File.SetUnixFileMode(Path.Combine(tools, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            await Refused(() => place.BackupAsync(to, options: new() { BinariesFolder = tools }), code);
        }
        // What a killed one left goes with the next.
        Directory.CreateDirectory(Path.Combine(to, ".draft-0", "keys-20260101T000000000Z"));
        Left.ShouldBe([".draft-0"]);
        await place.BackupAsync(to);
        Left.Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_not_as_it_was_taken_or_has_older_keys_does_not_come_back()
    {
        await using var place = await LedgerPlace.OfAsync(Prepared.Staffed);
        await using var back = await LedgerPlace.EmptyAsync();
        var older = await place.BackupAsync(to, new Hand(new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero)));
        var newer = await place.BackupAsync(to, new Hand(new(2026, 1, 2, 8, 0, 0, TimeSpan.Zero)));
        await Refused(() => back.RestoreAsync(newer.Events, older.Keys), "restore.keys-older");
        await Refused(() => back.RestoreAsync(older.Keys, older.Keys), "backup.none");
        await Refused(() => place.RestoreAsync(older.Events, older.Keys), "restore.not-empty");
        foreach (var file in (string[])[Path.Combine(older.Events, "events.dump"), Path.Combine(older.Keys, "files", "log.key")])
        {
            var good = await File.ReadAllBytesAsync(file);
            await File.WriteAllBytesAsync(file, [.. good[..^1], (byte)(good[^1] ^ 1)]);
            await Refused(() => back.RestoreAsync(older.Events, older.Keys), "backup.damaged");
            await File.WriteAllBytesAsync(file, good);
        }
        await File.WriteAllTextAsync(Path.Combine(older.Keys, "files", "more.key"), "more");
        await Refused(() => back.RestoreAsync(older.Events, older.Keys), "backup.damaged");
        File.Delete(Path.Combine(older.Keys, "files", "more.key"));
        // A dump that is whole by its hash and none to PostgreSQL: what was restored before it goes again.
        await File.WriteAllTextAsync(Path.Combine(older.Keys, "keys.dump"), "none");
        BackupFolder.Seal(older.Keys);
        await Refused(() => back.RestoreAsync(older.Events, older.Keys), "backup.failed");
        // The newer keys open the older events.
        (await back.RestoreAsync(older.Events, newer.Keys)).Events.ShouldBeGreaterThan(0);
    }

    private sealed class Hand(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
