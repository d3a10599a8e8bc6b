using System.Globalization;
using System.Resources;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Imports.Csv;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Cli;

/// <summary>What the command tells the person who gave it, in Thai and English; the sentences live in <c>Told.resx</c> and <c>Told.th.resx</c>.</summary>
public static class Told
{
    private static readonly ResourceManager Texts = new("CredentialLedger.Api.Imports.Cli.Told", typeof(Told).Assembly);
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("th"), CultureInfo.InvariantCulture];

    /// <summary>Say a sentence.</summary>
    /// <returns>Nothing: no import was carried through.</returns>
    public static Progress? Say(string code, params object[] about)
    {
        foreach (var language in Languages) Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, Texts.GetString(code, language)!, about));
        return null;
    }

    /// <summary>Say why the import as a whole is refused.</summary>
    /// <returns>Nothing: no import was carried through.</returns>
    public static Progress? Refused(Rejection why)
    {
        Console.Error.WriteLine(Sentences.Thai(why.Code));
        Console.Error.WriteLine(Sentences.English(why.Code));
        return null;
    }

    /// <summary>Say why the file as a whole is refused, and where.</summary>
    /// <returns>Nothing: no import was carried through.</returns>
    public static Progress? Refused(Fault fault, string file)
    {
        Console.Error.WriteLine(string.Join(':', new object?[] { file, fault.Line, fault.Number, fault.Column }.Where(part => part is not null)));
        return Refused(fault.Why);
    }
}
