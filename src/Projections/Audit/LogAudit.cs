using System.Data;
using System.Diagnostics;
using CredentialLedger.Projections.Audit.Rows;
using CredentialLedger.Projections.Audit.Trees;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Projections.Audit;

/// <summary>
/// Recomputes everything that can be recomputed, from one snapshot of the database and the published files: rows against leaves, leaves against
/// tiles, tree against every checkpoint, streams and read models against a replay. It believes nothing but the application's key and the log's.
/// </summary>
public sealed class LogAudit(NpgsqlDataSource database, ApplicationMac mac, TileFolder files, LogSigner signer, TlogPolicy? policy)
{
    private const int Chunk = 1024;

    /// <summary>Audit.</summary>
    /// <param name="since">The checkpoint of an earlier audit, from which on to look; null for everything.</param>
    /// <param name="progress">Is told now and then how many rows are checked, and of how many.</param>
    /// <param name="token">Ends the audit.</param>
    public async Task<AuditReport> Run(Checkpoint? since, Action<long, long> progress, CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        var outside = Outside.Of(files, signer);
        await using var rows = await database.OpenConnectionAsync(token);
        await using var snapshot = await rows.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await using var beside = await database.OpenConnectionAsync(token);
        await using var same = await Join(rows, beside, token);

        var run = new AuditRun();
        var head = await Head(beside, token);
        if (head is null || head.Origin != signer.Key.Name)
        {
            run.Found(new(DefectKind.HeadChanged, $"{LogTables.Schema}.heads"));
            return run.Report(since, new(signer.Key.Name, 0, MerkleTree.EmptyRoot), watch.Elapsed.TotalSeconds, replayed: false);
        }
        await new TableCheck(rows, run).Columns(token);
        var tree = new TreeAudit(beside, head.Log, files, new NoteCheck(signer.Key, policy), run);
        await tree.Begin(since, outside, token);
        var replay = since is null ? Task.Run(() => new Replay(database).Run(null, compare: true, (_, _) => { }, token), token) : null;
        await CheckRows(rows, tree, head, since, run, progress, token);
        tree.End(head, await Now(token));
        await new TableCheck(rows, run).Streams(since is null ? null : tree.Streams, token);
        if (replay is not null) run.Take(await replay);
        return run.Report(since, new(head.Origin, tree.Tree.Size, tree.Tree.Root), watch.Elapsed.TotalSeconds, replay is not null);
    }

    private async Task CheckRows(NpgsqlConnection connection, TreeAudit tree, TreeHead head, Checkpoint? since, AuditRun run, Action<long, long> progress, CancellationToken token)
    {
        var (check, total, done) = (new RowCheck(mac), Math.Max(0, head.Frontier.Size - tree.From), 0L);
        var where = since is null ? "true" : $"""
            e.id = any(array(select event from {LogTables.Schema}.leaves where log = {head.Log} and index >= {tree.From}
                             union all select u.id from {LedgerStore.Schema}.mt_events u
                                       where u.seq_id > {head.Settled} and not exists (select from {LogTables.Schema}.leaves l where l.log = {head.Log} and l.event = u.id offset 0)))
            """;
        var checking = Task.FromResult<IReadOnlyList<Defect>>([]);
        progress(0, total);
        await foreach (var chunk in RowImages.Read(connection, where, token).Chunk(Chunk).WithCancellation(token))
        {
            var pairs = new List<(RowImage Row, Leaf Leaf)>(chunk.Length);
            foreach (var row in chunk)
            {
                if (await tree.LeafOf(row, token) is { } leaf) pairs.Add((row, leaf));
            }
            // The next rows come while these are checked.
            run.FoundAll(await checking);
            checking = Task.Run(() => Check(check, pairs), token);
            progress(Math.Min(done += chunk.Length, total), total);
        }
        run.FoundAll(await checking);
        await foreach (var pair in tree.Rest(token)) run.FoundAll(Check(check, [pair]));
        foreach (var row in tree.WithoutLeaf) await Unlogged(connection, row, check, run, token);
        run.Checked(done);
        progress(total, total);
    }

    private static IReadOnlyList<Defect> Check(RowCheck check, IReadOnlyList<(RowImage Row, Leaf Leaf)> pairs)
    {
        var columns = new string?[pairs.Count];
        Parallel.For(0, pairs.Count, i => columns[i] = pairs[i].Leaf.Entry.Span[0] == LogEntry.Event ? check.Differs(pairs[i].Row, pairs[i].Leaf) : "");
        return [.. columns.Zip(pairs).Where(c => c.First is not null).Select(c => Named(c.First!, c.Second.Leaf))];
    }

    private static Defect Named(string column, Leaf leaf) => new(column switch
    {
        "" => DefectKind.EventInserted,
        "seq_id" => DefectKind.EventMoved,
        "timestamp, correlation_id, causation_id" or "timestamp" => DefectKind.EventRedated,
        _ => DefectKind.EventChanged,
    }, leaf.Event.ToString("D"), column is "" ? null : column, leaf.Sequence, leaf.Index);

    // What was recorded a moment ago has no leaf yet; what the application did not write, or is older, was slipped in.
    private static async Task Unlogged(NpgsqlConnection connection, RowImage row, RowCheck check, AuditRun run, CancellationToken token)
    {
        if (check.IsPending(row))
        {
            await using var now = new NpgsqlCommand("select now()", connection);
            if ((DateTime)(await now.ExecuteScalarAsync(token))! - RowImage.Moment(row.Fields()[7]) < TimeSpan.FromSeconds(60))
            {
                run.Waits();
                return;
            }
        }
        var fields = row.Fields();
        run.Found(new(DefectKind.EventInserted, RowImage.Id(fields[1]).ToString("D"), Sequence: RowImage.Number(fields[0])));
    }

    private static async Task<TreeHead?> Head(NpgsqlConnection connection, CancellationToken token)
    {
        try
        {
            return await TreeHead.Read(connection, locked: false, token);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<long> Now(CancellationToken token)
    {
        await using var command = database.CreateCommand($"select size from {LogTables.Schema}.heads order by log desc limit 1");
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    private static async Task<NpgsqlTransaction> Join(NpgsqlConnection exporter, NpgsqlConnection joining, CancellationToken token)
    {
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", exporter);
        var snapshot = (string)(await export.ExecuteScalarAsync(token))!;
        var transaction = await joining.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        await using var join = new NpgsqlCommand($"set transaction snapshot '{snapshot}'", joining);
        await join.ExecuteNonQueryAsync(token);
        return transaction;
    }
}
