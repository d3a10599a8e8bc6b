using System.Text;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Verifier.Log.Witnessing;

namespace CredentialLedger.Witness.Tests.Rig;

/// <summary>A log in memory, honest or not: whoever holds its key can sign any branch of its history.</summary>
internal sealed class TestLog
{
    public const string Origin = "log.example/ledger";

    private readonly List<ReadOnlyMemory<byte>> entries = [];
    private readonly List<List<byte[]>> levels = [[]];

    public TestLog(int size = 0, string origin = Origin, byte seed = 7)
    {
        Signer = new(origin, NoteKeyType.Ed25519, [.. Enumerable.Repeat(seed, 32)]);
        Grow(size);
    }

    public NoteSigner Signer { get; }

    public long Size => entries.Count;

    /// <summary>The same log until <paramref name="at"/>, and another history behind it, under the same key.</summary>
    public TestLog Branch(int at, int size, string salt)
    {
        var branch = new TestLog(0, Signer.Key.Name);
        foreach (var entry in entries.Take(at)) branch.Add(entry);
        return branch.Grow(size - at, salt);
    }

    public TestLog Grow(int by, string salt = "")
    {
        for (var i = 0; i < by; i++) Add(Encoding.UTF8.GetBytes($"entry {entries.Count}{salt}"));
        return this;
    }

    public Checkpoint Checkpoint(long size) => new(Signer.Key.Name, size, MerkleTree.Root(size, Complete));

    public SignedNote Note(long size) => Checkpoint(size).SignedBy(Signer);

    public IReadOnlyList<byte[]> Proof(long old, long size) => ConsistencyProof.Of(old, size, Complete);

    public AddCheckpointRequest Request(long old, long size) => new(old, Proof(old, size), Note(size));

    public IReadOnlyCollection<ReadOnlyMemory<byte>> Entries(long start, long end) => entries.GetRange((int)start, (int)(end - start));

    public byte[] Complete(int level, long index) => levels[level][(int)index];

    /// <summary>The bytes of a tile, from the definition.</summary>
    public byte[] Bytes(Tile tile) => [.. Enumerable.Range(0, tile.Width).SelectMany(i => Complete(tile.Level * Tile.Height, tile.Index * Tile.FullWidth + i))];

    /// <summary>One request to a mirror for [start, end), with at most so many packages.</summary>
    public byte[] Upload(long start, long end, int packages = AddEntriesHeader.MaxPackages, ReadOnlyMemory<byte> ticket = default)
    {
        var header = new AddEntriesHeader(Signer.Key.Name, start, end, ticket);
        return [.. header.ToBytes(), .. header.Packages.Take(packages).SelectMany(range => new EntryPackage(Entries(range.Start, range.End), BundleProof.Of(range.Start / 256, end, Complete)).ToBytes())];
    }

    private void Add(ReadOnlyMemory<byte> entry)
    {
        entries.Add(entry);
        levels[0].Add(MerkleTree.LeafHash(entry.Span));
        for (var level = 0; levels[level].Count % 2 == 0; level++)
        {
            if (levels.Count == level + 1) levels.Add([]);
            levels[level + 1].Add(MerkleTree.NodeHash(levels[level][^2], levels[level][^1]));
        }
    }
}
