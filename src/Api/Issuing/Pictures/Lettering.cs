using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace CredentialLedger.Api.Issuing.Pictures;

/// <summary>Sets Thai and English in one weight of Sarabun, shaped, so that vowels and tone marks stand where they belong; in the middle of a picture.</summary>
internal sealed class Lettering(string weight) : IDisposable
{
    // Of a line, what lies above its base line less what lies below, in sizes.
    private const float Above = 0.66f;

    private readonly SKTypeface face = Load(weight);

    /// <summary>Sets lines below one another, in the largest size up to the given one in which they are few and narrow enough.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="text">What.</param>
    /// <param name="measure">The room for it.</param>
    /// <param name="x">The middle of the lines.</param>
    /// <param name="top">Where the first line begins.</param>
    /// <param name="colour">In which colour.</param>
    /// <returns>Where a next line may begin.</returns>
    public float Set(SKCanvas canvas, string text, Measure measure, float x, float top, SKColor colour)
    {
        using var shaper = new SKShaper(face);
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        using var font = new SKFont(face, measure.Size) { Subpixel = true, Hinting = SKFontHinting.None };
        var lines = Break(text, font, shaper, measure.Width);
        for (; font.Size > measure.Size / 3 && (lines.Count > measure.Lines || lines.Any(l => Width(l) > measure.Width)); lines = Break(text, font, shaper, measure.Width)) font.Size -= 1;
        foreach (var line in lines)
        {
            canvas.DrawShapedText(shaper, line, x - Width(line) / 2, top + font.Size * (measure.Leading + Above) / 2, SKTextAlign.Left, font, paint);
            top += font.Size * measure.Leading;
        }

        return top;

        float Width(string line) => shaper.Shape(line, font).Width;
    }

    /// <summary>How wide a line is in a size.</summary>
    public float Width(string line, float size)
    {
        using var shaper = new SKShaper(face);
        using var font = new SKFont(face, size);
        return shaper.Shape(line, font).Width;
    }

    /// <inheritdoc/>
    public void Dispose() => face.Dispose();

    // Thai has spaces between phrases: a line ends only there, and never within a word.
    private static List<string> Break(string text, SKFont font, SKShaper shaper, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines is [.., var last] && shaper.Shape($"{last} {word}", font).Width <= width) lines[^1] = $"{last} {word}";
            else lines.Add(word);
        }

        return lines;
    }

    private static SKTypeface Load(string weight)
    {
        using var file = typeof(Lettering).Assembly.GetManifestResourceStream($"fonts/Sarabun-{weight}.ttf")!;
        return SKTypeface.FromStream(file);
    }
}

/// <summary>The room for a text: the size in pixels, the width, how many lines, and their distance in sizes.</summary>
internal readonly record struct Measure(float Size, float Width, int Lines = 1, float Leading = 1.4f);
