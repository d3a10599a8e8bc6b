using CredentialLedger.Verifier.Log.Merkle;

namespace CredentialLedger.Verifier.Log.Tiles;

/// <summary>Computes a log's files again from its entries, one after the other, and compares each with what is published.</summary>
/// <param name="files">What is published.</param>
/// <param name="published">Size of the tree whose files must be there.</param>
/// <param name="found">Is told of every file that is missing or differs.</param>
public sealed class TileCheck(TileFolder files, long published, Action<string> found)
{
    private readonly List<List<byte>> rows = [];
    private readonly List<ReadOnlyMemory<byte>> entries = [];

    /// <summary>The tree over what was added.</summary>
    public Frontier Tree { get; private set; } = new();

    /// <summary>Begin at a size whose files were audited before: what is unfinished there is read from the files.</summary>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="LogFormatException">A file is damaged.</exception>
    public void BeginAt(long size)
    {
        var hashes = new TileHashes(size, files.Hashes);
        Tree = new Frontier(size, Subtrees(size, hashes.Of));
        for (var level = 0; level * Tile.Height < 63 && size >> (level * Tile.Height) > 0; level++)
        {
            rows.Add([]);
            if (Partial(size, level) is { } tile) rows[level].AddRange(files.Hashes(tile));
        }
        if (Partial(size, 0) is { } last) entries.AddRange(files.Entries(last));
    }

    /// <summary>The next entry.</summary>
    public void Add(ReadOnlyMemory<byte> entry)
    {
        var leaf = MerkleTree.LeafHash(entry.Span);
        Tree.Append(leaf);
        if (Tree.Size > published) return;
        entries.Add(entry);
        Push(0, leaf);
    }

    /// <summary>There are no more: the partial files must be there too.</summary>
    public void End()
    {
        for (var level = 0; level < rows.Count; level++)
        {
            if (Partial(Math.Min(Tree.Size, published), level) is { } tile) Compare(tile, rows[level]);
        }
    }

    private void Push(int level, byte[] hash)
    {
        if (level == rows.Count) rows.Add([]);
        rows[level].AddRange(hash);
        if (rows[level].Count < Tile.FullWidth * MerkleTree.HashLength) return;
        var full = new Tile(level, (Tree.Size >> (level * Tile.Height)) / Tile.FullWidth - 1, Tile.FullWidth);
        Compare(full, rows[level]);
        var above = TileHashes.Over([.. rows[level]]);
        rows[level].Clear();
        if (level == 0) entries.Clear();
        Push(level + 1, above);
    }

    private void Compare(Tile tile, List<byte> hashes)
    {
        Compare(tile.Path, [.. hashes]);
        if (tile.Level == 0) Compare(tile.EntriesPath, EntryBundle.Write(entries));
    }

    /// <summary>Whether a file of a narrower tile is the beginning of the tile as it was published, or is gone; what is wider is newer than this audit, or was compared.</summary>
    public bool Begins(Tile tile, bool entriesOf, string file)
    {
        if (Tile.In(published, tile.Level, tile.Index) is not { } known || known.Width <= tile.Width) return true;
        try
        {
            var (content, whole) = (TileFolder.Beginning(file), entriesOf ? EntryBundle.Write([.. files.Entries(known)]) : files.Hashes(known));
            return content.Length == (entriesOf ? EntryBundle.Write([.. files.Entries(known).Take(tile.Width)]).Length : tile.Width * MerkleTree.HashLength) && whole.AsSpan().StartsWith(content);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or LogFormatException)
        {
            return true; // it went with the tile's growing, or the wider one is told
        }
    }

    private void Compare(string name, byte[] content)
    {
        try
        {
            var file = System.IO.Path.Combine(files.Path, name);
            // The log grows on: a part of a tile goes when the tile is full, of which it was the beginning.
            var partial = name.IndexOf(".p/", StringComparison.Ordinal);
            if (partial > 0 && !File.Exists(file) ? !TileFolder.Beginning(file[..^(name.Length - partial)]).AsSpan().StartsWith(content) : !TileFolder.Beginning(file).AsSpan().SequenceEqual(content)) found(name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            found(name);
        }
    }

    private static Tile? Partial(long size, int level) =>
        Tile.In(size, level, (size >> (level * Tile.Height)) / Tile.FullWidth) is { Width: < Tile.FullWidth } tile ? tile : null;

    private static IEnumerable<byte[]> Subtrees(long size, SubtreeHash hash)
    {
        long from = 0;
        for (var level = 62; level >= 0; level--)
        {
            if ((size & (1L << level)) == 0) continue;
            yield return hash(level, from >> level);
            from += 1L << level;
        }
    }
}
