using System.Globalization;
using System.Resources;

namespace CredentialLedger.Verifier.Cli;

/// <summary>The command line's own words, from Usage.resx (English) and Usage.th.resx (Thai).</summary>
internal static class Usage
{
    private static readonly ResourceManager Texts = new("CredentialLedger.Verifier.Cli.Usage", typeof(Usage).Assembly);
    private static readonly CultureInfo ThaiCulture = CultureInfo.GetCultureInfo("th");

    public static string English(string name, params object[] values) => Fill(name, CultureInfo.InvariantCulture, values);

    public static string Thai(string name, params object[] values) => Fill(name, ThaiCulture, values);

    public static string Both(string name, params object[] values) => $"{Thai(name, values)}\n{English(name, values)}";

    private static string Fill(string name, CultureInfo culture, object[] values)
    {
        var text = Texts.GetString(name, culture) ?? throw new InvalidOperationException($"No text for {name}.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}

/// <summary>Wrong use of the command: the name of a text and its values.</summary>
internal sealed class WrongUseException(string name, params object[] values) : Exception(name)
{
    public string Sentences { get; } = Usage.Both(name, values);
}
