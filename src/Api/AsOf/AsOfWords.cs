using System.Globalization;
using System.Resources;

namespace CredentialLedger.Api.AsOf;

/// <summary>The sentences of answers about the past, in <c>AsOf.resx</c> (English) and <c>AsOf.th.resx</c> (Thai). A test finds each.</summary>
public static class AsOfWords
{
    private static readonly ResourceManager Resources = new("CredentialLedger.Api.AsOf.AsOf", typeof(AsOfWords).Assembly);
    private static readonly CultureInfo Th = CultureInfo.GetCultureInfo("th");

    /// <summary>Whether a code has sentences.</summary>
    public static bool Has(string code) => Resources.GetString(code, CultureInfo.InvariantCulture) is not null;

    /// <summary>The sentence in English.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string English(string code) => Resources.GetString(code, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(code);

    /// <summary>The sentence in Thai.</summary>
    /// <exception cref="MissingManifestResourceException">There is none.</exception>
    public static string Thai(string code) => Resources.GetString(code, Th) ?? throw new MissingManifestResourceException(code);
}
