using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialLedger.Projections.Audit;

namespace CredentialLedger.Api.Audit;

/// <summary>Writes what an audit found, for people in Thai and English or for programs as JSON. It names rows and columns, never what stands in them.</summary>
public static class AuditPrinter
{
    private static readonly ResourceManager Sentences = new("CredentialLedger.Api.Audit.Audits", typeof(AuditPrinter).Assembly);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Say why nothing was audited.</summary>
    public static bool Refuse(string code)
    {
        foreach (var sentence in Both(code)) Console.Error.WriteLine(sentence);
        return false;
    }

    /// <summary>Write the report as JSON.</summary>
    public static void WriteJson(AuditReport report) => Console.Out.WriteLine(JsonSerializer.Serialize(new
    {
        report.Clean,
        report.Since,
        Checkpoint = report.Checkpoint.Text,
        report.Events,
        report.Pending,
        report.Seconds,
        report.Replayed,
        report.DefectCount,
        report.Defects,
    }, Json));

    /// <summary>Write the report for people.</summary>
    public static void Write(AuditReport report)
    {
        foreach (var d in report.Defects)
        {
            var name = JsonSerializer.SerializeToElement(d.Kind, Json).GetString()!;
            Console.Out.WriteLine(string.Join("  ", new[] { name, d.Where, d.Column, d.Sequence is { } s ? $"#{s}" : null, d.Index is { } i ? $"@{i}" : null }.OfType<string>()));
            Say(name);
        }
        if (report.DefectCount > report.Defects.Count) Say("more", Number(report.DefectCount - report.Defects.Count));
        Say("audited", Number(report.Events), Number(report.Since), Number(report.Checkpoint.Size), report.Seconds.ToString("N1", CultureInfo.InvariantCulture));
        if (report.Pending > 0) Say("pending", Number(report.Pending));
        if (!report.Replayed) Say("not-replayed");
        if (report.Clean) Say("clean");
        else Say("wrong", Number(report.DefectCount));
        Console.Out.WriteLine();
        Console.Out.Write(report.Checkpoint.Text);
    }

    private static void Say(string code, params object[] about)
    {
        foreach (var sentence in Both(code)) Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, sentence, about));
    }

    private static string[] Both(string code) => [Sentences.GetString(code, CultureInfo.GetCultureInfo("th"))!, Sentences.GetString(code, CultureInfo.InvariantCulture)!];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
