using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CredentialLedger.Projections.Storage;

/// <summary>How the ledger's records are written as JSON: stated names, enum values by their stated names, nothing for null.</summary>
public static class LedgerJson
{
    /// <summary>Options of their own, for who reads stored events without Marten.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>Set <paramref name="options"/> up to read and write stored records.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectRequiredConstructorParameters = false;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StoredNames.Apply } };
        options.Converters.Add(new ValueListConverter());
        if (!options.Converters.OfType<JsonStringEnumConverter>().Any()) options.Converters.Add(new JsonStringEnumConverter());
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
