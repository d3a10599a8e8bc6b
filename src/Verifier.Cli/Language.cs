namespace CredentialLedger.Verifier.Cli;

/// <summary>The languages of an answer to people.</summary>
internal enum Language
{
    Both,
    Th,
    En,
}

internal static class Languages
{
    public static IEnumerable<T> Pick<T>(this Language language, T thai, T english) => language switch
    {
        Language.Th => [thai],
        Language.En => [english],
        _ => [thai, english],
    };
}
