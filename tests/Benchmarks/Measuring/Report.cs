namespace CredentialLedger.Benchmarks.Measuring;

/// <summary>The run's answer in Markdown, and how far it has come on another stream.</summary>
public sealed class Report(TextWriter output, TextWriter progress)
{
    /// <summary>Tell who waits what is being done.</summary>
    public void Progress(string doing) => progress.WriteLine(doing);

    /// <summary>A heading.</summary>
    public void Heading(string title) => output.WriteLine($"\n## {title}\n");

    /// <summary>A line of text.</summary>
    public void Line(string text) => output.WriteLine(text);

    /// <summary>A table.</summary>
    public void Table(string[] columns, IEnumerable<string[]> rows)
    {
        output.WriteLine($"| {string.Join(" | ", columns)} |");
        output.WriteLine($"|---{string.Concat(Enumerable.Repeat("|---:", columns.Length - 1))}|");
        foreach (var row in rows) output.WriteLine($"| {string.Join(" | ", row)} |");
        output.WriteLine();
    }

    /// <summary>Contenders with their rates, and their ratios to some of themselves.</summary>
    public void Rates(string unit, IReadOnlyList<Measured> measured, params Measured[] against) =>
        Table(["", unit, .. against.Select(a => $"times {a.Name}")],
            measured.Select(m => (string[])[m.Name, $"{m.Rate}", .. against.Select(a => a == m ? "1" : $"{m.To(a)}")]));
}
