using System.Numerics;

namespace CredentialLedger.Verifier.Log.Merkle;

/// <summary>
/// What a growing tree has to remember: its size and the hashes of the complete subtrees that it is made of, widest first, one for each
/// bit of the size. With it a leaf is appended, and the root known, without another hash of the tree.
/// </summary>
public sealed class Frontier
{
    private readonly List<byte[]> subtrees;

    /// <summary>The frontier of a tree without leaves.</summary>
    public Frontier() : this(0, []) { }

    /// <summary>The frontier of a tree of <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentException">There is not one hash of 32 bytes for each bit of the size.</exception>
    public Frontier(long size, IEnumerable<byte[]> subtrees)
    {
        this.subtrees = [.. subtrees];
        if (size < 0 || this.subtrees.Count != BitOperations.PopCount((ulong)size) || this.subtrees.Any(hash => hash.Length != MerkleTree.HashLength))
            throw new ArgumentException("A frontier has one hash of 32 bytes for each bit of its size.", nameof(subtrees));
        Size = size;
    }

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Hashes of the complete subtrees, widest first.</summary>
    public IReadOnlyList<byte[]> Subtrees => subtrees;

    /// <summary>The root hash of RFC 6962.</summary>
    public byte[] Root
    {
        get
        {
            if (Size == 0) return MerkleTree.EmptyRoot;
            var root = subtrees[^1];
            for (var i = subtrees.Count - 2; i >= 0; i--) root = MerkleTree.NodeHash(subtrees[i], root);
            return root;
        }
    }

    /// <summary>Append the next leaf by its hash.</summary>
    public void Append(byte[] leafHash)
    {
        var hash = leafHash.Length == MerkleTree.HashLength ? leafHash : throw new ArgumentException("A hash is 32 bytes.", nameof(leafHash));
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            hash = MerkleTree.NodeHash(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
        }
        subtrees.Add(hash);
        Size++;
    }
}
