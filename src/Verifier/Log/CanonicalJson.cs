using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CredentialLedger.Verifier.Log;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785) for what the ledger stores: any JSON whose numbers are plain integers within
/// 2^53-1, so that no two readers can disagree about a number (docs/formats/event.md).
/// </summary>
public static class CanonicalJson
{
    /// <summary>How JSON must be for it to have one meaning: no name twice, at most 64 deep.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>2^53-1: beyond it two readers may disagree.</summary>
    internal const long MaxSafeInteger = 9_007_199_254_740_991;

    /// <summary>The canonical UTF-8 bytes of <paramref name="json"/>.</summary>
    /// <exception cref="JsonException">Not JSON, a name twice in one object, deeper than 64, a lone surrogate, or a number that is not a plain integer within 2^53-1.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        using var document = Read(json);
        return Of(document.RootElement);
    }

    /// <summary>What has one meaning, read.</summary>
    /// <exception cref="JsonException">Not JSON, a name twice in one object, deeper than 64, or a lone surrogate in a name.</exception>
    internal static JsonDocument Read(ReadOnlyMemory<byte> json) => Surrogates(() => JsonDocument.Parse(json, Strict));

    /// <summary>The canonical UTF-8 bytes of <paramref name="element"/>; see <see cref="Of(ReadOnlyMemory{byte})"/>.</summary>
    /// <exception cref="JsonException">A lone surrogate, or a number that is not a plain integer within 2^53-1.</exception>
    public static byte[] Of(JsonElement element)
    {
        var output = new ArrayBufferWriter<byte>(256);
        return Surrogates(() =>
        {
            Write(element, output);
            return output.WrittenSpan.ToArray();
        });
    }

    /// <summary>Whether the bytes are their own canonical form.</summary>
    /// <exception cref="JsonException">They have none; see <see cref="Of(ReadOnlyMemory{byte})"/>.</exception>
    internal static bool Is(ReadOnlySpan<byte> json) => IsPlain(json) || Of(json.ToArray()).AsSpan().SequenceEqual(json);

    // What comes back to be verified is canonical and mostly plain: ASCII without white space and escapes, which is told by one pass. False only says that it must be written again.
    private static bool IsPlain(ReadOnlySpan<byte> json)
    {
        if (!Ascii.IsValid(json) || json.ContainsAny(NotPlain)) return false;
        var reader = new Utf8JsonReader(json, new() { MaxDepth = Strict.MaxDepth });
        Span<Range> last = stackalloc Range[Strict.MaxDepth + 1];
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    last[reader.CurrentDepth + 1] = default;
                    break;
                case JsonTokenType.PropertyName:
                    if (json[last[reader.CurrentDepth]].SequenceCompareTo(reader.ValueSpan) >= 0) return false;
                    var start = (int)reader.TokenStartIndex + 1;
                    last[reader.CurrentDepth] = start..(start + reader.ValueSpan.Length);
                    break;
                case JsonTokenType.Number:
                    if (!IsPlainInteger(reader.ValueSpan)) return false;
                    break;
            }
        }
        return true;
    }

    internal static void Write(JsonElement element, ArrayBufferWriter<byte> output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, output);
                break;
            case JsonValueKind.Array:
                WriteArray(element, output);
                break;
            case JsonValueKind.String:
                var raw = JsonMarshal.GetRawUtf8Value(element);
                if (IsCanonical(raw)) output.Write(raw);
                else WriteString(element.GetString()!, output);
                break;
            case JsonValueKind.Number:
                WriteInteger(element, output);
                break;
            default:
                output.Write(element.ValueKind switch
                {
                    JsonValueKind.True => "true"u8,
                    JsonValueKind.False => "false"u8,
                    _ => "null"u8,
                });
                break;
        }
    }

    private static void WriteObject(JsonElement element, ArrayBufferWriter<byte> output)
    {
        if (IsInOrder(element))
        {
            WriteAsItStands(element, output);
            return;
        }
        var members = new List<JsonProperty>();
        var simple = true;
        foreach (var member in element.EnumerateObject())
        {
            members.Add(member);
            simple &= IsSimple(JsonMarshal.GetRawUtf8PropertyName(member));
        }
        // RFC 8785, 3.2.3: names sort by their UTF-16 code units, which is what ordinal comparison of .NET strings does, and of the bytes where all are ASCII.
        members.Sort(simple ? static (a, b) => JsonMarshal.GetRawUtf8PropertyName(a).SequenceCompareTo(JsonMarshal.GetRawUtf8PropertyName(b)) : static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0) output.Write(","u8);
            if (simple)
            {
                output.Write("\""u8);
                output.Write(JsonMarshal.GetRawUtf8PropertyName(members[i]));
                output.Write("\""u8);
            }
            else WriteString(members[i].Name, output);
            output.Write(":"u8);
            Write(members[i].Value, output);
        }
        output.Write("}"u8);
    }

    // What is canonical already, as all is that comes back to be verified, needs no sorting.
    private static bool IsInOrder(JsonElement element)
    {
        ReadOnlySpan<byte> last = default;
        foreach (var member in element.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (!IsSimple(name) || last.SequenceCompareTo(name) > 0) return false;
            last = name;
        }
        return true;
    }

    private static void WriteAsItStands(JsonElement element, ArrayBufferWriter<byte> output)
    {
        var first = true;
        output.Write("{"u8);
        foreach (var member in element.EnumerateObject())
        {
            output.Write(first ? "\""u8 : ",\""u8);
            output.Write(JsonMarshal.GetRawUtf8PropertyName(member));
            output.Write("\":"u8);
            Write(member.Value, output);
            first = false;
        }
        output.Write("}"u8);
    }

    // What holds no escape needs none, and is written as it stands: no parser lets a control through.
    private static bool IsCanonical(ReadOnlySpan<byte> text) => !text.Contains((byte)'\\') && Utf8.IsValid(text);

    private static bool IsSimple(ReadOnlySpan<byte> name) => Ascii.IsValid(name) && !name.Contains((byte)'\\');

    private static void WriteArray(JsonElement element, ArrayBufferWriter<byte> output)
    {
        var first = true;
        output.Write("["u8);
        foreach (var item in element.EnumerateArray())
        {
            if (!first) output.Write(","u8);
            first = false;
            Write(item, output);
        }
        output.Write("]"u8);
    }

    private static void WriteInteger(JsonElement element, ArrayBufferWriter<byte> output)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        if (!IsPlainInteger(raw)) throw new JsonException("A number is not a plain integer within 2^53-1.");
        output.Write(raw);
    }

    private static bool IsPlainInteger(ReadOnlySpan<byte> raw) =>
        Utf8Parser.TryParse(raw, out long value, out var read) && read == raw.Length && value is >= -MaxSafeInteger and <= MaxSafeInteger && !raw.SequenceEqual("-0"u8);

    internal static void WriteNumber(long value, ArrayBufferWriter<byte> output)
    {
        if (value is < -MaxSafeInteger or > MaxSafeInteger) throw new JsonException("A number is not a plain integer within 2^53-1.");
        output.Advance(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture), output.GetSpan(20)));
    }

    /// <summary>The framework says of a lone surrogate, in a name or in a text, that the operation is invalid.</summary>
    internal static T Surrogates<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A text holds a lone surrogate.", e);
        }
    }

    /// <summary>RFC 8785, 3.2.2.2: only quotation mark, reverse solidus and the C0 controls are escaped.</summary>
    internal static void WriteString(string text, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
        if (text.Length <= 128 && Ascii.IsValid(text) && text.AsSpan().IndexOfAny(Escaped) < 0)
        {
            output.Advance(Encoding.ASCII.GetBytes(text, output.GetSpan(text.Length)));
            output.Write("\""u8);
            return;
        }
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Escaped) is var at and >= 0)
        {
            Encoding.UTF8.GetBytes(rest[..at], output);
            output.Write(Escape(rest[at]));
            rest = rest[(at + 1)..];
        }
        Encoding.UTF8.GetBytes(rest, output);
        output.Write("\""u8);
    }

    private static readonly SearchValues<byte> NotPlain = SearchValues.Create(" \t\r\n\\"u8);

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    private static byte[] Escape(char c) => c switch
    {
        '"' => "\\\""u8.ToArray(),
        '\\' => "\\\\"u8.ToArray(),
        '\b' => "\\b"u8.ToArray(),
        '\t' => "\\t"u8.ToArray(),
        '\n' => "\\n"u8.ToArray(),
        '\f' => "\\f"u8.ToArray(),
        '\r' => "\\r"u8.ToArray(),
        _ => Encoding.ASCII.GetBytes($"\\u{(int)c:x4}"),
    };
}
