using System.Globalization;

namespace CredentialLedger.Benchmarks.Measuring;

/// <summary>What repeated measurements of one thing gave.</summary>
public readonly record struct Spread(double Median, double Min, double Max)
{
    /// <summary>The spread of some values, at least one.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return new(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[0], sorted[^1]);
    }

    /// <summary>As a table shows it: <c>median (min–max)</c>, with as many decimals as the numbers need.</summary>
    public override string ToString()
    {
        var format = Median >= 100 ? "N0" : Median >= 10 ? "N1" : "N2";
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(Median)} ({Text(Min)}–{Text(Max)})";
    }
}
