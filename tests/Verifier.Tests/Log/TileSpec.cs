using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>Paths of tiles and bundles of entries (C2SP tlog-tiles).</summary>
public sealed class TileSpec
{
    [Theory]
    [InlineData(0, 0, 256, "tile/0/000"), InlineData(1, 1234067, 256, "tile/1/x001/x234/067"), InlineData(0, 273, 112, "tile/0/273.p/112"), InlineData(63, 1000, 1, "tile/63/x001/000.p/1")]
    public void A_tile_has_one_path(int level, long index, int width, string path)
    {
        new Tile(level, index, width).Path.ShouldBe(path);
        Tile.Parse(path).ShouldBe((new Tile(level, index, width), false));
    }

    [Fact]
    public void Entries_lie_below_the_leaves()
    {
        new Tile(0, 1000, 3).EntriesPath.ShouldBe("tile/entries/x001/000.p/3");
        Tile.Parse("tile/entries/x001/000.p/3").ShouldBe((new Tile(0, 1000, 3), true));
        Should.Throw<InvalidOperationException>(() => new Tile(1, 0, 1).EntriesPath);
    }

    [Theory]
    [InlineData(""), InlineData("tile/0/"), InlineData("tile/0/0"), InlineData("tile/0/0000"), InlineData("tile/00/000"), InlineData("tile/64/000"), InlineData("tile/0/x000/001")]
    [InlineData("tile/0/000.p/0"), InlineData("tile/0/000.p/256"), InlineData("tile/0/000.p/257"), InlineData("tile/0/000.p/01"), InlineData("tile/0/../000"), InlineData("tile/0/000/.."), InlineData("../tile/0/000")]
    [InlineData("tile/0/000\n"), InlineData("tile/0/001/000"), InlineData("/tile/0/000"), InlineData("tile/-1/000"), InlineData("tile/entries/000.p/256"), InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("tile/0/\u0e50\u0e50\u0e50"), InlineData("tile/0/%2e%2e/000"), InlineData("tile/0/x000/x000/001")]
    public void Anything_else_is_no_path(string path) => Tile.Parse(path).ShouldBeNull();

    [Fact]
    public void A_bundle_is_read_as_it_was_written()
    {
        ReadOnlyMemory<byte>[] entries = [new byte[33], new byte[] { 1, 2, 3 }, Array.Empty<byte>(), new byte[65_535]];
        var bundle = EntryBundle.Write(entries);
        bundle[..2].ShouldBe([0, 33]);
        EntryBundle.Read(bundle, 4).Select(entry => entry.ToArray()).ShouldBe(entries.Select(entry => entry.ToArray()));
    }

    [Fact]
    public void A_bundle_with_fewer_more_or_half_an_entry_is_refused()
    {
        var bundle = EntryBundle.Write([new byte[33], new byte[33]]);
        foreach (var (bytes, width) in new[] { (bundle, 1), (bundle, 3), (bundle[..^1], 2), ([.. bundle, 0], 2), ([.. bundle, 0, 0], 2), ([.. bundle, 0, 1], 3) })
            Should.Throw<LogFormatException>(() => EntryBundle.Read(bytes, width)).Code.ShouldBe(LogCodes.EntryBundle);
        Should.Throw<ArgumentOutOfRangeException>(() => EntryBundle.Write(new ReadOnlyMemory<byte>[257]));
        Should.Throw<OverflowException>(() => EntryBundle.Write([new byte[65_536]]));
    }

    [Fact]
    public void An_older_tree_is_read_from_the_files_of_a_newer_one()
    {
        var path = Directory.CreateTempSubdirectory("ledger-tiles-").FullName;
        try
        {
            var (rebuilt, leaves) = (new TileFolder(path), Enumerable.Range(0, 300).Select(i => (ReadOnlyMemory<byte>)new byte[] { 1, (byte)i, (byte)(i >> 8) }).ToArray());
            rebuilt.Grow(0, 300, (from, end) => leaves[(int)from..(int)end]);
            foreach (var size in new[] { 1, 7, 255, 256, 257, 290, 300 })
            {
                var tile = Tile.In(size, 0, (size - 1) / Tile.FullWidth)!.Value;
                var expected = leaves[(int)(tile.Index * Tile.FullWidth)..size];
                rebuilt.Entries(tile).Select(e => e.ToArray()).ShouldBe(expected.Select(e => e.ToArray()));
                rebuilt.Hashes(tile).ShouldBe([.. expected.SelectMany(e => MerkleTree.LeafHash(e.Span))]);
            }
            Should.Throw<FileNotFoundException>(() => rebuilt.Hashes(new(0, 1, 45)));
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
