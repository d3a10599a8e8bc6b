using System.Buffers.Binary;
using System.Text;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>Takes out of a TrueType font (ISO/IEC 14496-22) the outlines that a page does not use. Glyphs keep their numbers; shaping was done before, so its tables stay behind.</summary>
internal static class FontSubset
{
    private const ushort WordArguments = 1, HasScale = 8, HasMore = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;

    // What a CIDFontType2 needs (ISO 32000-1 section 9.9), in the order of their names; those for hinting where the font has them.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    /// <summary>The font with the outlines of these glyphs, of what they are made of, and of the first, which stands for what is missing.</summary>
    public static byte[] Of(byte[] font, IEnumerable<ushort> glyphs)
    {
        var tables = Tables(font);
        var (glyf, loca, isLong) = (tables["glyf"], tables["loca"], tables["head"].Span[51] == 1);
        var wanted = new SortedSet<ushort>();
        var open = new Stack<ushort>([0, .. glyphs]);
        while (open.TryPop(out var glyph))
            if (wanted.Add(glyph)) foreach (var part in Parts(Outline(glyph).Span)) open.Push(part);

        var count = BinaryPrimitives.ReadUInt16BigEndian(tables["maxp"].Span[4..]);
        using var outlines = new MemoryStream();
        var places = new byte[4 * (count + 1)];
        for (var glyph = 0; glyph < count; glyph++)
        {
            if (wanted.Contains((ushort)glyph)) outlines.Write(Outline((ushort)glyph).Span);
            outlines.Write(new byte[-outlines.Length & 3]);
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * (glyph + 1)), (uint)outlines.Length);
        }

        var head = tables["head"].ToArray();
        (head[50], head[51]) = (0, 1);
        (tables["head"], tables["loca"], tables["glyf"]) = (head, places, outlines.ToArray());
        return Written([.. Kept.Where(tables.ContainsKey).Select(tag => (tag, tables[tag]))]);

        ReadOnlyMemory<byte> Outline(ushort glyph) => glyf[Place(glyph)..Place(glyph + 1)];

        int Place(int at) => isLong ? (int)BinaryPrimitives.ReadUInt32BigEndian(loca.Span[(4 * at)..]) : 2 * BinaryPrimitives.ReadUInt16BigEndian(loca.Span[(2 * at)..]);
    }

    /// <summary>A font's tables by their tags.</summary>
    public static Dictionary<string, ReadOnlyMemory<byte>> Tables(byte[] font)
    {
        var tables = new Dictionary<string, ReadOnlyMemory<byte>>();
        for (var (left, at) = (BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4)), 12); left > 0; left--, at += 16)
            tables.Add(Encoding.ASCII.GetString(font, at, 4), font.AsMemory((int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at + 8)), (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at + 12))));
        return tables;
    }

    // A glyph without contours of its own is made of others.
    private static List<ushort> Parts(ReadOnlySpan<byte> outline)
    {
        var parts = new List<ushort>();
        if (outline.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return parts;
        for (var (at, flags) = (10, HasMore); (flags & HasMore) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + ((flags & HasMatrix) != 0 ? 8 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasScale) != 0 ? 2 : 0);
        }

        return parts;
    }

    private static byte[] Written(List<(string Tag, ReadOnlyMemory<byte> Data)> tables)
    {
        var font = new MemoryStream();
        var power = (int)Math.Log2(tables.Count);
        Word(0x00010000u);
        foreach (var half in new[] { tables.Count, 16 << power, power, 16 * tables.Count - (16 << power) }) Half(half);
        var place = 12 + 16 * tables.Count;
        foreach (var (tag, data) in tables)
        {
            font.Write(Encoding.ASCII.GetBytes(tag));
            foreach (var word in new[] { Sum(data.Span), (uint)place, (uint)data.Length }) Word(word);
            place += data.Length + (-data.Length & 3);
        }

        foreach (var (_, data) in tables)
        {
            font.Write(data.Span);
            font.Write(new byte[-data.Length & 3]);
        }

        return font.ToArray();

        void Half(int value) => font.Write([(byte)(value >> 8), (byte)value]);

        void Word(uint value)
        {
            Half((int)(value >> 16));
            Half((int)(value & 0xffff));
        }
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        byte[] whole = [.. data, .. new byte[-data.Length & 3]];
        uint sum = 0;
        for (var at = 0; at < whole.Length; at += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(whole.AsSpan(at));
        return sum;
    }
}
