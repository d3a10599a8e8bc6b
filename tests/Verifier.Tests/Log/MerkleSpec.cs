using System.Collections.Concurrent;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Tiles;
using CsCheck;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>The tree and its proofs against the definitions of RFC 6962, section 2.1, written down as they stand there, at every size to 257.</summary>
public sealed class MerkleSpec
{
    private const int Sizes = 257;

    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Sizes).Select(i => MerkleTree.LeafHash([(byte)i, (byte)(i >> 8)]))];
    private static readonly ConcurrentDictionary<(int Level, long Index), byte[]> Subtrees = [];
    private static readonly byte[][] Roots = [.. Enumerable.Range(0, Sizes + 1).Select(n => Mth(Leaves.AsSpan(0, n)))];

    [Fact]
    public void The_roots_are_those_of_the_Certificate_Transparency_project()
    {
        // github.com/transparency-dev/merkle, rfc6962: the root of no leaf, the leaf without a byte, and a node.
        Convert.ToHexStringLower(MerkleTree.EmptyRoot).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        Convert.ToHexStringLower(MerkleTree.LeafHash([])).ShouldBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        Convert.ToHexStringLower(MerkleTree.LeafHash("L123456"u8)).ShouldBe("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    [Fact]
    public void A_frontier_and_the_subtrees_give_the_root_of_every_size()
    {
        var frontier = new Frontier();
        for (var size = 0; size <= Sizes; size++)
        {
            frontier.Root.ShouldBe(Roots[size]);
            MerkleTree.Root(size, Complete).ShouldBe(Roots[size]);
            new Frontier(frontier.Size, frontier.Subtrees).Root.ShouldBe(Roots[size]);
            if (size < Sizes) frontier.Append(Leaves[size]);
        }
    }

    [Fact]
    public void Every_leaf_has_a_path_in_every_tree_and_it_holds_nowhere_else()
    {
        for (var size = 1; size <= Sizes; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var path = InclusionProof.Of(index, size, Complete);
                path.ShouldBe(Path(index, Leaves.AsSpan(0, size)));
                InclusionProof.Holds(Leaves[index], index, size, path, Roots[size]).ShouldBeTrue();
                InclusionProof.Holds(Leaves[index], (index + 1) % size, size, path, Roots[size]).ShouldBe(size == 1, "another index");
                InclusionProof.Holds(Leaves[index], index, size - 1, path, Roots[size - 1]).ShouldBeFalse("the tree before it");
                InclusionProof.Holds(Leaves[(index + 1) % Sizes], index, size, path, Roots[size]).ShouldBeFalse("another leaf");
                InclusionProof.Holds(Leaves[index], index, size, [.. path, Leaves[0]], Roots[size]).ShouldBeFalse("one hash more");
                if (path.Count > 0) InclusionProof.Holds(Leaves[index], index, size, [.. path.SkipLast(1)], Roots[size]).ShouldBeFalse("one hash less");
            }
        }
    }

    [Fact]
    public void The_way_of_another_leaf_changes_no_answer()
    {
        for (var size = 1; size <= 35; size++)
        {
            for (var (first, second) = (0, 0); first < size; (first, second) = second + 1 < size ? (first, second + 1) : (first + 1, 0))
            {
                var known = InclusionProof.Climb(Leaves[first], first, size, InclusionProof.Of(first, size, Complete), Roots[size], null).ShouldNotBeNull();
                var path = InclusionProof.Of(second, size, Complete);
                Holds(Leaves[second], second, path).ShouldBeTrue();
                Holds(Leaves[(second + 1) % Sizes], second, path).ShouldBeFalse("another leaf");
                if (size > 1) Holds(Leaves[second], (second + 1) % size, path).ShouldBeFalse("another index");
                Holds(Leaves[second], second, [.. path, Leaves[0]]).ShouldBeFalse("one hash more");
                if (path.Count > 0) Holds(Leaves[second], second, [.. path.SkipLast(1)]).ShouldBeFalse("one hash less");
                for (var i = 0; i < path.Count; i++) Holds(Leaves[second], second, [.. path.Select((hash, at) => at == i ? Leaves[^1] : hash)]).ShouldBeFalse("another hash");

                bool Holds(byte[] leaf, long index, IReadOnlyList<byte[]> siblings) => InclusionProof.Climb(leaf, index, size, siblings, Roots[size], known) is not null;
            }
        }
    }

    [Fact]
    public void Every_tree_begins_with_every_smaller_one_and_with_no_other()
    {
        for (var size = 1; size <= Sizes; size++)
        {
            for (var old = 0; old <= size; old++)
            {
                var proof = ConsistencyProof.Of(old, size, Complete);
                if (old > 0) proof.ShouldBe(SubProof(old, Leaves.AsSpan(0, size), true));
                ConsistencyProof.Holds(old, size, proof, Roots[old], Roots[size]).ShouldBeTrue($"{old} to {size}");
                ConsistencyProof.Holds(old, size, [.. proof, Leaves[0]], Roots[old], Roots[size]).ShouldBeFalse("one hash more");
                ConsistencyProof.Holds(old, size, proof, Leaves[0], Roots[size]).ShouldBe(old == 1, "another old root");
                if (old > 0) ConsistencyProof.Holds(old, size, proof, Roots[old], Leaves[^1]).ShouldBeFalse("another new root");
                if (proof.Count > 0) ConsistencyProof.Holds(old, size, [.. proof.SkipLast(1)], Roots[old], Roots[size]).ShouldBeFalse("one hash less");
            }
        }
        ConsistencyProof.Holds(3, 2, [], Roots[3], Roots[2]).ShouldBeFalse();
    }

    [Fact]
    public void Any_flipped_bit_of_a_proof_is_seen() =>
        Gen.Select(Gen.Int[2, Sizes], Gen.Int[0, Sizes - 1], Gen.Int[0, 1000], Gen.Int[0, 255]).Sample((size, at, which, bit) =>
        {
            var index = at % size;
            var path = InclusionProof.Of(index, size, Complete);
            InclusionProof.Holds(Leaves[index], index, size, Flipped(path, which, bit), Roots[size]).ShouldBeFalse();
            var old = 1 + at % (size - 1);
            ConsistencyProof.Holds(old, size, Flipped(ConsistencyProof.Of(old, size, Complete), which, bit), Roots[old], Roots[size]).ShouldBeFalse();
        }, iter: 20_000);

    [Fact]
    public void The_tiles_of_a_tree_give_all_its_hashes()
    {
        const int Size = 70_000;
        var leaves = Enumerable.Range(0, Size).Select(i => MerkleTree.LeafHash(BitConverter.GetBytes(i))).ToArray();
        var frontier = new Frontier();
        foreach (var leaf in leaves) frontier.Append(leaf);
        var levels = new List<byte[][]> { leaves };
        while (levels[^1].Length >= Tile.FullWidth) levels.Add([.. levels[^1].Chunk(Tile.FullWidth).Where(full => full.Length == Tile.FullWidth).Select(full => Mth(full))]);
        byte[] Read(Tile tile) => [.. levels[tile.Level].Skip((int)tile.Index * Tile.FullWidth).Take(tile.Width).SelectMany(hash => hash)];

        // The example of C2SP tlog-tiles, "Partial Tiles".
        Tile.New(0, Size).GroupBy(tile => (tile.Level, tile.Width)).Select(g => (g.Key.Level, g.Key.Width, Count: g.Count()))
            .ShouldBe([(0, 256, 273), (0, 112, 1), (1, 256, 1), (1, 17, 1), (2, 1, 1)]);
        Tile.New(0, 256).ShouldBe([new(0, 0, 256), new(1, 0, 1)]);
        Tile.New(Size, Size).ShouldBeEmpty();
        Tile.New(Size, Size + 1).ShouldBe([new(0, 273, 113)]);

        MerkleTree.Root(Size, new TileHashes(Size, Read).Of).ShouldBe(frontier.Root);
        foreach (var index in new[] { 0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999 })
            InclusionProof.Holds(leaves[index], index, Size, InclusionProof.Of(index, Size, new TileHashes(Size, Read).Of), frontier.Root).ShouldBeTrue();
        Should.Throw<LogFormatException>(() => new TileHashes(Size, tile => [.. Read(tile), .. new byte[32]]).Of(0, 0)).Code.ShouldBe(LogCodes.TileLength);
    }

    private static IReadOnlyList<byte[]> Flipped(IReadOnlyList<byte[]> proof, int which, int bit) =>
        [.. proof.Select((hash, i) => i != which % proof.Count ? hash : [.. hash.Select((b, at) => at == bit / 8 ? (byte)(b ^ (1 << (bit % 8))) : b)])];

    private static byte[] Complete(int level, long index) => Subtrees.GetOrAdd((level, index), at => Mth(Leaves.AsSpan((int)(at.Index << at.Level), 1 << at.Level)));

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }

    private static byte[] Mth(ReadOnlySpan<byte[]> d) => d.Length switch
    {
        0 => System.Security.Cryptography.SHA256.HashData([]),
        1 => d[0],
        _ => System.Security.Cryptography.SHA256.HashData([1, .. Mth(d[..Split(d.Length)]), .. Mth(d[Split(d.Length)..])]),
    };

    private static byte[][] Path(int m, ReadOnlySpan<byte[]> d) => d.Length == 1 ? []
        : m < Split(d.Length) ? [.. Path(m, d[..Split(d.Length)]), Mth(d[Split(d.Length)..])]
        : [.. Path(m - Split(d.Length), d[Split(d.Length)..]), Mth(d[..Split(d.Length)])];

    private static byte[][] SubProof(int m, ReadOnlySpan<byte[]> d, bool known) => m == d.Length ? known ? [] : [Mth(d)]
        : m <= Split(d.Length) ? [.. SubProof(m, d[..Split(d.Length)], known), Mth(d[Split(d.Length)..])]
        : [.. SubProof(m - Split(d.Length), d[Split(d.Length)..], false), Mth(d[..Split(d.Length)])];
}
