using System.Globalization;
using System.Resources;

namespace CredentialLedger.Api.Portal;

/// <summary>The portal's words: a pair of resource files a context, English and Thai. A code begins with its context's name, as in <c>home.title</c>.</summary>
public static class Words
{
    private static readonly CultureInfo Th = CultureInfo.GetCultureInfo("th");

    /// <summary>The contexts, each with its pair of files.</summary>
    public static IReadOnlyDictionary<string, ResourceManager> Contexts { get; } = new Dictionary<string, ResourceManager>
    {
        ["shell"] = In("Shell.Shell"),
        ["home"] = In("Home.Home"),
        ["agreement"] = In("Governance.Agreement"),
        ["proposals"] = In("Governance.Proposals"),
        ["duty"] = In("Authority.Duties"),
        ["appointments"] = In("Authority.Appointments"),
        ["me"] = In("People.Me"),
        ["share"] = In("People.Share"),
        ["staff"] = In("People.Staff"),
        ["names"] = In("People.Names"),
        ["evidence"] = In("People.Evidence"),
        ["erasure"] = In("Privacy.Erasure"),
        ["event"] = In("People.Events"),
        ["past"] = In("People.Past"),
        ["equivalences"] = In("Credentials.Equivalences"),
        ["findings"] = In("Audit.Findings"),
        ["verify"] = In("Verification.Verify"),
        ["credentials"] = In("Credentials.Credentials"),
        ["certification"] = In("Credentials.Certification"),
        ["cases"] = In("Credentials.Cases"),
        ["schemes"] = In("Credentials.Schemes"),
        ["keys"] = In("Credentials.SigningKeys"),
        ["works"] = In("Works.Works"),
    };

    /// <summary>The words of a code, filled in.</summary>
    /// <exception cref="MissingManifestResourceException">There are none; a test finds each that a page asks for.</exception>
    public static string Of(string code, bool english, params object[] about)
    {
        var context = code.Split('.', 2);
        var words = Contexts[context[0]].GetString(context[1], english ? CultureInfo.InvariantCulture : Th) ?? throw new MissingManifestResourceException(code);
        return about.Length == 0 ? words : string.Format(CultureInfo.InvariantCulture, words, about);
    }

    /// <summary>Whether a code has words.</summary>
    public static bool Has(string code) =>
        code.Split('.', 2) is [var context, var name] && Contexts.TryGetValue(context, out var words) && words.GetString(name, CultureInfo.InvariantCulture) is not null;

    private static ResourceManager In(string name) => new($"CredentialLedger.Api.Portal.{name}", typeof(Words).Assembly);
}
