using System.Text;

namespace CredentialLedger.Verifier.Log.Notes;

/// <summary>The text rules that notes, checkpoints and proofs share.</summary>
internal static class NoteText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of valid UTF-8 without ASCII control characters but LF; null otherwise.</summary>
    public static string? Of(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var text = Strict.GetString(utf8);
            return text.Any(c => c < ' ' && c != '\n') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The bytes of base64 as RFC 4648, section 4, writes them, with padding and without anything else; null otherwise.</summary>
    public static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }

    /// <summary>A decimal without sign or leading zero, at most 2^63 - 1; null otherwise.</summary>
    public static long? Number(string text) =>
        text.Length is > 0 and <= 19 && text.All(char.IsAsciiDigit) && (text == "0" || text[0] != '0') && long.TryParse(text, out var number) ? number : null;
}
