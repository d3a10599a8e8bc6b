using System.Text.Json;
using System.Text.Json.Serialization;
using CredentialLedger.Projections.Storage;

namespace CredentialLedger.Api.Http;

/// <summary>How the API reads and writes JSON: like the ledger itself, and stricter in what it reads.</summary>
public static class ApiJson
{
    /// <summary>Set <paramref name="options"/> up.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        LedgerJson.Configure(options);
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 32;
        options.Converters.Insert(0, new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Insert(0, new StorableText());
    }

    /// <summary>Refuses text that cannot be stored or that hides: U+0000 and half surrogate pairs.</summary>
    private sealed class StorableText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.String) throw new JsonException();
            try
            {
                var text = reader.GetString();
                return text?.Contains('\0') is true ? throw new JsonException() : text;
            }
            catch (InvalidOperationException e)
            {
                throw new JsonException(null, e);
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
