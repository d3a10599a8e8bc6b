using CsvHelper;

namespace CredentialLedger.Generator;

/// <summary>A course that persons can complete.</summary>
public sealed record Course(string Id, DateOnly From);

/// <summary>A unit that persons can be assessed in, at one of its levels or at none.</summary>
public sealed record Unit(string Framework, string Code, IReadOnlyList<string> Levels);

/// <summary>What the demo folder offers: its frameworks' units and its courses.</summary>
public sealed record Programme(IReadOnlyList<Course> Courses, IReadOnlyList<Unit> Units)
{
    /// <summary>Read courses.csv, frameworks.csv and frameworks-synthetic.csv.</summary>
    public static Programme Read(string folder) => new(
        [.. Rows(folder, "courses.csv").Select(r => new Course(r["course"], DateOnly.ParseExact(r["from"], "yyyy-MM-dd")))],
        [.. Rows(folder, "frameworks.csv").Concat(Rows(folder, "frameworks-synthetic.csv")).Where(r => r["kind"] is "unit" or "skill")
            .Select(r => new Unit(r["framework"], r["code"], r.GetValueOrDefault("levels", "").Split(';', StringSplitOptions.RemoveEmptyEntries)))]);

    private static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
    {
        using var reader = CsvReader.FromFile(Path.Combine(folder, file), new CsvReaderOptions { Separator = ',', MalformedData = CsvMalformedDataHandling.Throw });
        while (reader.Read()) yield return reader.Headers.Select((name, i) => (name, value: reader.GetString(i))).ToDictionary(c => c.name, c => c.value);
    }
}
