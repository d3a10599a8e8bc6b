namespace CredentialLedger.Domain.People;

/// <summary>The 13-digit Thai national id: the last digit is (11 - (sum of digit i times 14 - i, i = 1..12) mod 11) mod 10.</summary>
public static class NationalId
{
    /// <summary>Whether the text is 13 ASCII digits.</summary>
    public static bool HasShape(string text) => text.Length == 13 && text.All(char.IsAsciiDigit);

    /// <summary>Whether the text is 13 ASCII digits, the last of them the check digit of the others.</summary>
    public static bool IsValid(string text) => HasShape(text) && text[12] - '0' == CheckDigit(text.AsSpan(0, 12));

    /// <summary>The check digit of the first twelve.</summary>
    public static int CheckDigit(ReadOnlySpan<char> twelve)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++) sum += (twelve[i] - '0') * (13 - i);
        return (11 - sum % 11) % 10;
    }
}
