namespace CredentialLedger.Domain.Governance;

/// <summary>A numbered duty of the agreement: three numbers with dots between them, such as 2.3.3.</summary>
internal static class Clause
{
    /// <summary>Whether the text is one.</summary>
    public static bool IsGood(string text) =>
        text.Split('.') is { Length: 3 } numbers && numbers.All(n => n.Length is 1 or 2 && n.All(char.IsAsciiDigit) && n[0] != '0');
}
