using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Verifier.Log;
using Snapshooter.Xunit;

namespace CredentialLedger.Projections.Tests.Storage;

/// <summary>What was ever stored stays readable, says the same, and keeps its commitment and its MAC.</summary>
public sealed class GoldenCorpusSpec
{
    public static TheoryData<string> Rows => [.. CorpusRow.Names];

    [Theory, MemberData(nameof(Rows))]
    public void A_stored_event_is_read_and_written_back_to_the_same_canonical_bytes(string name)
    {
        var row = CorpusRow.Load(name);
        var written = JsonSerializer.SerializeToUtf8Bytes(row.Read(), row.Read().GetType(), LedgerJson.Options);
        Encoding.UTF8.GetString(CanonicalJson.Of(written)).ShouldBe(Encoding.UTF8.GetString(CanonicalJson.Of(row.Data)));
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_stored_event_means_what_it_meant(string name) => Snapshot.Match(CorpusRow.Load(name).ToStored().Read(), name);

    [Theory, MemberData(nameof(Rows))]
    public void A_stored_event_keeps_its_commitment_and_its_mac(string name)
    {
        var row = CorpusRow.Load(name);
        var commitment = Commitment.ToPayload(row.Header("salt"), CanonicalJson.Of(row.Data));
        Convert.ToBase64String(commitment).ShouldBe(row.Headers.GetProperty("commitment").GetString());
        var mac = new ApplicationMac(CorpusRow.MacKey).Of(row.Id, row.Stream, row.Type, row.Headers.GetProperty("actor"), commitment);
        Convert.ToBase64String(mac).ShouldBe(row.Headers.GetProperty("mac").GetString());
    }

    [Fact]
    public void Every_event_type_is_in_the_corpus_under_its_stored_name()
    {
        CorpusRow.Names.Where(n => n.EndsWith(".v1", StringComparison.Ordinal)).ShouldBe(EventCatalogue.Types.Keys.Select(n => $"{n}.v1"), ignoreOrder: true);
        CorpusRow.Names.ShouldAllBe(n => n.StartsWith($"{CorpusRow.Load(n).Type}.v1", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_value_of_every_stored_enum_and_every_optional_property_with_and_without_occurs()
    {
        var seen = new HashSet<string>();
        foreach (var name in CorpusRow.Names) Walk(CorpusRow.Load(name).Read(), seen);
        EventCatalogue.Types.Values.SelectMany(t => Expected(t)).Distinct().Except(seen).ShouldBeEmpty();
    }

    /// <summary>Whatever must occur of a stored type: its enums' members, its optional properties null and not, and the same of what is inside.</summary>
    private static IEnumerable<string> Expected(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Expected(value);
        if (type.IsEnum) return Enum.GetNames(type).Select(n => $"{type.Name}.{n}");
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return Expected(type.GenericTypeArguments[0]);
        if (type.GetCustomAttribute<StoredAttribute>() is null) return [];
        return Parameters(type).SelectMany(p => Expected(p.ParameterType).Concat(IsOptional(p) ? [$"{type.Name}.{p.Name}: with", $"{type.Name}.{p.Name}: without"] : []));
    }

    private static void Walk(object? value, HashSet<string> seen)
    {
        if (value is null or string) return;
        var type = value.GetType();
        if (type.IsEnum) seen.Add($"{type.Name}.{value}");
        else if (value is IEnumerable items) foreach (var item in items) Walk(item, seen);
        else if (type.GetCustomAttribute<StoredAttribute>() is not null)
        {
            foreach (var parameter in Parameters(type))
            {
                var inside = type.GetProperty(parameter.Name!)!.GetValue(value);
                if (IsOptional(parameter)) seen.Add($"{type.Name}.{parameter.Name}: {(inside is null ? "without" : "with")}");
                Walk(inside, seen);
            }
        }
    }

    private static bool IsOptional(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.Nullable;

    private static ParameterInfo[] Parameters(Type record) => record.GetConstructors().Single(c => c.GetParameters() is not [var only] || only.ParameterType != record).GetParameters();
}
