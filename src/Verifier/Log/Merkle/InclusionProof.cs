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
    public static bool Holds(ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root) => Climb(leafHash, index, size, path, root, null) is not null;

    /// <summary>The same, of one of several leaves of a tree; answers with the way that it went, null where it does not lead to the root.</summary>
    /// <param name="leafHash">Hash of the leaf, 32 bytes.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="path">The siblings, from the leaf's up.</param>
    /// <param name="root">The tree's root, 32 bytes.</param>
    /// <param name="known">The way of another leaf to this very root: from where the two meet, nothing is hashed again that it hashed.</param>
    internal static Way? Climb(ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> path, ReadOnlySpan<byte> root, Way? known)
    {
        if (index < 0 || index >= size) return null;
        var (place, last, hash) = (index, size - 1, leafHash.ToArray());
        var way = new Way(path, []);
        for (var i = 0; i < path.Count; i++)
        {
            if (known?.Meets(place, last, hash, path, i) is { } meets) return meets ? way : null;
            if (last == 0) return null;
            way.Nodes.Add((place, last, hash));
            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleTree.NodeHash(path[i], hash);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else hash = MerkleTree.NodeHash(hash, path[i]);
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && CryptographicOperations.FixedTimeEquals(hash, root) ? way : null;
    }

    /// <summary>The nodes from a leaf to the root below it, each with the sibling that it is hashed with.</summary>
    internal sealed record Way(IReadOnlyList<byte[]> Path, List<(long Place, long Last, byte[] Hash)> Nodes)
    {
        /// <summary>Whether this way leads to the root from a node with this hash and these siblings from one on; null where it does not pass the node.</summary>
        public bool? Meets(long place, long last, byte[] hash, IReadOnlyList<byte[]> siblings, int from)
        {
            var at = 0;
            while (at < Nodes.Count && Nodes[at].Last > last) at++;
            if (at == Nodes.Count || (Nodes[at].Place, Nodes[at].Last) != (place, last)) return null;
            if (siblings.Count - from != Path.Count - at || !hash.AsSpan().SequenceEqual(Nodes[at].Hash)) return false;
            for (var i = 0; i < siblings.Count - from; i++)
            {
                if (!siblings[from + i].AsSpan().SequenceEqual(Path[at + i])) return false;
            }
            return true;
        }
    }
}
