using System.Globalization;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Log.Tiles;

/// <summary>A log as static files (C2SP tlog-tiles): tiles and entry bundles, which never change, and the checkpoint, which is written last.</summary>
/// <param name="path">The folder that is the log's prefix.</param>
public sealed class TileFolder(string path)
{
    // Beside the folder, which holds nothing but the log.
    private readonly DurableFiles durable = new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)) + ".drafts");

    /// <summary>The folder, full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The latest checkpoint with its signatures; null before the first.</summary>
    public byte[]? Checkpoint => File.Exists(In("checkpoint")) ? Beginning(In("checkpoint")) : null;

    /// <summary>Size of the tree whose files are all there; 0 before the first checkpoint, and where the file is none.</summary>
    public long PublishedSize
    {
        get
        {
            try
            {
                return Checkpoint is { } note ? Notes.Checkpoint.Parse(SignedNote.Parse(note).Text).Size : 0;
            }
            catch (LogFormatException)
            {
                return 0;
            }
        }
    }

    /// <summary>The bytes of a file, up to one more than the largest has that a log may have: a copy may be somebody else's, with a file in it that has no end.</summary>
    internal static byte[] Beginning(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(stream.Length, EntryBundle.MaxLength + 1)];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length == bytes.Length ? bytes : bytes[..length];
    }

    /// <summary>Publish a checkpoint whose tiles are written.</summary>
    public void Publish(ReadOnlySpan<byte> note) => durable.Write(In("checkpoint"), note);

    /// <summary>The hashes of a tile: of the file itself, or of a wider one that has come since.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="LogFormatException">The file is of another length (<see cref="LogCodes.TileLength"/>).</exception>
    public byte[] Hashes(Tile tile) => Read(tile, of => of.Path).Content is { Length: var length } file && length >= tile.Width * MerkleTree.HashLength && length % MerkleTree.HashLength == 0
        ? file[..(tile.Width * MerkleTree.HashLength)] : throw new LogFormatException(LogCodes.TileLength);

    /// <summary>The entries below a tile of level 0.</summary>
    /// <exception cref="FileNotFoundException">There is no such bundle.</exception>
    /// <exception cref="LogFormatException">The bundle is none (<see cref="LogCodes.EntryBundle"/>).</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Entries(Tile tile)
    {
        var (content, width) = Read(tile, of => of.EntriesPath);
        return [.. EntryBundle.Read(content, width).Take(tile.Width)];
    }

    /// <summary>Write every tile and bundle that a tree has and a smaller one had not. A file that is there with other bytes is never overwritten.</summary>
    /// <param name="old">Size of the tree whose files are there.</param>
    /// <param name="size">Size of the tree whose files will be there.</param>
    /// <param name="entries">The entries from an index up to, not including, another.</param>
    /// <exception cref="InvalidDataException">A file is there and differs.</exception>
    public void Grow(long old, long size, Func<long, long, IReadOnlyList<ReadOnlyMemory<byte>>> entries)
    {
        foreach (var tile in Tile.New(old, size))
        {
            if (tile.Level == 0)
            {
                var from = tile.Index * Tile.FullWidth;
                var bundle = entries(from, from + tile.Width);
                Keep(tile.EntriesPath, EntryBundle.Write([.. bundle]));
                Keep(tile.Path, [.. bundle.SelectMany(entry => MerkleTree.LeafHash(entry.Span))]);
            }
            else
            {
                var below = tile.Index * Tile.FullWidth;
                Keep(tile.Path, [.. Enumerable.Range(0, tile.Width).SelectMany(i => TileHashes.Over(Hashes(new(tile.Level - 1, below + i, Tile.FullWidth))))]);
            }
            if (tile.Width == Tile.FullWidth) DropPartial(tile);
        }
    }

    // C2SP tlog-tiles, "Partial Tiles": they may go once the full tile is there.
    private void DropPartial(Tile full)
    {
        foreach (var path in full.Level == 0 ? new[] { full.Path, full.EntriesPath } : [full.Path])
        {
            if (Directory.Exists(In($"{path}.p"))) Directory.Delete(In($"{path}.p"), recursive: true);
        }
    }

    private void Keep(string name, byte[] content)
    {
        var file = In(name);
        if (!File.Exists(file)) durable.Write(file, content);
        else if (!File.ReadAllBytes(file).AsSpan().SequenceEqual(content)) throw new InvalidDataException($"{name} of the log is there with other bytes.");
    }

    // The full tile, the narrowest that is wide enough, or none: parts of a tile go as it grows, and a rebuilt folder has the last alone.
    private (byte[] Content, int Width) Read(Tile tile, Func<Tile, string> path)
    {
        var full = tile with { Width = Tile.FullWidth };
        int[] wider = File.Exists(In(path(tile))) ? [tile.Width] : [.. Widths($"{path(full)}.p").Where(width => width > tile.Width).Order(), Tile.FullWidth];
        return File.Exists(In(path(tile with { Width = wider[0] }))) ? (Beginning(In(path(tile with { Width = wider[0] }))), wider[0])
            : throw new FileNotFoundException($"The log has no file of {tile.Path}.");
    }

    private IEnumerable<int> Widths(string folder) =>
        Directory.Exists(In(folder)) ? Directory.GetFiles(In(folder)).Select(file => int.TryParse(System.IO.Path.GetFileName(file), NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? width : 0) : [];

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
