using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Projections.Storage;

/// <summary>Gives the properties of a record that carries <see cref="StoredAttribute"/> the names stated there, requires each that cannot be null, and leaves out what it only computes.</summary>
public static class StoredNames
{
    /// <summary>A modifier for <see cref="DefaultJsonTypeInfoResolver.Modifiers"/>.</summary>
    /// <exception cref="InvalidOperationException">The attribute does not name every constructor parameter once.</exception>
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object || type.Type.GetCustomAttribute<StoredAttribute>() is not { } stored) return;
        var parameters = Of(type.Type, stored);
        foreach (var property in type.Properties.ToArray())
        {
            var clr = ((MemberInfo)property.AttributeProvider!).Name;
            if (!parameters.TryGetValue(clr, out var stated)) type.Properties.Remove(property);
            else
            {
                property.Name = stated.Name;
                // What cannot be null must be there: an event that somebody wrote without it is unreadable, never half read.
                property.IsRequired = !stated.Optional;
            }
        }
    }

    private static Dictionary<string, (string Name, bool Optional)> Of(Type type, StoredAttribute stored)
    {
        var parameters = type.GetConstructors().Single(c => c.GetParameters() is not [var only] || only.ParameterType != type).GetParameters();
        if (parameters.Length != stored.Names.Count || stored.Names.Distinct().Count() != parameters.Length)
            throw new InvalidOperationException($"{type.Name} must name each of its {parameters.Length} constructor parameters once.");
        return parameters.Zip(stored.Names).ToDictionary(p => p.First.Name!, p => (p.Second, IsOptional(p.First)), StringComparer.Ordinal);
    }

    private static bool IsOptional(ParameterInfo parameter) =>
        parameter.HasDefaultValue || new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.Nullable;
}
