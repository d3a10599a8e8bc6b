using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HarfBuzzSharp;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>One weight of Sarabun: shapes text with it, and is embedded with the widths and meanings of the glyphs that were used (ISO 32000-1 section 9.7).</summary>
internal sealed class PdfFont : IDisposable
{
    private const int Em = 1000;

    private readonly byte[] file;
    private readonly Blob blob;
    private readonly Face face;
    private readonly Font font;
    private readonly Dictionary<uint, string> nominal = [];
    private readonly SortedDictionary<uint, (int Width, string Text)> used = [];

    public PdfFont(string weight)
    {
        Name = $"Sarabun-{weight}";
        using (var resource = typeof(PdfFont).Assembly.GetManifestResourceStream($"fonts/{Name}.ttf")!)
        using (var copy = new MemoryStream())
        {
            resource.CopyTo(copy);
            file = copy.ToArray();
        }

        using var stream = new MemoryStream(file);
        blob = Blob.FromStream(stream);
        face = new Face(blob, 0);
        font = new Font(face);
        font.SetScale(Em, Em);
        font.SetFunctionsOpenType();
        foreach (var letter in Enumerable.Range(0x20, 0x2100))
            if (!char.IsSurrogate((char)letter) && font.TryGetNominalGlyph((uint)letter, out var glyph) && glyph != 0) nominal.TryAdd(glyph, ((char)letter).ToString());
    }

    public string Name { get; }

    /// <summary>The glyphs of a line in their order, in thousandths of its size.</summary>
    public IReadOnlyList<PdfGlyph> Shape(string text)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        // A ligature would copy as its first letter in programs that do not know ActualText.
        font.Shape(buffer, new Feature(Tag.Parse("liga"), 0));
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = new PdfGlyph[infos.Length];
        for (var i = 0; i < infos.Length; i++)
        {
            var (glyph, place) = (infos[i].Codepoint, places[i]);
            var own = font.GetHorizontalGlyphAdvance(glyph);
            glyphs[i] = new((ushort)glyph, own, place.XAdvance, place.XOffset, place.YOffset);
            used.TryAdd(glyph, (own, nominal.GetValueOrDefault(glyph) ?? Meant(text, infos, i)));
        }

        return glyphs;
    }

    /// <summary>How wide a line is in a size.</summary>
    public double Width(string text, double size) => Shape(text).Sum(g => g.Advance) * size / Em;

    /// <summary>The font's five objects, numbered from the given one.</summary>
    public IEnumerable<byte[]> Objects(int first)
    {
        var (head, hhea, os2) = (Table("head"), Table("hhea"), Table("OS/2"));
        var units = BinaryPrimitives.ReadUInt16BigEndian(head.Span[18..]);
        var box = string.Join(' ', new[] { 36, 38, 40, 42 }.Select(at => Scaled(head, at)));
        yield return PdfSyntax.Object($"<</Type/Font/Subtype/Type0/BaseFont/{Name}/Encoding/Identity-H/DescendantFonts[{first + 1} 0 R]/ToUnicode {first + 4} 0 R>>");
        yield return PdfSyntax.Object($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{Name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {first + 2} 0 R/DW {Em}/CIDToGIDMap/Identity"
            + $"/W[{string.Concat(used.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}[{g.Value.Width}]")))}]>>");
        yield return PdfSyntax.Object($"<</Type/FontDescriptor/FontName/{Name}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {Scaled(hhea, 4)}/Descent {Scaled(hhea, 6)}/CapHeight {Scaled(os2, 88)}/StemV 80/FontFile2 {first + 3} 0 R>>");
        yield return PdfSyntax.Stream($"/Length1 {file.Length}", file);
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

    private ReadOnlyMemory<byte> Table(string tag)
    {
        for (var at = 12; ; at += 16)
            if (Encoding.ASCII.GetString(file, at, 4) == tag) return file.AsMemory((int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8)));
    }
}

/// <summary>A glyph as it is shaped: its own width, how far it moves on, and by how much it stands off.</summary>
internal readonly record struct PdfGlyph(ushort Id, int Width, int Advance, int Right, int Up);
