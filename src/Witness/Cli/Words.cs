using System.Globalization;
using System.Resources;

namespace CredentialLedger.Witness.Cli;

/// <summary>Every sentence for people, from Words.resx (English) and Words.th.resx (Thai).</summary>
internal static class Words
{
    private static readonly ResourceManager Texts = new("CredentialLedger.Witness.Cli.Words", typeof(Words).Assembly);
    private static readonly CultureInfo ThaiCulture = CultureInfo.GetCultureInfo("th");

    public static string English(string name, params object[] values) => Fill(name, CultureInfo.InvariantCulture, values);

    public static string Thai(string name, params object[] values) => Fill(name, ThaiCulture, values);

    public static string Both(string name, params object[] values) => $"{Thai(name, values)}\n{English(name, values)}";

    /// <summary>Both languages in one line, as a log has it.</summary>
    public static string Line(string name, params object[] values) => $"{Thai(name, values)} · {English(name, values)}";

    private static string Fill(string name, CultureInfo culture, object[] values)
    {
        var text = Texts.GetString(name, culture) ?? throw new InvalidOperationException($"No text for {name}.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}

/// <summary>What ends the program with a sentence and no trace: an exit code, the name of a text and its values.</summary>
internal class RefusedException(int exit, string name, params object[] values) : Exception(name)
{
    public int Exit { get; } = exit;

    public string Name { get; } = name;

    public object[] Values { get; } = values;
}

/// <summary>A file on disk is not what this program wrote: nothing is signed until the operator has looked.</summary>
internal sealed class DamagedException(string path) : RefusedException(ExitCode.Damaged, "damaged", path);
