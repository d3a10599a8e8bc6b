using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Witness.Mirroring;

/// <summary>What a growing tree of full bundles has not written yet: above the leaves, the hashes of each level's last, still partial tile.</summary>
internal sealed class RightEdge
{
    // levels[0] is level 1; each has at most 255 hashes.
    private readonly IReadOnlyList<(long Index, IReadOnlyList<byte[]> Hashes)> levels;

    private RightEdge(long bundles, IReadOnlyList<(long, IReadOnlyList<byte[]>)> levels) => (Bundles, this.levels) = (bundles, levels);

    public static RightEdge Empty { get; } = new(0, []);

    /// <summary>Full bundles, and so full tiles of level 0.</summary>
    public long Bundles { get; }

    /// <summary>The hashes of a tile above the leaves when it is the partial one of its level, or nothing where its level has not begun; null when it is full.</summary>
    public IReadOnlyList<byte[]>? Partial(int level, long index) =>
        level > levels.Count ? [] : levels[level - 1] is var (last, hashes) && last == index ? hashes : null;

    /// <summary>The edge behind one more full bundle, and the tiles that became full with it, lowest level first.</summary>
    public (RightEdge Next, IReadOnlyList<(Tile Tile, byte[] Bytes)> Full) With(IReadOnlyList<byte[]> leafHashes)
    {
        var next = levels.ToList();
        var full = new List<(Tile, byte[])> { (new(0, Bundles, Tile.FullWidth), Bytes(leafHashes)) };
        var hash = Root(leafHashes);
        for (var level = 1; ; level++)
        {
            if (next.Count < level) next.Add((0, []));
            var (index, hashes) = next[level - 1];
            hashes = [.. hashes, hash];
            if (hashes.Count < Tile.FullWidth)
            {
                next[level - 1] = (index, hashes);
                return (new(Bundles + 1, next), full);
            }
            full.Add((new(level, index, Tile.FullWidth), Bytes(hashes)));
            next[level - 1] = (index + 1, []);
            hash = Root(hashes);
        }
    }

    /// <summary>The bytes of a tile.</summary>
    public static byte[] Bytes(IReadOnlyCollection<byte[]> hashes)
    {
        var bytes = new byte[hashes.Count * MerkleTree.HashLength];
        var at = 0;
        foreach (var hash in hashes) hash.CopyTo(bytes, MerkleTree.HashLength * at++);
        return bytes;
    }

    /// <summary>The hash of the subtree over a row of hashes, as RFC 6962 splits it.</summary>
    public static byte[] Root(IEnumerable<byte[]> hashes)
    {
        var frontier = new Frontier();
        foreach (var hash in hashes) frontier.Append(hash);
        return frontier.Root;
    }
}
