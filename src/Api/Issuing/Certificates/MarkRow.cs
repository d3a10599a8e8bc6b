namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>The pictures of marks side by side, in the middle of a page.</summary>
internal static class MarkRow
{
    private const int Most = 6;

    private const double Height = 54, Widest = 130, Between = 22;

    /// <summary>Draws the first six marks that have a picture; more would be too small to see.</summary>
    /// <returns>Where the next may begin.</returns>
    public static double Draw(PdfCanvas page, IReadOnlyList<CertificateMark> marks, double middle, double top, double room)
    {
        var drawn = marks.Where(m => m.Picture is not null).Take(Most).Select(m => (Mark: m, Picture: m.Picture!, Scale: Math.Min(Height / m.Picture!.Down, Widest / m.Picture.Across))).ToList();
        if (drawn.Count == 0) return top;
        var free = room - Between * (drawn.Count - 1);
        var shrunk = Math.Min(1, free / drawn.Sum(d => d.Picture.Across * d.Scale));
        var left = middle - (drawn.Sum(d => d.Picture.Across * d.Scale * shrunk) + Between * (drawn.Count - 1)) / 2;
        foreach (var (mark, picture, scale) in drawn)
        {
            var (width, height) = (picture.Across * scale * shrunk, picture.Down * scale * shrunk);
            page.Place(picture, left, top + (Height - height) / 2, width, height, $"{mark.TitleTh} · {mark.TitleEn}");
            left += width + Between;
        }

        return top + Height + 10;
    }
}
