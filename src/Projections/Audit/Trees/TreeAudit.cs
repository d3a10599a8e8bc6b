using CredentialLedger.Projections.Audit.Rows;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Projections.Audit.Trees;

/// <summary>Reads the leaves of a log in their order, computes tree and files from them, holds every checkpoint against it, and gives each row its leaf.</summary>
internal sealed class TreeAudit(NpgsqlConnection connection, int log, TileFolder files, NoteCheck notes, AuditRun run)
{
    private readonly Dictionary<Guid, Leaf> ahead = [];
    private readonly Dictionary<Guid, RowImage> waiting = [];
    private readonly Dictionary<long, Checkpoint> checkpoints = [];
    private readonly HashSet<Guid> streams = [];
    private TileCheck tiles = null!;
    private NpgsqlCommand command = null!;
    private NpgsqlDataReader leaves = null!;
    private Checkpoint? audited;
    private long published, shift;

    /// <summary>The tree over the leaves that were read.</summary>
    public Frontier Tree => tiles.Tree;

    /// <summary>The index of the first leaf that is read, and whose row is to be checked.</summary>
    public long From { get; private set; }

    /// <summary>Streams of the rows that were given their leaves.</summary>
    public IReadOnlyCollection<Guid> Streams => streams;

    /// <summary>Rows that have no leaf.</summary>
    public IEnumerable<RowImage> WithoutLeaf => waiting.Values;

    /// <summary>Begin at the checkpoint that was audited last, which this tree must contain.</summary>
    /// <param name="since">That checkpoint, or null.</param>
    /// <param name="outside">What was published and signed before the database's snapshot was taken: so the snapshot must contain it.</param>
    /// <param name="token">Ends it.</param>
    public async Task Begin(Checkpoint? since, Outside outside, CancellationToken token)
    {
        await ReadCheckpoints(since?.Size ?? 0, token);
        published = Published(outside.Checkpoint, since?.Size ?? 0)?.Size ?? 0;
        if (outside.Signed is { } signed)
        {
            Expect(signed);
            if (signed.Size < published) run.Found(new(DefectKind.SignerWrong, "signer")); // what is published was signed before
        }
        else if (outside.SignerIsWrong || checkpoints.Count > 0) run.Found(new(DefectKind.SignerWrong, "signer"));
        tiles = new(files, published, name => run.Found(new(DefectKind.FileChanged, name)));
        if (since is { Size: > 0 }) From = Resume(since);
        command = new($"select index, event, sequence, entry from {LogTables.Schema}.leaves where log = {log} and index >= {From} order by index", connection) { CommandTimeout = 0 };
        leaves = await command.ExecuteReaderAsync(token);
    }

    /// <summary>The leaf of a row; null when it is not near, and the row waits for it.</summary>
    public async Task<Leaf?> LeafOf(RowImage row, CancellationToken token)
    {
        const int Near = 4096;
        var fields = row.Fields();
        var (id, sequence) = (RowImage.Id(fields[1]), RowImage.Number(fields[0]));
        if (fields[2] is { } stream) streams.Add(RowImage.Id(stream));
        if (ahead.Remove(id, out var leaf)) return leaf;
        while (await Next(token) is { } next)
        {
            if (next.Event == id) return next;
            ahead[next.Event] = next;
            if (next.Sequence > sequence + Near) break;
        }
        waiting.Add(id, row);
        return null;
    }

    /// <summary>The rows whose leaves stand further on; what is then left over was logged and is not there.</summary>
    public async IAsyncEnumerable<(RowImage Row, Leaf Leaf)> Rest([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        while (await Next(token) is { } leaf) ahead[leaf.Event] = leaf;
        await leaves.DisposeAsync();
        await command.DisposeAsync();
        foreach (var leaf in ahead.Values.OrderBy(l => l.Index))
        {
            if (waiting.Remove(leaf.Event, out var row)) yield return (row, leaf);
            else if (leaf.Entry.Span[0] != LogEntry.Predecessor) run.Found(new(DefectKind.EventMissing, leaf.Event.ToString("D"), null, leaf.Sequence, leaf.Index));
        }
    }

    /// <summary>Every leaf was read: files, head, signer and checkpoints must agree with the tree.</summary>
    /// <param name="head">The head in the snapshot.</param>
    /// <param name="now">How far the log has grown since.</param>
    public void End(TreeHead head, long now)
    {
        tiles.End();
        if (audited?.Size > Tree.Size) run.Found(new(DefectKind.HistoryRewritten, $"checkpoint {audited.Size}"));
        if (head.Frontier.Size != Tree.Size || !head.Frontier.Root.AsSpan().SequenceEqual(Tree.Root)) run.Found(new(DefectKind.HeadChanged, $"{LogTables.Schema}.heads"));
        foreach (var late in checkpoints.Keys.Where(size => size > Tree.Size)) run.Found(new(DefectKind.CheckpointWrong, $"checkpoint {late}"));
        Strangers(now);
    }

    private async Task<Leaf?> Next(CancellationToken token)
    {
        if (leaves.IsClosed || !await leaves.ReadAsync(token)) return null;
        var leaf = new Leaf(leaves.GetInt64(0), leaves.GetGuid(1), leaves.GetInt64(2), leaves.GetFieldValue<byte[]>(3));
        // Of a hole the leaf behind it is told, not each that follows.
        if (leaf.Index - Tree.Size != shift) run.Found(new(DefectKind.LeafChanged, $"{LogTables.Schema}.leaves", "index", leaf.Sequence, leaf.Index));
        shift = leaf.Index - Tree.Size;
        if (leaf.Entry.Length != LogEntry.Length || leaf.Entry.Span[0] is not (LogEntry.Event or LogEntry.Foreign or LogEntry.Predecessor))
        {
            run.Found(new(DefectKind.LeafChanged, $"{LogTables.Schema}.leaves", "entry", leaf.Sequence, leaf.Index));
            leaf = leaf with { Entry = new byte[LogEntry.Length] };
        }
        tiles.Add(leaf.Entry);
        if (audited?.Size == Tree.Size && !audited.Root.Span.SequenceEqual(Tree.Root)) run.Found(new(DefectKind.HistoryRewritten, $"checkpoint {audited.Size}"));
        if (checkpoints.TryGetValue(Tree.Size, out var checkpoint) && !checkpoint.Root.Span.SequenceEqual(Tree.Root))
            run.Found(new(DefectKind.CheckpointWrong, $"checkpoint {Tree.Size}"));
        return leaf;
    }

    // The old tree's own files give its subtrees, and they must hash to the root that was audited. What was audited before it was published
    // stands in the leaves alone: then the reading begins at what is published, and comes by the root that was audited.
    private long Resume(Checkpoint since)
    {
        var start = Math.Min(since.Size, published);
        try
        {
            if (start > 0) tiles.BeginAt(start);
            if (start < since.Size) audited = since;
            if (audited is not null || tiles.Tree.Root.AsSpan().SequenceEqual(since.Root.Span)) return start;
        }
        catch (Exception e) when (e is LogFormatException or IOException or ArgumentOutOfRangeException)
        {
            // Told below.
        }
        audited = null;
        run.Found(new(DefectKind.HistoryRewritten, $"checkpoint {since.Size}"));
        tiles = new(files, published, name => run.Found(new(DefectKind.FileChanged, name)));
        return 0;
    }

    private Checkpoint? Published(byte[]? note, long above)
    {
        if (note is null)
        {
            if (checkpoints.Count > 0) run.Found(new(DefectKind.FileChanged, "checkpoint"));
            return null;
        }
        var checkpoint = notes.Of(note, cosigned: true);
        if (checkpoint is null) run.Found(new(DefectKind.CheckpointWrong, "checkpoint"));
        else
        {
            // It was recorded before it was published.
            if (checkpoint.Size >= above && !checkpoints.ContainsKey(checkpoint.Size)) run.Found(new(DefectKind.CheckpointWrong, $"{LogTables.Schema}.checkpoints", "row", Index: checkpoint.Size));
            Expect(checkpoint);
        }
        return checkpoint;
    }

    // Two of one size must be one.
    private void Expect(Checkpoint checkpoint)
    {
        if (!checkpoints.TryAdd(checkpoint.Size, checkpoint) && checkpoints[checkpoint.Size] != checkpoint)
            run.Found(new(DefectKind.CheckpointWrong, $"checkpoint {checkpoint.Size}"));
    }

    private async Task ReadCheckpoints(long above, CancellationToken token)
    {
        await using var kept = new NpgsqlCommand($"select size, note from {LogTables.Schema}.checkpoints where log = {log} and size >= {above} order by size", connection);
        await using var row = await kept.ExecuteReaderAsync(token);
        while (await row.ReadAsync(token))
        {
            var (size, note) = (row.GetInt64(0), row.GetString(1));
            if (notes.Of(System.Text.Encoding.UTF8.GetBytes(note), cosigned: true) is { } checkpoint && checkpoint.Size == size) checkpoints[size] = checkpoint;
            else run.Found(new(DefectKind.CheckpointWrong, $"{LogTables.Schema}.checkpoints", "note", Index: size));
        }
    }

    // An audit since a checkpoint looks where files have come since: in the folders of the new tiles, and in those of their parts.
    private IEnumerable<(string Path, SearchOption Option)> Folders(long now)
    {
        if (From == 0) return [(files.Path, SearchOption.AllDirectories)];
        var paths = Tile.New(From, now).SelectMany(tile => tile.Level == 0 ? new[] { tile.Path, tile.EntriesPath } : [tile.Path]);
        var parents = paths.Select(path => Path.Combine(files.Path, Path.GetDirectoryName(path)!));
        return parents.SelectMany(folder => folder.EndsWith(".p", StringComparison.Ordinal) ? new[] { folder, Path.GetDirectoryName(folder)! } : [folder])
            .Distinct().Where(Directory.Exists).Select(folder => (folder, SearchOption.TopDirectoryOnly));
    }

    // A file that no tree up to this size has, or had; and an older part of a tile that is not the beginning of it.
    private void Strangers(long now)
    {
        if (!Directory.Exists(files.Path)) return;
        foreach (var file in Folders(now).SelectMany(folder => Directory.EnumerateFiles(folder.Path, "*", folder.Option)))
        {
            var name = Path.GetRelativePath(files.Path, file);
            if (name == "checkpoint") continue;
            if (Tile.Parse(name) is not var (tile, entries) || Tile.In(now, tile.Level, tile.Index) is not { } grown || grown.Width < tile.Width
                || tile.Width < grown.Width && !tiles.Begins(tile, entries, file)) run.Found(new(DefectKind.FileChanged, name));
        }
    }
}

/// <summary>What was outside of the database before its snapshot was taken.</summary>
/// <param name="Checkpoint">The published checkpoint.</param>
/// <param name="Signed">The signer's last.</param>
/// <param name="SignerIsWrong">The signer's file is there and damaged.</param>
internal sealed record Outside(byte[]? Checkpoint, Checkpoint? Signed, bool SignerIsWrong)
{
    public static Outside Of(TileFolder files, LogSigner signer)
    {
        try
        {
            return new(files.Checkpoint, signer.Last, false);
        }
        catch (SignerRefusalException)
        {
            return new(files.Checkpoint, null, true);
        }
    }
}
