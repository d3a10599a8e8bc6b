using System.Security.Cryptography;

namespace CredentialLedger.Verifier.Log.Merkle;

/// <summary>That a leaf is in a tree: PATH of RFC 6962, section 2.1.1, from the leaf's sibling up.</summary>
public static class InclusionProof
{
    /// <summary>The path of the leaf at <paramref name="index"/> in the tree of <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static IReadOnlyList<byte[]> Of(long index, long size, SubtreeHash complete)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<byte[]>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + MerkleTree.Split(end - start);
            var left = index < middle;
            path.Add(left ? MerkleTree.Range(middle, end, complete) : MerkleTree.Range(start, middle, complete));
            (start, end) = left ? (start, middle) : (middle, end);
        }
        path.Reverse();
        return path;
    }

    /// <summary>Whether the path leads from the leaf's hash to the root: RFC 9162, section 2.1.3.2.</summary>
    public static bool Holds(ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size) return false;
        var (place, last) = (index, size - 1);
        Span<byte> hash = stackalloc byte[MerkleTree.HashLength];
        leafHash.CopyTo(hash);
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                MerkleTree.NodeHash(sibling, hash, hash);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else MerkleTree.NodeHash(hash, sibling, hash);
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && CryptographicOperations.FixedTimeEquals(hash, root);
    }
}
