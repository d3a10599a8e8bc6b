using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>The columns that a rejects file has before those of the imported file. A file that has them is read without them.</summary>
public static class RejectColumns
{
    /// <summary>Line of the imported file.</summary>
    public const string Line = "reject_line";

    /// <summary>All of them, in their order.</summary>
    public static readonly ValueList<string> All =
        [Line, "reject_column", "reject_column_number", "reject_code", "reject_reason_th", "reject_reason_en"];

    // What a spreadsheet may take for a formula, and the escape itself, so that undoing it is exact.
    private const string Risky = "=+-@\t\r\n＝＋－＠'";

    /// <summary>A value as a spreadsheet shows it without running it.</summary>
    public static string Escape(string value) => value.Length > 0 && Risky.Contains(value[0]) ? "'" + value : value;

    /// <summary>The value that <see cref="Escape"/> was given.</summary>
    public static string Unescape(string value) => value.Length > 1 && value[0] == '\'' && Risky.Contains(value[1]) ? value[1..] : value;
}
