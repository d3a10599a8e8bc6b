using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CredentialLedger.Verifier.Log;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785) for what the ledger stores: any JSON whose numbers are plain integers within
/// 2^53-1, so that no two readers can disagree about a number (docs/formats/event.md).
/// </summary>
public static class CanonicalJson
{
    private const long MaxSafeInteger = 9_007_199_254_740_991;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>The canonical UTF-8 bytes of <paramref name="json"/>.</summary>
    /// <exception cref="JsonException">Not JSON, a name twice in one object, deeper than 64, a lone surrogate, or a number that is not a plain integer within 2^53-1.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        using var document = Surrogates(() => JsonDocument.Parse(json, Strict));
        return Of(document.RootElement);
    }

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

    private static void Write(JsonElement element, ArrayBufferWriter<byte> output)
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
                WriteString(element.GetString()!, output);
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
        // RFC 8785, 3.2.3: names sort by their UTF-16 code units, which is what ordinal comparison of .NET strings does.
        var members = element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal);
        var first = true;
        output.Write("{"u8);
        foreach (var member in members)
        {
            if (!first) output.Write(","u8);
            first = false;
            WriteString(member.Name, output);
            output.Write(":"u8);
            Write(member.Value, output);
        }
        output.Write("}"u8);
    }

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
        var raw = element.GetRawText();
        var plain = element.TryGetInt64(out var value) && value is >= -MaxSafeInteger and <= MaxSafeInteger
            && raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && raw != "-0";
        if (!plain) throw new JsonException("A number is not a plain integer within 2^53-1.");
        output.Write(Encoding.ASCII.GetBytes(raw));
    }

    /// <summary>The framework says of a lone surrogate, in a name or in a text, that the operation is invalid.</summary>
    private static T Surrogates<T>(Func<T> read)
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
    private static void WriteString(string text, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
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
