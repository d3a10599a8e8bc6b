using System.Numerics;
using System.Security.Cryptography;

namespace CredentialLedger.Verifier.Log.Merkle;

/// <summary>The hash of the complete subtree over the leaves [index · 2^level, (index + 1) · 2^level).</summary>
public delegate byte[] SubtreeHash(int level, long index);

/// <summary>The Merkle hash tree of RFC 6962, section 2.1, over SHA-256: 32-byte hashes of leaves, nodes and ranges.</summary>
public static class MerkleTree
{
    /// <summary>Length of every hash, in bytes.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>The hash of a tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>The hash of a leaf: SHA-256(0x00 || entry).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> entry)
    {
        Span<byte> prefixed = entry.Length <= 128 ? stackalloc byte[1 + entry.Length] : new byte[1 + entry.Length];
        prefixed[0] = 0x00;
        entry.CopyTo(prefixed[1..]);
        return SHA256.HashData(prefixed);
    }

    /// <summary>The hash of a node: SHA-256(0x01 || left || right).</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> prefixed = stackalloc byte[1 + 2 * HashLength];
        prefixed[0] = 0x01;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + HashLength)..]);
        return SHA256.HashData(prefixed);
    }

    /// <summary>The hash of the leaves [0, size), of the complete subtrees that it is made of.</summary>
    public static byte[] Root(long size, SubtreeHash complete) => size == 0 ? EmptyRoot : Range(0, size, complete);

    /// <summary>MTH(D[start:end]); a range as RFC 6962 splits them, so that its start is a multiple of its widest complete subtree.</summary>
    internal static byte[] Range(long start, long end, SubtreeHash complete)
    {
        var width = end - start;
        if (BitOperations.IsPow2(width)) return complete(BitOperations.Log2((ulong)width), start / width);
        var middle = start + Split(width);
        return NodeHash(Range(start, middle, complete), Range(middle, end, complete));
    }

    /// <summary>The largest power of two smaller than n; n is at least 2.</summary>
    internal static long Split(long n) => 1L << BitOperations.Log2((ulong)n - 1);
}
