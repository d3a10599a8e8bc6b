using System.Buffers;
using System.Text.Json;

namespace CredentialLedger.Verifier.Log;

/// <summary>Writes one object in the canonical form of RFC 8785, whose members the caller names in their order.</summary>
internal sealed class CanonicalObject
{
    private readonly ArrayBufferWriter<byte> output = new(512);
    private string last = "";

    /// <summary>A text.</summary>
    public CanonicalObject Add(string name, string value)
    {
        CanonicalJson.WriteString(value, Member(name));
        return this;
    }

    /// <summary>A text, or no member at all.</summary>
    public CanonicalObject AddUnlessNull(string name, string? value) => value is null ? this : Add(name, value);

    /// <summary>A whole number within 2^53-1.</summary>
    public CanonicalObject Add(string name, long value)
    {
        CanonicalJson.WriteNumber(value, Member(name));
        return this;
    }

    /// <summary>An object, or null.</summary>
    /// <exception cref="InvalidOperationException">It is another kind of value.</exception>
    public CanonicalObject Add(string name, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) throw new InvalidOperationException($"{name} is no object.");
        CanonicalJson.Write(value, Member(name));
        return this;
    }

    /// <summary>The bytes.</summary>
    public byte[] End()
    {
        output.Write("}"u8);
        return output.WrittenSpan.ToArray();
    }

    private ArrayBufferWriter<byte> Member(string name)
    {
        if (string.CompareOrdinal(last, name) >= 0) throw new ArgumentException($"{name} does not come after {last}.", nameof(name));
        output.Write(last.Length == 0 ? "{"u8 : ","u8);
        last = name;
        CanonicalJson.WriteString(name, output);
        output.Write(":"u8);
        return output;
    }
}
