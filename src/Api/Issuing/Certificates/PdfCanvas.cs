using System.Text;
using static CredentialLedger.Api.Issuing.Certificates.PdfSyntax;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>The content of one tagged A4 page, from the top down in points: lettering that keeps its text, rules, and a picture of squares.</summary>
internal sealed class PdfCanvas : IDisposable
{
    public const double Width = 595.28, Height = 841.89;

    private readonly StringBuilder content = new();
    private readonly List<PdfElement> elements = [];

    public PdfFont Regular { get; } = new("Regular");

    public PdfFont Bold { get; } = new("Bold");

    /// <summary>What the page says, in reading order.</summary>
    public IReadOnlyList<PdfElement> Elements => elements;

    public byte[] Content => Encoding.ASCII.GetBytes(content.ToString());

    /// <summary>Sets a paragraph, in the largest size up to the given one in which its lines are few and narrow enough.</summary>
    /// <returns>Where the next may begin.</returns>
    public double Set(string text, PdfLettering lettering, double x, double top)
    {
        var font = lettering.IsBold ? Bold : Regular;
        var size = lettering.Size;
        var lines = Break(text, font, size, lettering.Room);
        for (; size > lettering.Size / 3 && (lines.Count > lettering.Lines || lines.Any(l => font.Width(l, size) > lettering.Room)); lines = Break(text, font, size, lettering.Room)) size -= 0.5;
        Begin(new(lettering.Tag, lettering.Language, null));
        content.Append(Colour(lettering.Colour, "rg"));
        foreach (var line in lines)
        {
            var left = lettering.IsCentred ? x - font.Width(line, size) / 2 : x;
            content.Append($"/Span<</ActualText {Text(line)}>>BDC\nBT /{(lettering.IsBold ? "FB" : "FR")} {Number(size)} Tf 1 0 0 1 {Number(left)} {Number(Height - top - size * 1.05)} Tm\n");
            Glyphs(font.Shape(line), size);
            content.Append("ET EMC\n");
            top += size * 1.42;
        }

        content.Append("EMC\n");
        return top;
    }

    /// <summary>The outline of a box; it says nothing.</summary>
    public void Frame(double inset, double line, string colour) =>
        content.Append($"/Artifact BMC {Colour(colour, "RG")}{Number(line)} w {Number(inset)} {Number(inset)} {Number(Width - 2 * inset)} {Number(Height - 2 * inset)} re S EMC\n");

    /// <summary>A line across; it says nothing.</summary>
    public void Rule(double x, double y, double length, string colour) =>
        content.Append($"/Artifact BMC {Colour(colour, "RG")}1 w {Number(x - length / 2)} {Number(Height - y)} m {Number(x + length / 2)} {Number(Height - y)} l S EMC\n");

    /// <summary>A picture of dark squares.</summary>
    public void Squares(IReadOnlyList<System.Collections.BitArray> rows, double left, double top, double side, string meaning)
    {
        var step = side / rows.Count;
        Begin(new("Figure", "th-TH", meaning, $"{Number(left)} {Number(Height - top - side)} {Number(left + side)} {Number(Height - top)}"));
        content.Append("0 g\n");
        for (var row = 0; row < rows.Count; row++)
            for (int from = 0, to; from < rows.Count; from = to)
            {
                for (to = from + 1; to < rows.Count && rows[row][to] == rows[row][from];) to++;
                if (rows[row][from]) content.Append($"{Number(left + from * step)} {Number(Height - top - (row + 1) * step)} {Number((to - from) * step)} {Number(step)} re ");
            }

        content.Append("f EMC\n");
    }

    public void Dispose()
    {
        Regular.Dispose();
        Bold.Dispose();
    }

    private void Begin(PdfElement element)
    {
        content.Append($"/{element.Tag}<</MCID {elements.Count}>>BDC\n");
        elements.Add(element);
    }

    // Thai marks stand off from where the line is: sideways by numbers in TJ, upwards by the rise (ISO 32000-1 sections 9.4.3 and 9.3.7).
    private void Glyphs(IReadOnlyList<PdfGlyph> glyphs, double size)
    {
        var (rise, owed) = (0, 0);
        content.Append('[');
        foreach (var glyph in glyphs)
        {
            if (glyph.Up != rise) content.Append($"]TJ {Number(glyph.Up * size / 1000)} Ts [");
            rise = glyph.Up;
            if (owed + glyph.Right is not 0 and var before) content.Append($"{-before} ");
            content.Append($"<{glyph.Id:X4}>");
            owed = glyph.Advance - glyph.Width - glyph.Right;
        }

        content.Append(rise == 0 ? "]TJ\n" : "]TJ 0 Ts\n");
    }

    // Thai has spaces between phrases: a line ends only there, and never within a word.
    private static List<string> Break(string text, PdfFont font, double size, double room)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines is [.., var last] && font.Width($"{last} {word}", size) <= room) lines[^1] = $"{last} {word}";
            else lines.Add(word);
        }

        return lines;
    }

    private static string Colour(string components, string operation) => $"{components} {operation}\n";
}

/// <summary>How a paragraph is set: its size in points, the width it may take, how many lines, and what it is.</summary>
internal sealed record PdfLettering(double Size, double Room, string Colour, string Language = "th-TH", bool IsBold = false, bool IsCentred = true, int Lines = 1, string Tag = "P");

/// <summary>A marked part of the page: its structure type, its language, and for a picture what it means and where it is.</summary>
internal sealed record PdfElement(string Tag, string Language, string? Alternative, string? Box = null);
