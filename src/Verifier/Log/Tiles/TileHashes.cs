using CredentialLedger.Verifier.Log.Merkle;

namespace CredentialLedger.Verifier.Log.Tiles;

/// <summary>The hashes of a tree, read from its tiles: what proofs of a log that is only static files are made of.</summary>
/// <param name="size">Size of the tree whose tiles are read.</param>
/// <param name="read">The bytes of a tile.</param>
public sealed class TileHashes(long size, Func<Tile, byte[]> read)
{
    private readonly Dictionary<(int Level, long Index), byte[]> tiles = [];

    /// <summary>The hash of a complete subtree; itself a <see cref="SubtreeHash"/>.</summary>
    /// <exception cref="LogFormatException">A tile has not as many hashes as it must (<see cref="LogCodes.TileLength"/>).</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such subtree.</exception>
    public byte[] Of(int level, long index)
    {
        // A tile holds every eighth level of the tree; what lies between is hashed again.
        var (tileLevel, height) = Math.DivRem(level, Tile.Height);
        var first = index << height;
        var hashes = Read(tileLevel, first / Tile.FullWidth);
        var (from, width) = ((int)(first % Tile.FullWidth), 1 << height);
        if ((from + width) * MerkleTree.HashLength > hashes.Length) throw new ArgumentOutOfRangeException(nameof(index), "The tree has no such subtree.");
        return Over(hashes.AsSpan(from * MerkleTree.HashLength, width * MerkleTree.HashLength));
    }

    /// <summary>The hash over a row of hashes, 32 bytes each: over those of a full tile, its one hash in the level above.</summary>
    /// <param name="hashes">A power of two of them.</param>
    public static byte[] Over(ReadOnlySpan<byte> hashes) => hashes.Length == MerkleTree.HashLength ? hashes.ToArray()
        : MerkleTree.NodeHash(Over(hashes[..(hashes.Length / 2)]), Over(hashes[(hashes.Length / 2)..]));

    private byte[] Read(int level, long index)
    {
        if (tiles.TryGetValue((level, index), out var known)) return known;
        var tile = Tile.In(size, level, index) ?? throw new ArgumentOutOfRangeException(nameof(index), "The tree has no such subtree.");
        var hashes = read(tile);
        if (hashes.Length != tile.Width * MerkleTree.HashLength) throw new LogFormatException(LogCodes.TileLength);
        return tiles[(level, index)] = hashes;
    }
}
