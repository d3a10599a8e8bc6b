using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HarfBuzzSharp;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>One weight of Sarabun: shapes text with it, and is embedded with the widths and meanings of the glyphs that were used (ISO 32000-1 section 9.7).</summary>
internal sealed class PdfFont : IDisposable
{
    /// <summary>The units of widths in a size.</summary>
    public const int Em = 1000;

    // What a letter is drawn as that the font does not have: a page may show no glyph "not defined" (ISO 19005-3 section 6.2.11.8).
    private const char Stand = '?';

    private readonly byte[] file;
    private readonly Blob blob;
    private readonly Face face;
    private readonly Font font;
    private readonly Dictionary<uint, string> nominal = [];
    private readonly SortedDictionary<ushort, (int Width, string Text)> used = [];

    public PdfFont(string weight)
    {
        Name = $"Sarabun-{weight}";
        using (var resource = typeof(PdfFont).Assembly.GetManifestResourceStream($"fonts/{Name}.ttf")!)
        using (var copy = new MemoryStream())
        {
            resource.CopyTo(copy);
            file = copy.ToArray();
        }

        // A copy of its own: Blob.FromStream keeps the address of an array that the collector may move.
        var pinned = GCHandle.Alloc(file, GCHandleType.Pinned);
        blob = new Blob(pinned.AddrOfPinnedObject(), file.Length, MemoryMode.Duplicate);
        pinned.Free();
        face = new Face(blob, 0);
        font = new Font(face);
        font.SetScale(Em, Em);
        font.SetFunctionsOpenType();
        foreach (var letter in Enumerable.Range(0x20, 0x2100))
            if (!char.IsSurrogate((char)letter) && font.TryGetNominalGlyph((uint)letter, out var glyph) && glyph != 0) nominal.TryAdd(glyph, ((char)letter).ToString());
    }

    public string Name { get; }

    /// <summary>The glyphs of a line in their order, in thousandths of its size; from now on they are among the used.</summary>
    public IReadOnlyList<PdfGlyph> Shape(string text)
    {
        var drawn = Drawn(text);
        using var buffer = Shaped(drawn);
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = new PdfGlyph[infos.Length];
        for (var i = 0; i < infos.Length; i++)
        {
            var (glyph, place) = (infos[i].Codepoint, places[i]);
            var own = font.GetHorizontalGlyphAdvance(glyph);
            glyphs[i] = new((ushort)glyph, own, place.XAdvance, place.XOffset, place.YOffset);
            used.TryAdd((ushort)glyph, (own, nominal.GetValueOrDefault(glyph) ?? Meant(drawn, infos, i)));
        }

        return glyphs;
    }

    /// <summary>How wide a line is, in thousandths of its size.</summary>
    public int Advance(string text)
    {
        using var buffer = Shaped(Drawn(text));
        return buffer.GlyphPositions.Sum(p => p.XAdvance);
    }

    /// <summary>The font's five objects, numbered from the given one.</summary>
    public IEnumerable<byte[]> Objects(int first)
    {
        var subset = FontSubset.Of(file, used.Keys);
        // Six letters say that it is a subset, and which (ISO 32000-1 section 9.6.4).
        var name = $"{string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + b % 26)))}+{Name}";
        var tables = FontSubset.Tables(file);
        var (head, hhea, os2) = (tables["head"], tables["hhea"], tables["OS/2"]);
        var units = BinaryPrimitives.ReadUInt16BigEndian(head.Span[18..]);
        var box = string.Join(' ', new[] { 36, 38, 40, 42 }.Select(at => Scaled(head, at)));
        yield return PdfSyntax.Object($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{first + 1} 0 R]/ToUnicode {first + 4} 0 R>>");
        yield return PdfSyntax.Object($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {first + 2} 0 R/DW {Em}/CIDToGIDMap/Identity"
            + $"/W[{string.Concat(used.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}[{g.Value.Width}]")))}]>>");
        yield return PdfSyntax.Object($"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {Scaled(hhea, 4)}/Descent {Scaled(hhea, 6)}/CapHeight {Scaled(os2, 88)}/StemV 80/FontFile2 {first + 3} 0 R>>");
        yield return PdfSyntax.Stream($"/Length1 {subset.Length}", subset);
        yield return PdfSyntax.Stream("", Encoding.ASCII.GetBytes(Meanings()));

        int Scaled(ReadOnlyMemory<byte> table, int at) => BinaryPrimitives.ReadInt16BigEndian(table.Span[at..]) * Em / units;
    }

    public void Dispose()
    {
        font.Dispose();
        face.Dispose();
        blob.Dispose();
    }

    // ISO 32000-1 section 9.10.3.
    private string Meanings()
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var some in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, (_, text)) in some) map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }

    // A glyph of no letter's own, as a tone mark set lower: the letter at its place in its cluster, with sara am taken apart as the shaper does.
    private static string Meant(string text, GlyphInfo[] infos, int at)
    {
        var cluster = infos[at].Cluster;
        var end = infos.Select(i => i.Cluster).Where(c => c > cluster).DefaultIfEmpty((uint)text.Length).Min();
        var letters = Regex.Replace(text[(int)cluster..(int)end].Replace("\u0e33", "\u0e4d\u0e32", StringComparison.Ordinal), "([\u0e48-\u0e4b])\u0e4d", "\u0e4d$1");
        var place = infos.Take(at).Count(i => i.Cluster == cluster);
        return letters[Math.Min(place, letters.Length - 1)].ToString();
    }

    private HarfBuzzSharp.Buffer Shaped(string text)
    {
        var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        // A ligature would copy as its first letter in programs that do not know ActualText.
        font.Shape(buffer, new Feature(Tag.Parse("liga"), 0));
        return buffer;
    }

    private string Drawn(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) is not UnicodeCategory.Format)
        .Select(r => font.TryGetNominalGlyph((uint)r.Value, out var glyph) && glyph != 0 ? r.ToString() : Stand.ToString()));
}

/// <summary>A glyph as it is shaped: its own width, how far it moves on, and by how much it stands off.</summary>
internal readonly record struct PdfGlyph(ushort Id, int Width, int Advance, int Right, int Up);
