using System.Numerics;

namespace CredentialLedger.Verifier.Log.Merkle;

/// <summary>That a tree begins with another: PROOF of RFC 6962, section 2.1.2.</summary>
public static class ConsistencyProof
{
    /// <summary>The proof from the tree of <paramref name="old"/> leaves to that of <paramref name="size"/>; none is needed from an empty tree, nor to the same one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The older tree is the larger one.</exception>
    public static IReadOnlyList<byte[]> Of(long old, long size, SubtreeHash complete)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(old);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(old, size);
        var proof = new List<byte[]>();
        if (old == 0) return proof;
        var (start, end, known) = (0L, size, true);
        while (old != end)
        {
            var middle = start + MerkleTree.Split(end - start);
            if (old <= middle)
            {
                proof.Add(MerkleTree.Range(middle, end, complete));
                end = middle;
            }
            else
            {
                proof.Add(MerkleTree.Range(start, middle, complete));
                (start, known) = (middle, false);
            }
        }
        if (!known) proof.Add(MerkleTree.Range(start, end, complete));
        proof.Reverse();
        return proof;
    }

    /// <summary>Whether the proof shows that the tree with <paramref name="root"/> begins with the one with <paramref name="oldRoot"/>: RFC 9162, section 2.1.4.2.</summary>
    public static bool Holds(long old, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> root)
    {
        if (old < 0 || old > size) return false;
        if (old == size) return proof.Count == 0 && oldRoot.SequenceEqual(root);
        if (old == 0) return proof.Count == 0 && oldRoot.SequenceEqual(MerkleTree.EmptyRoot);
        // A complete older tree is itself the first node, and is left out of the proof.
        var nodes = BitOperations.IsPow2(old) ? [oldRoot.ToArray(), .. proof] : proof;
        if (nodes.Count == 0) return false;
        var (place, last) = (old - 1, size - 1);
        while ((place & 1) == 1) (place, last) = (place >> 1, last >> 1);
        var (before, after) = (nodes[0], nodes[0]);
        foreach (var node in nodes.Skip(1))
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                before = MerkleTree.NodeHash(node, before);
                after = MerkleTree.NodeHash(node, after);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else after = MerkleTree.NodeHash(after, node);
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && oldRoot.SequenceEqual(before) && root.SequenceEqual(after);
    }
}
