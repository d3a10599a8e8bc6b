using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Reads element texts that have exactly one spelling each; remembers that one was wrong instead of stopping.</summary>
internal sealed class StrictValues
{
    public const int MaxCode = 100, MaxText = 500, MaxNotice = 2000;

    private const int MaximumKept = 256;

    // Addresses in their one spelling, by that: the documents of a batch name one status list.
    private static readonly ConcurrentDictionary<string, Uri> Addresses = new(StringComparer.Ordinal);

    public bool Faulty { get; private set; }

    public string Text(string text, int maximum) => IsText(text, maximum) ? text : Fault("");

    /// <summary>A day: <c>yyyy-MM-dd</c>.</summary>
    public DateOnly Date(ReadOnlySpan<byte> utf8) => DateOnly.FromDateTime(Moment(utf8, "T00:00:00.0000000Z"u8).DateTime);

    /// <summary>Whole seconds in UTC, ending in Z.</summary>
    public DateTimeOffset Moment(ReadOnlySpan<byte> utf8) => utf8.EndsWith("Z"u8) ? Moment(utf8[..^1], ".0000000Z"u8) : Fault(DateTimeOffset.MinValue);

    /// <summary>Whole microseconds in UTC, ending in Z.</summary>
    public DateTimeOffset Microseconds(ReadOnlySpan<byte> utf8) => utf8.EndsWith("Z"u8) ? Moment(utf8[..^1], "0Z"u8) : Fault(DateTimeOffset.MinValue);

    public Guid Id(ReadOnlySpan<byte> utf8)
    {
        Span<byte> spelled = stackalloc byte[36];
        return Utf8Parser.TryParse(utf8, out Guid id, out _) && id.TryFormat(spelled, out _) && utf8.SequenceEqual(spelled) ? id : Fault(id);
    }

    public long Number(ReadOnlySpan<byte> utf8, long minimum, long maximum) =>
        Utf8Parser.TryParse(utf8, out long number, out var read) && read == utf8.Length && number >= minimum && number <= maximum
            && (utf8[0] is >= (byte)'1' and <= (byte)'9' || utf8 is [(byte)'0']) ? number : Fault(number);

    /// <summary>The one text that it may be.</summary>
    public string Exactly(string expected, string text) => text == expected ? text : Fault(expected);

    /// <summary>An algorithm's identifier: a URI in plain ASCII, which needs no escape.</summary>
    public string Identifier(string text) => text.AsSpan().ContainsAnyExceptInRange('!', '~') || text.AsSpan().ContainsAny("&<\"") ? Fault("") : text;

    /// <summary>What values say of one another.</summary>
    public void Require(bool fits) => Faulty |= !fits;

    public bool Boolean(string text) => text switch { "true" => true, "false" => false, _ => Fault(false) };

    public Uri Address(string text)
    {
        if (Addresses.TryGetValue(text, out var known)) return known;
        // A host in other letters would be left as it is: which one that is, a reader could not tell (RFC 3986 knows none).
        if (!Ascii.IsValid(text) || !Uri.TryCreate(text, UriKind.Absolute, out var address) || !IsAddress(address) || address.AbsoluteUri != text) return Fault(new Uri("about:blank"));
        // Strangers can write addresses of their own: that only makes us forget.
        if (Addresses.Count >= MaximumKept) Addresses.Clear();
        return Addresses[text] = address;
    }

    public byte[] Base64(ReadOnlySpan<byte> utf8, int minimum, int maximum) =>
        Base64OrNull(utf8) is { } bytes && bytes.Length >= minimum && bytes.Length <= maximum ? bytes : Fault<byte[]>([]);

    public string KeyId(string text) => Base64UrlOrNull(text)?.Length == SHA256.HashSizeInBytes ? text : Fault("");

    /// <summary>Base64 in its one spelling: no white space, padded, unused bits zero; otherwise nothing.</summary>
    public static byte[]? Base64OrNull(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return [];
        if (utf8.Length % 4 != 0) return null;
        // As many bytes as the length says: so there is no white space. Then only the last four letters could be spelled otherwise.
        var bytes = new byte[utf8.Length / 4 * 3 - (utf8[^1] != '=' ? 0 : utf8[^2] != '=' ? 1 : 2)];
        if (System.Buffers.Text.Base64.DecodeFromUtf8(utf8, bytes, out var consumed, out var written) != OperationStatus.Done) return null;
        if (consumed != utf8.Length || written != bytes.Length) return null;
        Span<byte> last = stackalloc byte[4];
        System.Buffers.Text.Base64.EncodeToUtf8(bytes.AsSpan((bytes.Length - 1) / 3 * 3), last, out _, out _);
        return utf8.EndsWith(last) ? bytes : null;
    }

    /// <summary>The same of a text in characters.</summary>
    public static byte[]? Base64OrNull(ReadOnlySpan<char> text)
    {
        if (!Ascii.IsValid(text)) return null;
        var utf8 = ArrayPool<byte>.Shared.Rent(text.Length);
        var bytes = Base64OrNull(utf8.AsSpan(0, Encoding.ASCII.GetBytes(text, utf8)));
        ArrayPool<byte>.Shared.Return(utf8);
        return bytes;
    }

    /// <summary>Base64url (RFC 4648 section 5) in its one spelling without padding; otherwise nothing.</summary>
    public static byte[]? Base64UrlOrNull(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * 3 / 4 + 3];
        if (Base64Url.DecodeFromChars(text, bytes, out var consumed, out var written) != OperationStatus.Done) return null;
        if (consumed != text.Length || !Base64Url.EncodeToString(bytes.AsSpan(0, written)).AsSpan().SequenceEqual(text)) return null;
        return bytes[..written];
    }

    /// <summary>What a text may be: not empty, no white space at its ends, nothing that breaks lines, turns their direction or has no place in XML.</summary>
    public static bool IsText(string text, int maximum) =>
        text.Length > 0 && text.Length <= maximum && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])
        && IsPlain(text);

    // Nearly every text is of these alone; with any other character each is looked at.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => !char.IsSurrogate(c) && IsPlain(new Rune(c)))]);

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(Plain)) return true;
        foreach (var rune in text.EnumerateRunes()) if (!IsPlain(rune)) return false;
        return true;
    }

    // Half a surrogate pair is enumerated as U+FFFD, which no name has either. Direction marks could make a name read as another.
    private static bool IsPlain(Rune rune) => rune.Value is not (0xfffd or 0xfffe or 0xffff or >= 0x202a and <= 0x202e or >= 0x2066 and <= 0x2069)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    public static bool IsAddress(Uri address) =>
        address.IsAbsoluteUri && address.Scheme is "https" or "http" && address.AbsoluteUri.Length <= MaxText && address.Fragment.Length == 0;

    // The form that the framework reads without asking a culture, yyyy-MM-ddTHH:mm:ss.fffffffZ, from its beginning and the rest.
    private DateTimeOffset Moment(ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> rest)
    {
        Span<byte> whole = stackalloc byte[28];
        if (beginning.Length + rest.Length != whole.Length) return Fault(DateTimeOffset.MinValue);
        beginning.CopyTo(whole);
        rest.CopyTo(whole[beginning.Length..]);
        return Utf8Parser.TryParse(whole, out DateTimeOffset moment, out var read, 'O') && read == whole.Length ? moment : Fault(moment);
    }

    private T Fault<T>(T placeholder)
    {
        Faulty = true;
        return placeholder;
    }
}
