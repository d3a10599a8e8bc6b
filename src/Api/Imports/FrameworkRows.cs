using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Framework;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports;

/// <summary>Rows of competency frameworks, several versions in one file (docs/formats/import.md).</summary>
public static class FrameworkRows
{
    /// <summary>More rows than a framework has are no framework: a version is held in memory and in one event.</summary>
    public const int MaxRows = 5_000;

    /// <summary>The columns.</summary>
    public static readonly ColumnSet Columns = new(
    [
        new("framework", ["กรอบสมรรถนะ", "รหัสกรอบสมรรถนะ"], 100),
        new("kind", ["ประเภท"], 100),
        new("code", ["รหัส"], 100),
        new("title_th", ["ชื่อ", "ชื่อภาษาไทย"], 1_000),
        new("title_en", ["ชื่อภาษาอังกฤษ"], 1_000),
        new("audience", ["กลุ่มเป้าหมาย"], 1_000),
        new("levels", ["ระดับ"], 100),
        new("source", ["แหล่งที่มา"], 1_000),
        new("certainty", ["ความแน่นอน"], 100),
    ], [["framework"], ["kind"], ["code"], ["title_th", "title_en"], ["source"], ["certainty"]]);

    /// <summary>The columns of a file that holds one version, which the request names.</summary>
    public static readonly ColumnSet OfOneVersion = Columns with { Needs = [.. Columns.Needs.Skip(1)] };

    private static readonly Dictionary<string, string> Kinds = ImportFrameworkVersion.Kinds.ToDictionary(k => k);
    private static readonly Dictionary<string, string> Certainties = new[] { "confirmed", "part", "synthetic" }.ToDictionary(c => c);

    /// <summary>A row understood; its version is <paramref name="named"/> where the file does not say.</summary>
    public static (FrameworkRow? Row, Fault? Fault) Read(CsvRow row, string? named = null)
    {
        var fields = new Fields(row);
        var framework = named is null || row.Layout.Has("framework") ? fields.Text("framework") : named;
        if (named is not null && framework != named) fields.Refuse(OtherFramework, "framework");
        if (fields.Text("kind") is { Length: > 0 } kind && !Kinds.ContainsKey(kind)) fields.Refuse(ImportFrameworkVersion.UnknownKind, "kind");
        if (fields.Text("certainty") is { Length: > 0 } certainty && !Certainties.ContainsKey(certainty)) fields.Refuse(BadRow.Value, "certainty");
        var item = new FrameworkItem(row["kind"], fields.Text("code"), fields.Optional("title_th"), fields.Optional("title_en"),
            fields.List("audience"), fields.Numbers("levels"), fields.Text("source"), row["certainty"]);
        var fault = fields.Fault ?? (ImportFrameworkVersion.Flaw(item) is { } flaw ? row.Rejected(flaw) : null);
        return fault is null ? (new(row, framework, item), null) : (null, fault);
    }

    /// <summary>The first row at which a version becomes what its decider refuses; null when no row is more at fault than another.</summary>
    public static FrameworkRow? Culprit(IReadOnlyList<FrameworkRow> rows, Rejection why, FrameworkVersion? before) =>
        why.Kind is not RejectionKind.Invalid ? null
        : Enumerable.Range(1, rows.Count).Where(n => Command([.. rows.Take(n)]).Decide(before).Rejection == why).Select(n => rows[n - 1]).FirstOrDefault();

    /// <summary>The command that rows of one version are.</summary>
    public static ImportFrameworkVersion Command(IReadOnlyList<FrameworkRow> rows) => new(rows[0].Framework, [.. rows.Select(r => r.Item)]);

    /// <summary>The rows name another version than the request does.</summary>
    public static readonly Rejection OtherFramework = new("import.other-framework", RejectionKind.Invalid, "framework");

    /// <summary>Another row of the same version is refused, and a version is recorded whole or not at all.</summary>
    public static readonly Rejection OtherRowRefused = new("import.other-row-refused", RejectionKind.Invalid);
}

/// <summary>A row of a framework version.</summary>
public sealed record FrameworkRow(CsvRow Row, string Framework, FrameworkItem Item);
