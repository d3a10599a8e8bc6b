using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Log.Notes;

/// <summary>The text rules that notes, checkpoints and proofs share.</summary>
internal static class NoteText
{
    private static readonly SearchValues<byte> ControlBytes = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (byte)c).Where(c => c != '\n')]);

    /// <summary>Whether the bytes are a text, as <see cref="Of"/> asks for it.</summary>
    public static bool Is(ReadOnlySpan<byte> utf8) => !utf8.ContainsAny(ControlBytes) && Utf8.IsValid(utf8);

    /// <summary>The text of valid UTF-8 without ASCII control characters but LF; null otherwise.</summary>
    public static string? Of(ReadOnlySpan<byte> utf8) => Is(utf8) ? Encoding.UTF8.GetString(utf8) : null;

    /// <summary>The bytes of base64 as RFC 4648, section 4, writes them, with padding and without anything else; null otherwise.</summary>
    public static byte[]? Base64(ReadOnlySpan<char> text) => StrictValues.Base64OrNull(text);

    /// <summary>A decimal without sign or leading zero, at most 2^63 - 1; null otherwise.</summary>
    public static long? Number(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 19 && !text.ContainsAnyExceptInRange('0', '9') && (text is "0" || text[0] != '0') && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
