using System.Text;
using System.Text.RegularExpressions;
using static CredentialLedger.Api.Issuing.Certificates.PdfSyntax;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>The content of one tagged A4 page, from the top down in points: lettering that keeps its text, pictures, and ornaments that say nothing.</summary>
internal sealed partial class PdfCanvas : IDisposable
{
    public const double Width = 595.28, Height = 841.89;

    private readonly StringBuilder content = new();
    private readonly List<PdfElement> elements = [];
    private readonly List<PdfPicture> pictures = [];

    public PdfFonts Fonts { get; } = new();

    /// <summary>What the page says, in reading order.</summary>
    public IReadOnlyList<PdfElement> Elements => elements;

    /// <summary>The pictures on it, named M0 and on.</summary>
    public IReadOnlyList<PdfPicture> Pictures => pictures;

    public byte[] Content => Encoding.ASCII.GetBytes(content.ToString());

    /// <summary>Sets paragraphs below one another, no higher than a room.</summary>
    /// <returns>Where the next may begin.</returns>
    public double Set(double x, double top, double room, params IReadOnlyList<PdfParagraph> paragraphs) => Set(x, top, PdfFlow.Fit(Fonts, paragraphs, room));

    /// <summary>Sets paragraphs that found their room.</summary>
    /// <returns>Where the next may begin.</returns>
    public double Set(double x, double top, IReadOnlyList<PdfLaid> paragraphs)
    {
        foreach (var (lettering, size, before, lines) in paragraphs)
        {
            top += before;
            Begin(new(lettering.Tag, lettering.Language, null));
            content.Append(Colour(lettering.Colour, "rg"));
            foreach (var line in lines)
            {
                var left = lettering.IsCentred ? x - Fonts.Width(lettering, line, size) / 2 : x;
                foreach (var (text, language) in Spans(line, lettering.Language))
                {
                    content.Append($"/Span<</Lang({language})/ActualText {Text(text)}>>BDC\nBT /{(lettering.IsBold ? "FB" : "FR")} {Number(size)} Tf 1 0 0 1 {Number(left)} {Number(Height - top - size * 1.13)} Tm\n");
                    Glyphs(Fonts.Of(lettering).Shape(text), size);
                    content.Append("ET EMC\n");
                    left += Fonts.Width(lettering, text, size);
                }

                top += size * PdfLaid.Leading;
            }

            content.Append("EMC\n");
        }

        return top;
    }

    /// <summary>A picture in a box.</summary>
    public void Place(PdfPicture picture, double left, double top, double width, double height, string meaning)
    {
        Begin(Figure(left, top, width, height, meaning));
        content.Append($"q {Number(width)} 0 0 {Number(height)} {Number(left)} {Number(Height - top - height)} cm /M{pictures.Count} Do Q EMC\n");
        pictures.Add(picture);
    }

    /// <summary>A picture of dark squares.</summary>
    public void Squares(IReadOnlyList<System.Collections.BitArray> rows, double left, double top, double side, string meaning)
    {
        var step = side / rows.Count;
        Begin(Figure(left, top, side, side, meaning));
        // White behind it, whatever ornament is there.
        content.Append($"1 g {Number(left)} {Number(Height - top - side)} {Number(side)} {Number(side)} re f 0 g\n");
        for (var row = 0; row < rows.Count; row++)
            for (int from = 0, to; from < rows.Count; from = to)
            {
                for (to = from + 1; to < rows.Count && rows[row][to] == rows[row][from];) to++;
                if (rows[row][from]) content.Append($"{Number(left + from * step)} {Number(Height - top - (row + 1) * step)} {Number((to - from) * step)} {Number(step)} re ");
            }

        content.Append("f EMC\n");
    }

    /// <summary>Lines that say nothing, in the page's own coordinates.</summary>
    public void Ornament(string colour, double line, string path) => content.Append($"/Artifact BMC {Colour(colour, "RG")}{Number(line)} w {path} S EMC\n");

    /// <summary>A line across; it says nothing.</summary>
    public void Rule(double x, double y, double length, string colour) =>
        Ornament(colour, 1, $"{Number(x - length / 2)} {Number(Height - y)} m {Number(x + length / 2)} {Number(Height - y)} l");

    public void Dispose() => Fonts.Dispose();

    private static PdfElement Figure(double left, double top, double width, double height, string meaning) =>
        new("Figure", "th-TH", meaning, $"{Number(left)} {Number(Height - top - height)} {Number(left + width)} {Number(Height - top)}");

    private void Begin(PdfElement element)
    {
        content.Append($"/{element.Tag}<</MCID {elements.Count}>>BDC\n");
        elements.Add(element);
    }

    // Of "Thai · English" the second part is in English.
    private static (string Text, string Language)[] Spans(string line, string language) =>
        language != "en" && ThenEnglish().Match(line) is { Success: true } two ? [(two.Groups[1].Value, language), (two.Groups[2].Value, "en")] : [(line, language)];

    [GeneratedRegex(@"^(.*\p{IsThai}.* · )([^\p{IsThai}]+)$")]
    private static partial Regex ThenEnglish();

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

    private static string Colour(string components, string operation) => $"{components} {operation}\n";
}

/// <summary>A marked part of the page: its structure type, its language, and for a picture what it means and where it is.</summary>
internal sealed record PdfElement(string Tag, string Language, string? Alternative, string? Box = null);

/// <summary>A picture: so many points across and down, three bytes each, packed.</summary>
internal sealed record PdfPicture(int Across, int Down, byte[] Packed);
