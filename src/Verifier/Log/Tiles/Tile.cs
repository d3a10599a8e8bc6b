using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CredentialLedger.Verifier.Log.Tiles;

/// <summary>One tile of a log: up to 256 consecutive hashes of one level (C2SP tlog-tiles, "Merkle Tree"); level 0 has the leaves.</summary>
/// <param name="Level">0 to 63; a hash of level n + 1 is that of a full tile of level n.</param>
/// <param name="Index">Its place in its level.</param>
/// <param name="Width">How many hashes it holds, 1 to 256; fewer than 256 is a partial tile.</param>
public readonly partial record struct Tile(int Level, long Index, int Width)
{
    /// <summary>Hashes in a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>Levels of the tree that one level of tiles spans.</summary>
    public const int Height = 8;

    /// <summary>Where its hashes are, below the log's prefix: <c>tile/0/x001/x234/067.p/12</c>.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"tile/{Level}/{Place}");

    /// <summary>Where the entries below it are; only a tile of level 0 has any.</summary>
    /// <exception cref="InvalidOperationException">It is of another level.</exception>
    public string EntriesPath => Level == 0 ? $"tile/entries/{Place}" : throw new InvalidOperationException("Only leaves have entries.");

    private string Place => Name(Index) + (Width == FullWidth ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}"));

    /// <summary>The tile of a level and index in a tree of <paramref name="size"/> leaves; null where there is none.</summary>
    public static Tile? In(long size, int level, long index)
    {
        var hashes = (level * Height < 63 ? size >> (level * Height) : 0) - index * FullWidth;
        return hashes <= 0 ? null : new(level, index, (int)Math.Min(hashes, FullWidth));
    }

    /// <summary>Every tile that a tree of <paramref name="size"/> leaves has and one of <paramref name="old"/> had not, lowest level first.</summary>
    public static IEnumerable<Tile> New(long old, long size)
    {
        for (var level = 0; level * Height < 63 && size >> (level * Height) > 0; level++)
        {
            var (before, now) = (old >> (level * Height), size >> (level * Height));
            if (before == now) continue;
            for (var index = before / FullWidth; index * FullWidth < now; index++) yield return In(size, level, index)!.Value;
        }
    }

    /// <summary>Read a path as <see cref="Path"/> and <see cref="EntriesPath"/> write it, and nothing else; null when it is not one.</summary>
    public static (Tile Tile, bool Entries)? Parse(string path)
    {
        if (Shape().Match(path) is not { Success: true } match) return null;
        var entries = match.Groups["level"].Value == "entries";
        var level = entries ? 0 : int.Parse(match.Groups["level"].ValueSpan, CultureInfo.InvariantCulture);
        var width = match.Groups["width"] is { Success: true } partial ? int.Parse(partial.ValueSpan, CultureInfo.InvariantCulture) : FullWidth;
        var digits = match.Groups["index"].Value.Replace("/", "", StringComparison.Ordinal).Replace("x", "", StringComparison.Ordinal);
        if (level > 63 || width is 0 or > FullWidth || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return null;
        var tile = new Tile(level, index, width);
        // One tile has one path: no x000 in front, no .p/256.
        return (entries ? tile.EntriesPath : tile.Path) == path ? (tile, entries) : null;
    }

    private static string Name(long index)
    {
        var name = new StringBuilder((index % 1000).ToString("d3", CultureInfo.InvariantCulture));
        for (index /= 1000; index > 0; index /= 1000) name.Insert(0, $"x{(index % 1000).ToString("d3", CultureInfo.InvariantCulture)}/");
        return name.ToString();
    }

    [GeneratedRegex(@"\Atile/(?<level>entries|[0-9]{1,2})/(?<index>(x[0-9]{3}/){0,6}[0-9]{3})(\.p/(?<width>[0-9]{1,3}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
