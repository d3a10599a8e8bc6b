using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Witness.Cli;

namespace CredentialLedger.Witness.Mirroring;

/// <summary>At start, every entry is hashed again, and every tile and the root compared with what the entries give.</summary>
internal static class MirrorCheck
{
    /// <summary>The edge and the entries behind the last full bundle of a mirrored tree.</summary>
    /// <exception cref="DamagedException">A file is missing or is not what the entries give.</exception>
    public static (RightEdge Edge, IReadOnlyList<ReadOnlyMemory<byte>> Tail) Of(MirrorFiles files, Checkpoint? mirrored)
    {
        var (edge, size) = (RightEdge.Empty, mirrored?.Size ?? 0);
        while ((edge.Bundles + 1) * Tile.FullWidth <= size)
        {
            (edge, var full) = edge.With(LeafHashes(files.Entries(new(0, edge.Bundles, Tile.FullWidth))));
            foreach (var (tile, bytes) in full)
            {
                files.Demand(tile.Path, bytes);
                // A crash may have come between the checkpoint and this.
                files.DropPartials(tile);
            }
        }
        IReadOnlyList<ReadOnlyMemory<byte>> tail = Tile.In(size, 0, edge.Bundles) is { } last ? files.Entries(last) : [];
        foreach (var (tile, bytes) in Partials(size, edge, LeafHashes(tail))) files.Demand(tile.Path, bytes);
        if (mirrored is not null && !Root(files, size).AsSpan().SequenceEqual(mirrored.Root.Span)) throw new DamagedException(files.Checkpoint);
        return (edge, tail);
    }

    /// <summary>The partial tiles of a tree whose right edge this is, with their bytes.</summary>
    public static IEnumerable<(Tile Tile, byte[] Bytes)> Partials(long size, RightEdge edge, IReadOnlyList<byte[]> tailHashes)
    {
        for (var level = 0; size >> (level * Tile.Height) is > 0 and var width; level++)
        {
            if (width % Tile.FullWidth is > 0 and var partial)
                yield return (new(level, width / Tile.FullWidth, (int)partial), RightEdge.Bytes(level == 0 ? tailHashes : edge.Partial(level, width / Tile.FullWidth)!));
        }
    }

    /// <summary>The root of the mirrored tree of <paramref name="size"/> leaves, from the tiles on disk.</summary>
    public static byte[] Root(MirrorFiles files, long size) => MerkleTree.Root(size, new TileHashes(size, files.Hashes).Of);

    public static IReadOnlyList<byte[]> LeafHashes(IReadOnlyList<ReadOnlyMemory<byte>> entries) => [.. entries.Select(entry => MerkleTree.LeafHash(entry.Span))];
}
