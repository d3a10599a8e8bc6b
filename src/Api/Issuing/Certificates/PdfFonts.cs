namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>The two weights that a page is set in, and how wide a text is in them.</summary>
internal sealed class PdfFonts : IDisposable
{
    private readonly Dictionary<(bool, string), int> advances = [];

    public PdfFont Regular { get; } = new("Regular");

    public PdfFont Bold { get; } = new("Bold");

    public PdfFont Of(PdfLettering lettering) => lettering.IsBold ? Bold : Regular;

    /// <summary>How wide a text is in a size, in points.</summary>
    public double Width(PdfLettering lettering, string text, double size)
    {
        if (!advances.TryGetValue((lettering.IsBold, text), out var advance)) advances[(lettering.IsBold, text)] = advance = Of(lettering).Advance(text);
        return advance * size / PdfFont.Em;
    }

    public void Dispose()
    {
        Regular.Dispose();
        Bold.Dispose();
    }
}
