using System.Globalization;
using System.Resources;

namespace CredentialLedger.Verifier;

/// <summary>The sentences of every code and the words of every verdict, from Sentences.resx (English) and Sentences.th.resx (Thai).</summary>
public static class Sentences
{
    private static readonly ResourceManager Texts = new("CredentialLedger.Verifier.Sentences", typeof(Sentences).Assembly);
    private static readonly CultureInfo ThaiCulture = CultureInfo.GetCultureInfo("th");

    /// <summary>The English sentence; dates and moments among the values are shown in the common era.</summary>
    public static string English(string code, params object[] values) => Fill(code, CultureInfo.InvariantCulture, values, value => value switch
    {
        DateOnly date => PeopleDates.English(date),
        DateTimeOffset moment => PeopleDates.English(moment),
        _ => value,
    });

    /// <summary>The Thai sentence; dates and moments among the values are shown in the Buddhist era.</summary>
    public static string Thai(string code, params object[] values) => Fill(code, ThaiCulture, values, value => value switch
    {
        DateOnly date => PeopleDates.Thai(date),
        DateTimeOffset moment => PeopleDates.Thai(moment),
        _ => value,
    });

    /// <summary>Whether there is such a sentence or word.</summary>
    public static bool Has(string code) => Texts.GetString(code, CultureInfo.InvariantCulture) is not null;

    private static string Fill(string code, CultureInfo culture, object[] values, Func<object, object> show)
    {
        var text = Texts.GetString(code, culture) ?? throw new InvalidOperationException($"No sentence for {code}.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. values.Select(show)]);
    }
}
