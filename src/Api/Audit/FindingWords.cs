using System.Globalization;
using System.Resources;
using CredentialLedger.Projections.Audit.Findings;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Audit;

/// <summary>What people read of a finding, in Thai and in English: its rule's name, its sentence filled in, how an event stands.</summary>
public static class FindingWords
{
    private static readonly ResourceManager Words = new("CredentialLedger.Api.Audit.Findings", typeof(FindingWords).Assembly);
    private static readonly CultureInfo Th = CultureInfo.GetCultureInfo("th");

    /// <summary>A rule's name; its code for a rule that is no longer in force.</summary>
    public static string Name(string rule, bool english) => Find($"{rule}.name", english) ?? rule;

    /// <summary>A finding's sentence.</summary>
    public static string Sentence(Finding finding, bool english) =>
        string.Format(CultureInfo.InvariantCulture, Of(finding.Rule, english), [.. finding.Values.Select(v => Text(v, english))]);

    /// <summary>How what an event recorded stands; null where that is no matter.</summary>
    public static string? Note(Shown shown, bool english) => shown.Note is { } note ? Of($"note-{note}", english) : null;

    /// <summary>What the command line tells about a search.</summary>
    public static string Told(string code, bool english, params object[] about) => string.Format(CultureInfo.InvariantCulture, Of(code, english), about);

    private static object Text(object value, bool english) => value switch
    {
        Word { Score: var score, Code: var code } => string.Format(CultureInfo.InvariantCulture, Of($"word-{code}", english), score is { } hundredths ? (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture) : "–"),
        DateOnly day => english ? PeopleDates.English(day) : PeopleDates.Thai(day),
        DateTimeOffset moment => english ? PeopleDates.English(moment) : PeopleDates.Thai(moment),
        _ => value,
    };

    private static string Of(string code, bool english) => Find(code, english) ?? throw new MissingManifestResourceException(code);

    private static string? Find(string code, bool english) => Words.GetString(code, english ? CultureInfo.InvariantCulture : Th);
}
