using static CredentialLedger.Api.Issuing.Certificates.PdfSyntax;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>Paths that make a page a certificate for the eye; none of them says anything.</summary>
internal static class PdfOrnaments
{
    // How far a cubic's handles stand off for a quarter of a circle.
    private const double Quarter = 0.5523;

    /// <summary>A frame at an inset, whose corners are cut out round.</summary>
    public static string Frame(double inset, double cut)
    {
        var (right, top, k) = (PdfCanvas.Width - inset, PdfCanvas.Height - inset, cut * Quarter);
        return Path((inset + cut, inset), "m", (right - cut, inset), "l", (right - cut, inset + k), (right - k, inset + cut), (right, inset + cut), "c",
            (right, top - cut), "l", (right - k, top - cut), (right - cut, top - k), (right - cut, top), "c",
            (inset + cut, top), "l", (inset + cut, top - k), (inset + k, top - cut), (inset, top - cut), "c",
            (inset, inset + cut), "l", (inset + k, inset + cut), (inset + cut, inset + k), (inset + cut, inset), "c") + " h";
    }

    /// <summary>A rosette of waves around a point, as on papers of value.</summary>
    public static string Rosette(double x, double y, double radius, int petals, int turns)
    {
        const int Points = 144;
        var waves = Enumerable.Range(0, turns).Select(turn => Enumerable.Range(0, Points).Select(at =>
        {
            var angle = 2 * Math.PI * at / Points;
            var distance = radius * (0.72 + 0.28 * Math.Sin(petals * angle + 2 * Math.PI * turn / turns));
            return $"{Short(x + distance * Math.Cos(angle))} {Short(PdfCanvas.Height - y + distance * Math.Sin(angle))} {(at == 0 ? "m" : "l")}";
        }));
        return string.Join(" h ", waves.Select(wave => string.Join(' ', wave))) + " h";
    }

    private static string Short(double value) => Number(Math.Round(value, 1));

    private static string Path(params object[] parts) =>
        string.Join(' ', parts.Select(part => part is ValueTuple<double, double> at ? $"{Number(at.Item1)} {Number(at.Item2)}" : part));
}
