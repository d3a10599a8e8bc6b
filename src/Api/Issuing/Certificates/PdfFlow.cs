using System.Text.RegularExpressions;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>How a paragraph is set: its size in points, the width it may take, the gap before it, and what it is.</summary>
internal sealed record PdfLettering(double Size, double Room, string Colour, string Language = "th-TH", bool IsBold = false, bool IsCentred = true, double Before = 0, string Tag = "P");

/// <summary>A text and how it should be set.</summary>
internal sealed record PdfParagraph(string Text, PdfLettering Lettering);

/// <summary>A paragraph in lines, in the size in which it found room.</summary>
internal sealed record PdfLaid(PdfLettering Lettering, double Size, double Before, IReadOnlyList<string> Lines)
{
    /// <summary>From one line to the next, in sizes: Sarabun's vowels and tone marks need 1.3.</summary>
    public const double Leading = 1.42;

    public double Height => Before + Lines.Count * Size * Leading;
}

/// <summary>Finds room for paragraphs: as large as they fit, in whole words as long as that can be read, and what does not fit at all ends in an ellipsis.</summary>
internal static partial class PdfFlow
{
    private const string Ellipsis = "…";

    private const double Smallest = 0.24, SmallestWhole = 0.5, Step = 0.04;

    /// <summary>The paragraphs in lines that take no more than a height; none is set below a size.</summary>
    public static IReadOnlyList<PdfLaid> Fit(PdfFonts fonts, IReadOnlyList<PdfParagraph> paragraphs, double height, double least = 6)
    {
        var laid = new List<PdfLaid>();
        foreach (var (anywhere, until) in new[] { (false, SmallestWhole), (true, Smallest) })
            for (var scale = 1.0; scale >= until; scale -= Step)
            {
                laid = [.. paragraphs.Select(p => Lay(fonts, p, scale, least, anywhere))];
                if (laid.Sum(p => p.Height) <= height && laid.All(p => p.Lines.All(l => fonts.Width(p.Lettering, l, p.Size) <= p.Lettering.Room))) return laid;
            }

        return Cut(fonts, laid, height);
    }

    // The longest gives way first; its last line says that something is missing.
    private static List<PdfLaid> Cut(PdfFonts fonts, List<PdfLaid> laid, double height)
    {
        while (laid.Sum(p => p.Height) > height && laid.MaxBy(p => p.Lines.Count) is { Lines.Count: > 1 } longest)
        {
            var last = longest.Lines[^2].TrimEnd('…');
            while (last.Length > 0 && fonts.Width(longest.Lettering, last + Ellipsis, longest.Size) > longest.Lettering.Room) last = last[..^Units().Matches(last)[^1].Length];
            laid[laid.IndexOf(longest)] = longest with { Lines = [.. longest.Lines.SkipLast(2), last + Ellipsis] };
        }

        return laid;
    }

    private static PdfLaid Lay(PdfFonts fonts, PdfParagraph paragraph, double scale, double least, bool anywhere)
    {
        var lettering = paragraph.Lettering;
        var size = Math.Round(Math.Max(Math.Min(least, lettering.Size), lettering.Size * scale), 2);
        return new(lettering, size, lettering.Before * scale, Break(paragraph.Text, text => fonts.Width(lettering, text, size), lettering.Room, anywhere));
    }

    // Thai has spaces between phrases: a line ends there; within a word only where it is wider than a line, and never within what is written one above the other.
    private static List<string> Break(string text, Func<string, double> width, double room, bool anywhere)
    {
        var (lines, used, space) = (new List<string>(), 0.0, width(" "));
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var wide = width(word);
            if (lines.Count > 0 && used + space + wide <= room)
            {
                lines[^1] += $" {word}";
                used += space + wide;
            }
            else if (wide <= room || !anywhere)
            {
                lines.Add(word);
                used = wide;
            }
            else
            {
                foreach (var (at, unit) in Units().Matches(word).Select(m => m.Value).Index())
                {
                    wide = width(unit);
                    if (at == 0 || used + wide > room)
                    {
                        lines.Add(unit);
                        used = wide;
                    }
                    else
                    {
                        lines[^1] += unit;
                        used += wide;
                    }
                }
            }
        }

        return lines;
    }

    // A letter with what stands before, above, below or behind it and belongs to it.
    [GeneratedRegex(@"[เ-ไ]*(?:\p{Cs}{2}|.)[\p{M}\u0e30\u0e32\u0e33\u0e45\u0e46\u0e2f]*", RegexOptions.Singleline)]
    private static partial Regex Units();
}
