using System.Security.Cryptography;
using System.Text.Json;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Log;

/// <summary>Reads an envelope forward, once, in the one spelling that <see cref="Envelope.Canonical"/> writes: no other name, order or form is an envelope.</summary>
internal static class EnvelopeReader
{
    /// <summary>The envelope, or null.</summary>
    /// <exception cref="JsonException">Where a value must be there is none.</exception>
    /// <exception cref="InvalidOperationException">A text is no UTF-8, or holds a lone surrogate.</exception>
    public static Envelope? Read(ReadOnlySpan<byte> canonical)
    {
        var reader = new StrictReader(canonical);
        var values = new StrictValues();
        reader.Skip("{\"actor\":"u8);
        var actor = Actor(ref reader, values);
        var causation = reader.TrySkip(",\"causation\":"u8) ? Text(ref reader, values) : null;
        reader.Skip(",\"commitment\":"u8);
        var commitment = values.Base64(Quoted(ref reader), HMACSHA256.HashSizeInBytes, HMACSHA256.HashSizeInBytes);
        var correlation = reader.TrySkip(",\"correlation\":"u8) ? Text(ref reader, values) : null;
        reader.Skip(",\"event\":"u8);
        var id = values.Id(Quoted(ref reader));
        reader.Skip(",\"recorded\":"u8);
        var recorded = values.Microseconds(Quoted(ref reader));
        reader.Skip(",\"stream\":"u8);
        var stream = values.Id(Quoted(ref reader));
        reader.Skip(",\"type\":"u8);
        var type = Text(ref reader, values);
        reader.Skip(",\"version\":"u8);
        var version = values.Number(reader.UpTo((byte)'}'), 1, CanonicalJson.MaxSafeInteger);
        reader.Skip("}"u8);
        return reader.IsWhole && !values.Faulty ? new(id, stream, version, type, recorded, default, correlation, causation, commitment) { ActorText = actor } : null;
    }

    private static ReadOnlySpan<byte> Quoted(ref StrictReader reader)
    {
        reader.Skip("\""u8);
        var raw = reader.UpTo((byte)'"');
        reader.Skip("\""u8);
        return raw;
    }

    // Few texts have escapes: those are written again to be compared.
    private static string Text(ref StrictReader reader, StrictValues values)
    {
        var json = new Utf8JsonReader(reader.Rest, isFinalBlock: false, default);
        if (!json.Read() || json.TokenType is not JsonTokenType.String) throw new JsonException();
        var text = json.GetString()!;
        var spelled = reader.Rest[..(int)json.BytesConsumed];
        values.Require(spelled[0] == '"' && (!json.ValueIsEscaped || CanonicalJson.Is(spelled)));
        reader.Skip(spelled);
        return text;
    }

    private static byte[] Actor(ref StrictReader reader, StrictValues values)
    {
        var json = new Utf8JsonReader(reader.Rest, isFinalBlock: false, default);
        if (!json.Read() || json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null) || !json.TrySkip()) throw new JsonException();
        var spelled = reader.Rest[..(int)json.BytesConsumed];
        values.Require(CanonicalJson.Is(spelled));
        reader.Skip(spelled);
        return spelled.ToArray();
    }
}
