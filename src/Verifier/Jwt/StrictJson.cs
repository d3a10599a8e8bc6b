using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>JSON inside base64url, as tokens carry it: one spelling, UTF-8, no name twice, not deep.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 8;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The code of what is wrong, or null with the value.</summary>
    public static string? Read(string part, out JsonElement json)
    {
        json = default;
        if (StrictValues.Base64UrlOrNull(part) is not { } bytes) return Codes.StructureJwtEncoding;
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return Codes.StructureJwtJson;
        try
        {
            json = Parse(bytes, duplicates: false);
            return null;
        }
        catch (JsonException)
        {
            return IsReadable(bytes) ? Codes.StructureJwtDuplicateName : Codes.StructureJwtJson;
        }
        catch (InvalidOperationException)
        {
            return Codes.StructureJwtJson; // a name that is half a surrogate pair, which no text has
        }
    }

    /// <summary>Whether two values say the same; the order of names does not count.</summary>
    public static bool IsSame(JsonElement read, JsonObject written)
    {
        try
        {
            using var other = JsonDocument.Parse(Bytes(written));
            return JsonElement.DeepEquals(read, other.RootElement);
        }
        catch (InvalidOperationException)
        {
            return false; // a text that is half a surrogate pair
        }
    }

    public static byte[] Bytes(JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json, Plain);

    /// <summary>A JSON string's text; nothing where it holds half a surrogate pair.</summary>
    public static string? TextOrNull(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsReadable(byte[] bytes)
    {
        try
        {
            Parse(bytes, duplicates: true);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonElement Parse(byte[] bytes, bool duplicates)
    {
        using var document = JsonDocument.Parse(bytes, new() { AllowDuplicateProperties = duplicates, MaxDepth = MaxDepth });
        return document.RootElement.Clone();
    }
}
