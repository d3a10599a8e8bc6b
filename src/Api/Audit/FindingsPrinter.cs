using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CredentialLedger.Projections.Audit.Findings;

namespace CredentialLedger.Api.Audit;

/// <summary>Writes findings, for people in Thai and English or for programs as JSON. Nobody is named: persons are ids.</summary>
public static class FindingsPrinter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Say why nothing was searched for.</summary>
    public static bool Refuse(string code, params object[] about)
    {
        Say(Console.Error, code, about);
        return false;
    }

    /// <summary>Write the findings as JSON.</summary>
    public static void WriteJson(FindingsReport report) => Console.Out.WriteLine(JsonSerializer.Serialize(new
    {
        report.LastSequence,
        report.Events,
        report.Unreadable,
        report.Distrusted,
        report.Thresholds,
        Findings = report.Findings.Select(f => new
        {
            f.Id,
            f.Rule,
            f.Severity,
            State = FindingsView.StateOf(report.Reviews.GetValueOrDefault(f.Id)),
            SentenceTh = FindingWords.Sentence(f, english: false),
            SentenceEn = FindingWords.Sentence(f, english: true),
            f.Persons,
            f.Shows,
            f.Reaches,
        }),
    }, Json));

    /// <summary>Write the findings for people.</summary>
    public static void Write(FindingsReport report)
    {
        foreach (var f in report.Findings)
        {
            Console.Out.WriteLine($"{f.Rule}  {f.Id}  {FindingsView.StateOf(report.Reviews.GetValueOrDefault(f.Id))}");
            foreach (var english in (bool[])[false, true]) Console.Out.WriteLine($"  {FindingWords.Sentence(f, english)}");
            foreach (var s in f.Shows) Console.Out.WriteLine($"  #{s.Sequence}  {s.Type}  {s.Stream}");
            if (f.Reaches.Count > 0) Say(Console.Out, "also", Number(f.Reaches.Count));
            Console.Out.WriteLine();
        }
        if (report.Findings.Count == 0) Say(Console.Out, "none");
        Say(Console.Out, "summary", Number(report.Findings.Count), Number(report.Events), Number(report.LastSequence), report.Thresholds);
        if (report is not { Unreadable: 0, Distrusted: 0 }) Say(Console.Out, "unseen", Number(report.Unreadable), Number(report.Distrusted));
    }

    private static void Say(TextWriter to, string code, params object[] about)
    {
        foreach (var english in (bool[])[false, true]) to.WriteLine(FindingWords.Told(code, english, about));
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
