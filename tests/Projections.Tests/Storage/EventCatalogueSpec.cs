using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using Snapshooter.Xunit;

namespace CredentialLedger.Projections.Tests.Storage;

/// <summary>The catalogue of stored events: complete, and the same for good. A new event adds lines to the snapshot, and no line ever changes.</summary>
public sealed class EventCatalogueSpec
{
    [Fact]
    public void The_catalogue_names_every_event_of_the_Domain_once()
    {
        var events = typeof(LedgerEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(LedgerEvent)) && !t.IsAbstract);
        EventCatalogue.Types.Values.ShouldBe(events, ignoreOrder: true);
    }

    [Fact]
    public void Names_and_JSON_types_never_change()
    {
        var text = new StringBuilder();
        foreach (var (name, type) in EventCatalogue.Types.OrderBy(t => t.Key, StringComparer.Ordinal)) Describe(name, type, "", text);
        Snapshot.Match(text.ToString());
    }

    [Fact]
    public void Every_event_belongs_to_an_aggregate() =>
        CorpusRow.Names.Select(CorpusRow.Load).ShouldAllBe(row => Belongs(row.Read()));

    [Fact]
    public void Every_read_model_is_registered_once()
    {
        var models = typeof(LedgerStore).Assembly.GetTypes().Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadModel<>)));
        LedgerStore.ReadModels.Select(m => m.Name).ShouldBe(models.Select(m => m.Name), ignoreOrder: true);
    }

    private static bool Belongs(LedgerEvent e)
    {
        try
        {
            return Aggregates.Next(null, e) is not null;
        }
        catch (ImpossibleEventException)
        {
            return true;
        }
    }

    private static void Describe(string name, Type type, string indent, StringBuilder text)
    {
        text.Append(indent).Append(name).Append('\n');
        foreach (var property in LedgerJson.Options.GetTypeInfo(type).Properties)
        {
            var (kind, inside) = KindOf(property.PropertyType);
            DescribeProperty(property, kind, inside, indent + "  ", text);
        }
    }

    private static void DescribeProperty(JsonPropertyInfo property, string kind, Type? inside, string indent, StringBuilder text)
    {
        var line = $"{property.Name}: {kind}{(property.IsRequired ? "" : ", optional")}";
        if (inside is null) text.Append(indent).Append(line).Append('\n');
        else Describe(line, inside, indent, text);
    }

    private static (string Kind, Type? Inside) KindOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return KindOf(value);
        if (type.IsEnum) return ($"one of {string.Join(" | ", Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(v => JsonSerializer.SerializeToElement(Enum.ToObject(type, v), type, LedgerJson.Options)))}", null);
        if (type == typeof(Guid)) return ("string, UUID", null);
        if (type == typeof(DateOnly)) return ("string, date", null);
        if (type == typeof(string)) return ("string", null);
        if (type == typeof(bool)) return ("boolean", null);
        if (type == typeof(int) || type == typeof(long)) return ("integer", null);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return KindOf(type.GenericTypeArguments[0]) is var (kind, inside) ? ($"array of {kind}", inside) : default;
        return ("object", type);
    }
}
