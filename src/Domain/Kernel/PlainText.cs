using System.Text;

namespace CredentialLedger.Domain.Kernel;

/// <summary>What a text that is shown, signed or compared may be: one line, trimmed, and nothing in it that hides or turns the direction of reading.</summary>
public static class PlainText
{
    /// <summary>Longest code, in UTF-16 code units.</summary>
    public const int MaxCode = 100;

    /// <summary>Longest title or name, in UTF-16 code units.</summary>
    public const int MaxTitle = 500;

    /// <summary>Longest text of several lines, in UTF-16 code units.</summary>
    public const int MaxPages = 100_000;

    /// <summary>Whether the text is a good code.</summary>
    public static bool IsCode(string text) => IsLine(text, MaxCode);

    /// <summary>Whether the text is a good title or name.</summary>
    public static bool IsTitle(string text) => IsLine(text, MaxTitle);

    /// <summary>Whether the text is good institutional text: lines that end in a line feed, and nothing else that a title may not have.</summary>
    public static bool IsPages(string text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxPages && text.EnumerateRunes().All(rune => rune.Value is '\n' || IsPlain(rune));

    private static bool IsLine(string text, int longest) =>
        text.Length > 0 && text.Length <= longest && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && text.EnumerateRunes().All(IsPlain);

    // Half a surrogate pair is enumerated as U+FFFD, which no name has either. U+2028 to U+202E break lines or turn the direction of reading.
    private static bool IsPlain(Rune rune) =>
        rune.Value is not (0xfffd or 0xfffe or 0xffff or >= 0x2028 and <= 0x202e or >= 0x2066 and <= 0x2069) && !Rune.IsControl(rune);
}
