using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Projections.Storage;

/// <summary>Gives the properties of a record that carries <see cref="StoredAttribute"/> the names stated there, and leaves out what it only computes.</summary>
public static class StoredNames
{
    /// <summary>A modifier for <see cref="DefaultJsonTypeInfoResolver.Modifiers"/>.</summary>
    /// <exception cref="InvalidOperationException">The attribute does not name every constructor parameter once.</exception>
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || type.Type.GetCustomAttribute<StoredAttribute>() is not { } stored) return;
        var names = Of(type.Type, stored);
        foreach (var property in type.Properties.ToArray())
        {
            var clr = ((MemberInfo)property.AttributeProvider!).Name;
            if (names.TryGetValue(clr, out var name)) property.Name = name;
            else type.Properties.Remove(property);
        }
    }

    private static Dictionary<string, string> Of(Type type, StoredAttribute stored)
    {
        var parameters = type.GetConstructors().Single(c => c.GetParameters() is not [var only] || only.ParameterType != type).GetParameters();
        if (parameters.Length != stored.Names.Count || stored.Names.Distinct().Count() != parameters.Length)
            throw new InvalidOperationException($"{type.Name} must name each of its {parameters.Length} constructor parameters once.");
        return parameters.Zip(stored.Names).ToDictionary(p => p.First.Name!, p => p.Second, StringComparer.Ordinal);
    }
}
