using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Verifier.Log.Merkle;

/// <summary>
/// That the entries of one bundle are those of a tree: the subtree consistency proof of draft-ietf-plants-merkle-tree-certs, "Subtree
/// Consistency Proofs", for the subtree [256 · index, min(256 · (index + 1), size)). Such a subtree "is full or has end = n", so it is a
/// node of the tree, and its proof is the path of leaf <c>index</c> in a tree whose leaves are the bundles.
/// </summary>
public static class BundleProof
{
    /// <summary>The proof of the bundle at <paramref name="index"/> in the tree of <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such bundle.</exception>
    public static IReadOnlyList<byte[]> Of(long index, long size, SubtreeHash complete) => InclusionProof.Of(index, Bundles(size),
        (level, at) => MerkleTree.Range(at << (level + Tile.Height), Math.Min((at + 1) << (level + Tile.Height), size), complete));

    /// <summary>Whether the proof leads from the hash over the bundle's entries to the root of the tree of <paramref name="size"/> leaves.</summary>
    public static bool Holds(ReadOnlySpan<byte> bundleHash, long index, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root) =>
        InclusionProof.Holds(bundleHash, index, Bundles(size), proof, root);

    private static long Bundles(long size) => (size >> Tile.Height) + ((size & (Tile.FullWidth - 1)) == 0 ? 0 : 1);
}
