using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;

namespace CredentialLedger.Verifier;

/// <summary>The sentences of every code and the words of every verdict, from Sentences.resx (English) and Sentences.th.resx (Thai).</summary>
public static class Sentences
{
    private static readonly ResourceManager Texts = new("CredentialLedger.Verifier.Sentences", typeof(Sentences).Assembly);
    private static readonly Formats InEnglish = new(CultureInfo.InvariantCulture), InThai = new(CultureInfo.GetCultureInfo("th"));

    /// <summary>The English sentence; dates and moments among the values are shown in the common era.</summary>
    public static string English(string code, params object[] values) => Fill(code, InEnglish, values, value => value switch
    {
        DateOnly date => PeopleDates.English(date),
        DateTimeOffset moment => PeopleDates.English(moment),
        _ => value,
    });

    /// <summary>The Thai sentence; dates and moments among the values are shown in the Buddhist era.</summary>
    public static string Thai(string code, params object[] values) => Fill(code, InThai, values, value => value switch
    {
        DateOnly date => PeopleDates.Thai(date),
        DateTimeOffset moment => PeopleDates.Thai(moment),
        _ => value,
    });

    /// <summary>Whether there is such a sentence or word.</summary>
    public static bool Has(string code) => Texts.GetString(code, CultureInfo.InvariantCulture) is not null;

    private static string Fill(string code, Formats formats, object[] values, Func<object, object> show)
    {
        var format = formats.Of(code);
        return values.Length == 0 ? format.Format : string.Format(CultureInfo.InvariantCulture, format, Array.ConvertAll(values, v => show(v)));
    }

    // Read from the resources once: a verdict has fourteen of them. Only what is there is kept, so there are no more than sentences.
    private sealed class Formats(CultureInfo culture)
    {
        private readonly ConcurrentDictionary<string, CompositeFormat> kept = new(StringComparer.Ordinal);

        public CompositeFormat Of(string code) => kept.GetOrAdd(code, c => CompositeFormat.Parse(Texts.GetString(c, culture) ?? throw new InvalidOperationException($"No sentence for {c}.")));
    }
}
