using CsvHelper;

namespace CredentialLedger.Generator;

/// <summary>Writes people.csv, completions.csv and results.csv as the importer reads them (docs/formats/import.md): the same bytes every time.</summary>
public static class Sample
{
    private const ulong Seed = 2569;

    /// <summary>Write the three files.</summary>
    public static void Write(Programme programme, string folder, Size size)
    {
        Directory.CreateDirectory(folder);
        Write(folder, "people.csv", People.Header, People.Rows(size.People, new Chance(Seed)));
        Write(folder, "completions.csv", Completions.Header, Completions.Rows(programme, size, new Chance(Seed + 1)));
        Write(folder, "results.csv", Results.Header, Results.Rows(programme, size, new Chance(Seed + 2)));
    }

    private static void Write(string folder, string file, string[] header, IEnumerable<string[]> rows)
    {
        using var stream = File.Create(Path.Combine(folder, file));
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" });
        foreach (var row in rows.Prepend(header))
        {
            foreach (var field in row) writer.WriteField(field);
            writer.EndRecord();
        }
    }
}
