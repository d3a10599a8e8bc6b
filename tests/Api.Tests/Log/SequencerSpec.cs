using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Api.Tests.Log;

/// <summary>Every committed event has one leaf, whatever happens while leaves are made; each fact on a database of its own.</summary>
public sealed class SequencerSpec : IAsyncLifetime
{
    private readonly LogLedger ledger = new();

    public Task InitializeAsync() => ledger.InitializeAsync();

    public Task DisposeAsync() => ledger.DisposeAsync();

    private Task<long> Events() => ledger.AskAsync<long>("select count(*) from ledger.mt_events");

    private async Task EveryEventHasOneLeaf()
    {
        (await ledger.AskAsync<long>("select count(*) from log.leaves")).ShouldBe(await Events());
        (await ledger.AskAsync<long>("select count(*) from ledger.mt_events e where not exists (select from log.leaves l where l.event = e.id)")).ShouldBe(0);
        (await ledger.AskAsync<long>("select count(*) from generate_series(0, (select size - 1 from log.heads)) i where not exists (select from log.leaves l where l.index = i)")).ShouldBe(0);
        (await ledger.AskAsync<long>("select size from log.heads")).ShouldBe(await Events());
    }

    [Fact]
    public async Task Every_committed_event_becomes_the_entry_that_its_row_gives()
    {
        await ledger.AppendAsync(700);
        await ledger.SequenceAsync();
        await EveryEventHasOneLeaf();

        await using var connection = await ledger.Database.OpenConnectionAsync();
        var rows = await EventReader.Rows(connection, EventSelection.All, default).ToListAsync();
        var frontier = new Frontier();
        var entries = await Leaves.Entries(connection, 1, 0, rows.Count, default);
        foreach (var (row, entry) in rows.Zip(entries))
        {
            var (envelope, salt) = row.Authenticate(ledger.Mac)!.Value;
            Opening.Of(envelope, salt, null).Entry().ShouldBe(entry.ToArray());
            frontier.Append(MerkleTree.LeafHash(entry.Span));
        }
        (await TreeHead.Read(connection, locked: false, default))!.Checkpoint.Root.ToArray().ShouldBe(frontier.Root);
    }

    [Fact]
    public async Task A_round_with_nothing_new_writes_nothing()
    {
        await SettledAsync();
        var before = await ledger.AskAsync<string>("select pg_current_wal_insert_lsn()::text || xmin from log.heads");
        var sequencer = ledger.Sequencer();
        (await sequencer.Next(default)).ShouldBe(Batch.Empty);
        (await ledger.AskAsync<string>("select xmin::text from log.heads")).ShouldBe(before[^((await ledger.AskAsync<string>("select xmin::text from log.heads")).Length)..]);
    }

    [Fact]
    public async Task Many_sequencers_at_once_make_no_leaf_twice_and_leave_none_out()
    {
        var appending = Enumerable.Range(0, 8).Select(async i =>
        {
            for (var round = 0; round < 10; round++) await ledger.AppendAsync(1 + (i * 7 + round) % 40);
        });
        using var done = new CancellationTokenSource();
        var sequencing = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var sequencer = ledger.Sequencer();
            while (!done.IsCancellationRequested) await sequencer.Next(default);
            await ledger.SequenceAsync(sequencer);
        })).ToArray();
        await Task.WhenAll(appending);
        await done.CancelAsync();
        await Task.WhenAll(sequencing);
        await EveryEventHasOneLeaf();
    }

    private Task SettledAsync() => Eventually.BeAsync(async () =>
    {
        await ledger.SequenceAsync();
        return await ledger.AskAsync<bool>("select settled = seen and settled = (select max(seq_id) from ledger.mt_events) from log.heads");
    }, true);

    [Fact]
    public async Task What_commits_late_is_found_without_the_sweep_however_many_sequences_were_drawn_since()
    {
        await using var late = await ledger.OpenAsync(3);
        await using var lost = await ledger.OpenAsync(5);
        await ledger.AppendAsync(300);
        await ledger.RollBackAsync(20);
        await ledger.SequenceAsync();
        await ledger.AppendAsync(10);
        await ledger.SequenceAsync();
        var before = await ledger.AskAsync<long>("select size from log.heads");

        await late.CommitAsync();
        await lost.RollbackAsync();
        (await ledger.SequenceAsync()).ShouldBe(3);
        (await ledger.AskAsync<long>("select size from log.heads")).ShouldBe(before + 3);
        await EveryEventHasOneLeaf();
        // The gaps of rolled back transactions are left behind, once no transaction of the whole cluster is as old; other tests have theirs.
        await SettledAsync();
    }

    [Fact]
    public async Task An_archived_event_an_unknown_type_and_a_row_that_SQL_inserted_are_logged_and_stop_nothing()
    {
        var ids = await ledger.AppendAsync(4);
        await ledger.TamperAsync($"update ledger.mt_events set is_archived = true where id = '{ids[0]}'");
        await ledger.TamperAsync($"update ledger.mt_events set type = 'of-tomorrow' where id = '{ids[1]}'");
        await ledger.TamperAsync($"""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            values (nextval('ledger.mt_events_sequence'), gen_random_uuid(), null, -5, '1e400', '', 'infinity', null)
            """);
        await ledger.TamperAsync($"update ledger.mt_events set headers = jsonb_set(headers, '{{salt}}', '\"c2hvcnQ=\"') where id = '{ids[2]}'");
        await ledger.SequenceAsync();
        await EveryEventHasOneLeaf();
        (await ledger.AskAsync<long>("select count(*) from log.leaves where get_byte(entry, 0) = 2")).ShouldBe(4);
    }

    [Fact]
    public async Task A_row_below_all_that_is_settled_is_found_by_the_sweep()
    {
        await ledger.AppendAsync(300);
        await ledger.SequenceAsync();
        await ledger.TamperAsync("""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (-7, gen_random_uuid(), gen_random_uuid(), 1, '{}', 'completion-recorded', now() - interval '1 year')
            """);
        (await ledger.SequenceAsync()).ShouldBe(0);
        var found = await ledger.Sequencer().Sweep(default);
        (found.Count, found.Foreign).ShouldBe((1, 1));
        found.Oldest!.Value.ShouldBeLessThan(DateTimeOffset.UtcNow.AddDays(-300));
        await EveryEventHasOneLeaf();
    }

    [Fact]
    public async Task The_published_files_are_the_tree_and_the_checkpoint_is_written_last()
    {
        await ledger.AppendAsync(600);
        await ledger.SequenceAsync();
        var first = (await Publish())!;
        await ledger.AppendAsync(70);
        await ledger.SequenceAsync();
        var second = (await Publish())!;
        second.Size.ShouldBe(first.Size + 70);

        var hashes = new TileHashes(second.Size, ledger.Files.Hashes);
        MerkleTree.Root(second.Size, hashes.Of).ShouldBe(second.Root.ToArray());
        ConsistencyProof.Holds(first.Size, second.Size, ConsistencyProof.Of(first.Size, second.Size, hashes.Of), first.Root.Span, second.Root.Span).ShouldBeTrue();
        var note = SignedNote.Parse(ledger.Files.Checkpoint!);
        note.IsSignedBy(LogLedger.Key.Key).ShouldBeTrue();
        Checkpoint.Parse(note.Text).ShouldBe(second);
        (await ledger.AskAsync<long>("select count(*) from log.checkpoints")).ShouldBe(2);
    }

    [Fact]
    public async Task A_crash_between_any_two_steps_of_publishing_leaves_what_the_next_round_completes()
    {
        await ledger.AppendAsync(600);
        await ledger.SequenceAsync();
        await Publish();
        await ledger.AppendAsync(300);
        await ledger.SequenceAsync();
        var files = Directory.GetFiles(ledger.Files.Path, "*", SearchOption.AllDirectories).ToHashSet();

        // Tiles are written and the head is signed, but no witness answers: as after a crash there.
        ledger.Policy = TlogPolicy.Parse($"log {LogLedger.Key.Key}\nwitness silent {new NoteSigner("silent.example", NoteKeyType.Cosignature, new byte[32]).Key} http://127.0.0.1:9/\nquorum silent\n");
        (await Publish()).ShouldBeNull();
        ledger.Policy = null;
        var added = Directory.GetFiles(ledger.Files.Path, "*", SearchOption.AllDirectories).Except(files).ToArray();
        added.ShouldNotBeEmpty();
        foreach (var file in added.Where((_, i) => i % 2 == 0)) File.Delete(file);
        await ledger.AppendAsync(1);
        await ledger.SequenceAsync();
        var published = (await Publish())!;
        MerkleTree.Root(published.Size, new TileHashes(published.Size, ledger.Files.Hashes).Of).ShouldBe(published.Root.ToArray());
    }

    [Fact]
    public async Task The_signer_refuses_a_head_that_is_smaller_than_its_last_or_contradicts_it()
    {
        await ledger.AppendAsync(20);
        await ledger.SequenceAsync();
        var signed = (await Publish())!;
        await ledger.TamperAsync("update log.heads set size = 1, subtrees = sha256('a')");
        await Refused(SignerRefusal.Smaller);
        await ledger.TamperAsync($"update log.heads set size = {signed.Size}, subtrees = (select string_agg(sha256(index::text::bytea), '') from log.leaves where index < bit_count({signed.Size}::bit(32)))");
        await Refused(SignerRefusal.Inconsistent);
        await File.WriteAllTextAsync(ledger.SignerFile, "nothing\n");
        await Refused(SignerRefusal.DamagedState);
    }

    [Fact]
    public async Task A_database_older_than_what_was_signed_is_not_written_to()
    {
        await ledger.AppendAsync(20);
        await ledger.SequenceAsync();
        await Publish();
        await ledger.Publisher().Judge(default);
        ledger.Standing.Refusal.ShouldBeNull();
        await ledger.TamperAsync("delete from log.leaves where index > 10; update log.heads set size = 1, subtrees = sha256('a')");
        await ledger.Publisher().Judge(default);
        ledger.Standing.Refusal.ShouldBe(LogStanding.Behind);
        (await Should.ThrowAsync<LedgerClosedException>(() => ledger.AppendAsync(1))).Code.ShouldBe("log.behind");
    }

    [Fact]
    public async Task A_publisher_that_another_process_overtook_waits_its_turn_and_takes_nothing_for_behind()
    {
        await ledger.AppendAsync(3);
        await ledger.SequenceAsync();
        await ledger.PublishAsync();
        await GrowAsync("one");
        await GrowAsync("two");
        // The other process has signed all of it, and this one has yet to read how far the log has come.
        var others = Path.Combine(ledger.Folder, "other", "last");
        await new LogPublisher(ledger.Database, new LogSigner(LogLedger.Key, others), new TileFolder(Path.Combine(ledger.Folder, "other", "log")), new Witnesses(null, new HttpClient()), new LogStanding()).Publish(default);
        await HeadAsync("one");

        await using var connection = new NpgsqlConnection(ledger.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var leaves = await connection.BeginTransactionAsync();
        await using (var stop = new NpgsqlCommand("lock table log.leaves in access exclusive mode", connection, leaves)) await stop.ExecuteNonQueryAsync();
        var slow = ledger.PublishAsync();
        await Eventually.BeAsync(() => ledger.AskAsync<bool>("select exists (select from pg_locks where not granted and relation = 'log.leaves'::regclass and database = (select oid from pg_database where datname = current_database()))"), true);
        await HeadAsync("two");
        File.Copy(others, ledger.SignerFile, overwrite: true);
        await leaves.RollbackAsync();

        (await Should.ThrowAsync<SignerRefusalException>(slow)).Why.ShouldBe(SignerRefusal.Busy);
        ledger.Standing.Refusal.ShouldBeNull();
        (await ledger.PublishAsync()).Size.ShouldBe(await ledger.AskAsync<long>("select size from log.heads"));
    }

    // One event more; the head that then is can be put back.
    private async Task GrowAsync(string name)
    {
        await ledger.AppendAsync(1);
        await ledger.SequenceAsync();
        await ledger.TamperAsync($"create table log.{name} as table log.heads");
    }

    private Task HeadAsync(string name) => ledger.TamperAsync($"delete from log.heads; insert into log.heads table log.{name}");

    [Fact]
    public async Task A_tile_with_other_bytes_is_not_overwritten_and_nothing_is_published_over_it()
    {
        await ledger.AppendAsync(300);
        await ledger.SequenceAsync();
        var first = (await Publish())!;
        File.Delete(Path.Combine(ledger.Files.Path, "checkpoint"));
        var tile = Path.Combine(ledger.Files.Path, "tile", "0", "000");
        await File.WriteAllBytesAsync(tile, new byte[256 * 32]);
        await Should.ThrowAsync<InvalidDataException>(Publish);
        (await File.ReadAllBytesAsync(tile)).ShouldBe(new byte[256 * 32]);
        ledger.Files.Checkpoint.ShouldBeNull();
        first.Size.ShouldBeGreaterThan(300);
    }

    private Task<Checkpoint?> Publish() => ledger.Publisher().Publish(default);

    private async Task Refused(SignerRefusal why) => (await Should.ThrowAsync<SignerRefusalException>(Publish)).Why.ShouldBe(why);
}
