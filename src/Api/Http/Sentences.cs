using System.Globalization;
using System.Resources;

namespace CredentialLedger.Api.Http;

/// <summary>The sentences of every problem code, in <c>Sentences.resx</c> (English) and <c>Sentences.th.resx</c> (Thai). A test finds each.</summary>
public static class Sentences
{
    private static readonly ResourceManager Resources = new("CredentialLedger.Api.Http.Sentences", typeof(Sentences).Assembly);
    private static readonly CultureInfo Th = CultureInfo.GetCultureInfo("th");

    /// <summary>Every code that has sentences.</summary>
    public static IEnumerable<string> Codes =>
        Resources.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key);

    /// <summary>The sentence in English.</summary>
    public static string English(string code) => Resources.GetString(code, CultureInfo.InvariantCulture) ?? code;

    /// <summary>The sentence in Thai.</summary>
    public static string Thai(string code) => Resources.GetString(code, Th) ?? code;
}
