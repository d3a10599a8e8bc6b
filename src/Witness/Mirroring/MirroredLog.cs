using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Http;
using CredentialLedger.Witness.Storage;
using CredentialLedger.Witness.Witnessing;

namespace CredentialLedger.Witness.Mirroring;

/// <summary>
/// The copy of one log: C2SP tlog-mirror, "Updating a Mirror". The pending checkpoint is the one that the witness cosigned last; a bundle is
/// on disk as soon as it is proven, since "mirrors MAY commit pending entries to the log … as soon as they are added".
/// </summary>
internal sealed class MirroredLog
{
    // "If excess_entries is too large …": one whole request sent twice is not.
    private const long MostExcess = AddEntriesHeader.MaxPackages * Tile.FullWidth;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly WitnessedLog pending;
    private readonly MirrorFiles files;
    private readonly NoteSigner cosigner;
    private readonly TimeProvider clock;
    private RightEdge edge;
    private IReadOnlyList<ReadOnlyMemory<byte>> tail;
    private volatile CosignedHead? head;

    public MirroredLog(WitnessedLog pending, WitnessFolder folder, NoteSigner cosigner, TimeProvider clock)
    {
        (this.pending, this.cosigner, this.clock) = (pending, cosigner, clock);
        files = new(folder.MirrorOf(pending.Log.Hash), folder.Files);
        head = CosignedHead.ReadFile(files.Checkpoint, pending.Log, cosigner.Key);
        // "A pending checkpoint, which is at or ahead of the mirror checkpoint": else the witness forgot what it signed.
        if (files.Any && pending.Head is null || head is not null && (pending.Head!.Checkpoint.Size < head.Checkpoint.Size
            || pending.Head.Checkpoint.Size == head.Checkpoint.Size && !pending.Head.Checkpoint.Root.Span.SequenceEqual(head.Checkpoint.Root.Span)))
            throw new DamagedException(Path.Combine(folder.StateOf(pending.Log.Hash), "checkpoint"));
        (edge, tail) = MirrorCheck.Of(files, head?.Checkpoint);
    }

    /// <summary>The mirror checkpoint; null before the first.</summary>
    public CosignedHead? Head => head;

    // "The log index of the first entry … that is not in either the log or pending entry list."
    private long Next => edge.Bundles * Tile.FullWidth + tail.Count;

    /// <summary>The checked pending checkpoint of an upload, or the answer that refuses it.</summary>
    public async Task<(CosignedHead? Against, Answer? Refusal)> Begin(AddEntriesHeader header, CancellationToken token)
    {
        // "If the mirror has never received a pending checkpoint signed by the log … 422 Unprocessable Entity."
        if (pending.Head is null) return (null, Answer.Refused(StatusCodes.Status422UnprocessableEntity, "no-pending"));
        await gate.WaitAsync(token);
        try
        {
            var against = Known(header);
            // "If upload_end is neither a known pending checkpoint value nor the mirror checkpoint's tree size … less than the mirror checkpoint's tree size … upload_start is
            // greater than the mirror's next entry … excess_entries is too large … 409 Conflict."
            var refused = against is null || header.End < (head?.Checkpoint.Size ?? 0) || header.Start > Next || Math.Min(header.End, Next) - header.Start > MostExcess;
            return refused ? (null, Where(StatusCodes.Status409Conflict, against)) : (against, null);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Authenticate one package and keep its entries; false when it is not proven.</summary>
    public async Task<bool> Save(CosignedHead against, long start, EntryPackage package, CancellationToken token)
    {
        await gate.WaitAsync(token);
        try
        {
            var (bundle, before) = Math.DivRem(start, Tile.FullWidth);
            // "It reconstructs the subtree hash based on the received entries and entries already in the log. It then verifies the subtree consistency proof."
            List<ReadOnlyMemory<byte>> entries = [.. Entries(bundle, (int)before), .. package.Entries];
            var hashes = MirrorCheck.LeafHashes(entries);
            if (!BundleProof.Holds(RightEdge.Root(hashes), bundle, against.Checkpoint.Size, package.Proof, against.Checkpoint.Root.Span)) return false;
            // "If some entry has already been written …, the mirror MUST skip saving that entry."
            if (bundle < edge.Bundles || entries.Count <= tail.Count) return true;
            var tile = new Tile(0, bundle, entries.Count);
            files.Write(tile.EntriesPath, EntryBundle.Write(entries));
            if (entries.Count == Tile.FullWidth)
            {
                var (next, full) = edge.With(hashes);
                foreach (var (written, bytes) in full) files.Write(written.Path, bytes);
                (edge, tail) = (next, []);
            }
            else tail = entries;
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Finish an upload of which <paramref name="complete"/> says whether all packages came: 202, 409, or 200 with the mirror's cosignature.</summary>
    public async Task<Answer> Commit(CosignedHead against, bool complete, CancellationToken token)
    {
        await gate.WaitAsync(token);
        try
        {
            if (!complete) return Where(StatusCodes.Status202Accepted, against);
            var size = against.Checkpoint.Size;
            // "Check if upload_end is still greater than or equal to the mirror checkpoint's tree size."
            if (size < (head?.Checkpoint.Size ?? 0) || size > Next) return Where(StatusCodes.Status409Conflict, against);
            WritePartials(size);
            // Every root is derived again, from the files as they are on disk now, before the mirror says that it "durably logged the contents".
            if (!MirrorCheck.Root(files, size).AsSpan().SequenceEqual(against.Checkpoint.Root.Span)) throw new DamagedException(files.Checkpoint);
            var cosigned = CosignedHead.Make(against.Note, pending.Log, cosigner, head, clock);
            // "The mirror MUST persist the new checkpoint before responding."
            files.WriteCheckpoint(cosigned.Note.ToBytes());
            var before = head?.Checkpoint.Size ?? 0;
            head = cosigned;
            foreach (var tile in Tile.New(before, size).Where(tile => tile.Width == Tile.FullWidth)) files.DropPartials(tile);
            return Answer.Cosigned(cosigned);
        }
        finally
        {
            gate.Release();
        }
    }

    // "Logs MUST serve partial tiles corresponding to tree sizes for which a checkpoint was produced."
    private void WritePartials(long size)
    {
        for (var level = 0; size >> (level * Tile.Height) is > 0 and var hashes; level++)
        {
            var (index, width) = Math.DivRem(hashes, Tile.FullWidth);
            if (width == 0) continue;
            var tile = new Tile(level, index, (int)width);
            if (level == 0)
            {
                var entries = Entries(index, tile.Width);
                files.Write(tile.EntriesPath, EntryBundle.Write([.. entries]));
                files.Write(tile.Path, RightEdge.Bytes(MirrorCheck.LeafHashes([.. entries])));
            }
            else
            {
                var known = edge.Partial(level, index) is { } partial ? RightEdge.Bytes(partial) : files.Hashes(tile with { Width = Tile.FullWidth });
                files.Write(tile.Path, known[..(tile.Width * MerkleTree.HashLength)]);
            }
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Entries(long bundle, int count)
    {
        if (count == 0) return [];
        if (bundle == edge.Bundles) return tail.Take(count);
        var tile = new Tile(0, bundle, Tile.FullWidth);
        var entries = files.Entries(tile);
        files.Demand(tile.Path, RightEdge.Bytes(MirrorCheck.LeafHashes(entries)));
        return entries.Take(count);
    }

    private CosignedHead? Known(AddEntriesHeader header) =>
        pending.Recent(header.End) ?? (head?.Checkpoint.Size == header.End ? head : null)
        // "The mirror MUST authenticate any information it derives from a ticket": ours is a checkpoint that bears our own cosignature.
        ?? (pending.Cosigned(header.Ticket.Span) is { } ticket && ticket.Checkpoint.Size == header.End ? ticket : null);

    // "If the client's upload_end value was valid, the first line SHOULD contain upload_end. Otherwise, … the tree size of the current pending checkpoint."
    private Answer Where(int status, CosignedHead? against)
    {
        var shown = against is not null && against.Checkpoint.Size >= (head?.Checkpoint.Size ?? 0) ? against : pending.Head!;
        var ticket = shown.Note.ToBytes();
        return Answer.Where(status, new(shown.Checkpoint.Size, Next, ticket.Length <= ushort.MaxValue ? ticket : []));
    }
}
