using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CredentialLedger.Projections.Storage;

/// <summary>How the ledger's records are written as JSON: stated names, enum values by their stated names, nothing for null.</summary>
public static class LedgerJson
{
    /// <summary>Options of their own, for who reads stored events without Marten; null is refused where nothing may be null.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>Set <paramref name="options"/> up to read and write stored records.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectRequiredConstructorParameters = false;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StoredNames.Apply } };
        options.Converters.Add(new ValueListConverter());
        options.Converters.Insert(0, new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions { RespectNullableAnnotations = true };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
