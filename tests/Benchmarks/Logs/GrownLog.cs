using System.Diagnostics;
using CredentialLedger.Benchmarks.Appends;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Replays;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;
using NpgsqlTypes;

namespace CredentialLedger.Benchmarks.Logs;

/// <summary>A copy of the bench's ledger with many events and a log of its own over them, without a witness.</summary>
public sealed class GrownLog : IAsyncDisposable
{
    // The mac of the bench's events; what the demo recorded is foreign to it.
    private static readonly ApplicationMac Mac = new(new byte[32]);
    private static readonly NoteSigner Key = new("bench.example/log", NoteKeyType.Ed25519, new byte[32]);

    private readonly BenchLedger ledger;
    private readonly string name;
    private readonly NpgsqlDataSource database;
    private readonly TileFolder files;
    private readonly LogSigner signer;
    private readonly LogPublisher publisher;
    private readonly Random random = new(1);
    private int log = 1;

    private GrownLog(BenchLedger ledger, string name, NpgsqlDataSource database)
    {
        (this.ledger, this.name, this.database) = (ledger, name, database);
        files = new(Path.Combine(ledger.Folder, name));
        signer = new(Key, Path.Combine(ledger.Folder, $"{name}.signer"));
        publisher = new(database, signer, files, new Witnesses(null, new HttpClient()), new());
    }

    /// <summary>Size of the tree.</summary>
    public long Size { get; private set; }

    internal static GrownLog Of(BenchLedger ledger, string name, NpgsqlDataSource database) => new(ledger, name, database);

    /// <summary>Make it, with about so many events, all logged and published.</summary>
    public static async Task<GrownLog> Make(BenchLedger ledger, string name, int events, Report report, CancellationToken token)
    {
        report.Progress($"Making a log of {events} events ...");
        var database = await ledger.Copy(name, token);
        var made = new GrownLog(ledger, name, database);
        // The demo's events and the log over them are not the bench's.
        await made.Own($"set session_replication_role = replica; truncate ledger.mt_events, ledger.mt_streams, log.heads, log.leaves, log.checkpoints; truncate {string.Join(", ", LedgerStore.ReadModels.Select(m => m.Table))}; delete from ledger.mt_event_progression", token);
        await made.Grow(events, token);
        await made.Own("vacuum analyze ledger.mt_events", token);
        await made.Own("vacuum analyze log.leaves", token);
        return made;
    }

    /// <summary>Record so many more, log and publish them; the checkpoint before.</summary>
    public async Task<Checkpoint> Grow(int events, CancellationToken token)
    {
        var before = signer.Last ?? new(Key.Key.Name, 0, MerkleTree.EmptyRoot);
        await using (var store = AppendBenchmark.Store(database)) await History.Write(store, events, token);
        var sequencer = new Sequencer(database, Mac);
        await sequencer.Begin(Key.Key.Name, token);
        // The last empty rounds settle what was logged, as they do in a ledger that runs.
        for (var empty = 0; empty < 4;)
        {
            if ((await sequencer.Next(token)).Count == 0) empty++;
        }
        Size = (await publisher.Publish(token))!.Size;
        return before;
    }

    /// <summary>Sequence and publish as the ledger does, until told to stop.</summary>
    public async Task Run(CancellationToken token)
    {
        await Own("set session_replication_role = replica; truncate log.heads, log.leaves, log.checkpoints", default);
        var sequencer = new Sequencer(database, Mac);
        await sequencer.Begin(Key.Key.Name, default);
        var watch = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(200)); // as SequencerService does
        do
        {
            while ((await sequencer.Next(default)).Count == Sequencer.MaxBatch)
            {
            }
            if (watch.Elapsed > TimeSpan.FromSeconds(1))
            {
                await publisher.Publish(default);
                watch.Restart();
            }
        }
        while (await pace.WaitForNextTickAsync(default) && !token.IsCancellationRequested);
    }

    /// <summary>COPY every leaf again, so many in a transaction, into a table with the same indexes; leaves in a second.</summary>
    public async Task<double> Copy(int batch, CancellationToken token)
    {
        var leaves = new List<(Guid Event, long Sequence, byte[] Entry)>();
        await using (var command = database.CreateCommand("select event, sequence, entry from log.leaves where log = 1 order by index"))
        await using (var rows = await command.ExecuteReaderAsync(token))
            while (await rows.ReadAsync(token)) leaves.Add((rows.GetGuid(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2)));
        var watch = Stopwatch.StartNew();
        await using var connection = await database.OpenConnectionAsync(token);
        for (var i = 0; i < leaves.Count;)
        {
            await using var copy = await connection.BeginBinaryImportAsync("copy log.copied (log, index, event, sequence, entry) from stdin (format binary)", token);
            for (var end = (int)Math.Min((long)i + batch, leaves.Count); i < end; i++)
            {
                await copy.StartRowAsync(token);
                await copy.WriteAsync(1, NpgsqlDbType.Integer, token);
                await copy.WriteAsync((long)i, NpgsqlDbType.Bigint, token);
                await copy.WriteAsync(leaves[i].Event, NpgsqlDbType.Uuid, token);
                await copy.WriteAsync(leaves[i].Sequence, NpgsqlDbType.Bigint, token);
                await copy.WriteAsync(leaves[i].Entry, NpgsqlDbType.Bytea, token);
            }
            await copy.CompleteAsync(token);
        }
        var rate = leaves.Count / watch.Elapsed.TotalSeconds;
        await Own("truncate log.copied", token);
        return rate;
    }

    /// <summary>Log every event again under another log; leaves in a second.</summary>
    public async Task<double> SequenceAgain(CancellationToken token)
    {
        await Own($"insert into log.heads (log, origin) values ({++log}, 'bench {log}')", token);
        var sequencer = new Sequencer(database, Mac);
        var (watch, count) = (Stopwatch.StartNew(), 0L);
        while (await sequencer.Next(token) is { Count: > 0 } batch) count += batch.Count;
        var rate = count / watch.Elapsed.TotalSeconds;
        await Own($"delete from log.leaves where log = {log}; delete from log.heads where log = {log}", token);
        return rate;
    }

    /// <summary>Inclusion proofs of random events in a second.</summary>
    public async Task<double> Prove(TimeSpan slice, CancellationToken token)
    {
        var events = new List<Guid>();
        await using (var command = database.CreateCommand("select event from log.leaves where log = 1 and index % greatest(1, (select size / 1000 from log.heads where log = 1)) = 0"))
        await using (var rows = await command.ExecuteReaderAsync(token))
            while (await rows.ReadAsync(token)) events.Add(rows.GetGuid(0));
        var proofs = new LogProofs(files);
        await using var connection = await database.OpenConnectionAsync(token);
        var (watch, count) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < slice; count++) _ = await proofs.Of(connection, [events[random.Next(events.Count)]], token);
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Audit, all or since a checkpoint; how many rows.</summary>
    public async Task<long> Audit(Checkpoint? since, CancellationToken token)
    {
        var report = await new LogAudit(database, Mac, files, signer, null).Run(since, (_, _) => { }, token);
        return report.Defects.All(d => d.Kind is DefectKind.ReadModelDiffers) ? report.Events : throw new InvalidOperationException($"The bench's ledger is not clean: {report.Defects[0]}");
    }

    /// <summary>Read every column in order; how many rows.</summary>
    public async Task<long> Select(CancellationToken token)
    {
        await using var command = database.CreateCommand("select seq_id, id, stream_id, version, data, bdata, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, is_archived from ledger.mt_events order by seq_id");
        await using var rows = await command.ExecuteReaderAsync(token);
        long count = 0;
        for (; await rows.ReadAsync(token); count++)
            _ = (rows.GetInt64(0), rows.GetGuid(1), rows.GetGuid(2), rows.GetInt64(3), rows.GetFieldValue<byte[]>(4), rows.GetString(6), rows.GetFieldValue<DateTimeOffset>(7), rows.GetString(8), rows.GetString(9), rows.IsDBNull(10), rows.IsDBNull(11), rows.GetFieldValue<byte[]>(12), rows.GetBoolean(13));
        return count;
    }

    /// <summary>The checkpoint that the log had at a size.</summary>
    public Task<Checkpoint> CheckpointAt(long size, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return Task.FromResult(new Checkpoint(Key.Key.Name, size, MerkleTree.Root(size, new TileHashes(Size, files.Hashes).Of)));
    }

    /// <summary>Run a statement as the superuser.</summary>
    public async Task Own(string sql, CancellationToken token)
    {
        await using var owner = ledger.OpenToSettle(name);
        await using var command = owner.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(token);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
