using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialLedger.Api.Hosting;
using CredentialLedger.Projections.Audit;
using Spectre.Console;

namespace CredentialLedger.Api.Audit;

/// <summary>Writes what a replay found, for people in Thai and English or for programs as JSON.</summary>
public static class ReplayPrinter
{
    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Audit.Replay", typeof(ReplayPrinter).Assembly);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Say why nothing was replayed.</summary>
    public static bool Refuse(string code)
    {
        foreach (var sentence in Both(code)) Console.Error.WriteLine(sentence);
        return false;
    }

    /// <summary>Write the report as JSON.</summary>
    public static void WriteJson(ReplayReport report) => Console.Out.WriteLine(JsonSerializer.Serialize(report, Json));

    /// <summary>Write the report for people.</summary>
    public static void Write(ReplayReport report)
    {
        var types = Table("event-type", "events");
        foreach (var (type, count) in report.Types) types.AddRow(type.EscapeMarkup(), Number(count));
        CommandLine.Terminal.Write(types);

        var models = Table("read-model", "rows", "compared-up-to", "differences");
        foreach (var m in report.Models) models.AddRow(m.Name, Number(m.Rows), Number(m.ComparedUpTo), Number(m.DifferenceCount));
        CommandLine.Terminal.Write(models);

        foreach (var f in report.Discrepancies) Console.Out.WriteLine($"{JsonName(f.Kind)}  {(f.Sequence is { } at ? $"#{at}  " : "")}{f.Stream}");
        foreach (var d in report.Models.SelectMany(m => m.Differences ?? [])) Console.Out.WriteLine($"{d.Model}  {d.Id}  {JsonName(d.Kind)}  {string.Join(", ", d.Properties)}");
        Say("replayed", Number(report.Events), Number(report.Streams), Number(report.LastSequence), Number((long)report.EventsPerSecond));
        foreach (var m in report.Models.Where(m => m.Lag > 0)) Say("lags", m.Name, Number(m.ComparedUpTo), Number(m.Lag));
        if (report.DiscrepancyCount > 0) Say("discrepancies", Number(report.DiscrepancyCount));
        if (report.Models.Sum(m => m.DifferenceCount) is > 0 and var differences) Say("differ", Number(differences));
        else if (report.Models.All(m => m.DifferenceCount is 0)) Say("same");
    }

    private static Table Table(string name, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(Heading(name));
        foreach (var column in columns) table.AddColumn(new TableColumn(Heading(column)).RightAligned());
        return table;
    }

    private static string Heading(string code) => string.Join('\n', Both(code)).EscapeMarkup();

    private static void Say(string code, params object[] about)
    {
        foreach (var sentence in Both(code)) Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, sentence, about));
    }

    private static string[] Both(string code) => [Sentences.GetString(code, CultureInfo.GetCultureInfo("th"))!, Sentences.GetString(code, CultureInfo.InvariantCulture)!];

    private static string JsonName<T>(T value) where T : struct, Enum => JsonSerializer.SerializeToElement(value, Json).GetString()!;

    private static string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "";
}
