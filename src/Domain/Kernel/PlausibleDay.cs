using System.Reflection;
using System.Runtime.CompilerServices;

namespace CredentialLedger.Domain.Kernel;

/// <summary>
/// Which days somebody can mean: 1900 to 2199. Whoever could hold something older is dead. The longest plans end well before 2200, and a year with two
/// digits exchanged (2206, 2602) mostly lies beyond. Years of the Buddhist era since 1900 are 2443 and more, so that none passes for one of the common era.
/// What was recorded before this rule is read as it stands.
/// </summary>
public static class PlausibleDay
{
    /// <summary>The first day that can be meant.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The last day that can be meant.</summary>
    public static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>A day that nobody can mean.</summary>
    public static readonly Rejection Implausible = new("day.implausible", RejectionKind.Invalid);

    private static readonly ConditionalWeakTable<Type, Part[]> Parts = [];

    private sealed record Part(PropertyInfo Property, string Name);

    /// <summary>The refusal of a day that nobody can mean in an event, or in a record inside one, by the day's stored name; null when there is none.</summary>
    public static Rejection? FlawIn(object stored)
    {
        foreach (var (property, name) in Parts.GetValue(stored.GetType(), Of))
        {
            if (property.GetValue(stored) is not { } value) continue;
            var flaw = value is not DateOnly day ? FlawIn(value) : day < First || day > Last ? Implausible with { Field = name } : null;
            if (flaw is not null) return flaw;
        }
        return null;
    }

    private static Part[] Of(Type type) => type.GetCustomAttribute<StoredAttribute>() is not { } stored ? []
        : [.. type.GetConstructors()[0].GetParameters().Zip(stored.Names).Where(p => HoldsDay(p.First.ParameterType)).Select(p => new Part(type.GetProperty(p.First.Name!)!, p.Second))];

    private static bool HoldsDay(Type type) => type == typeof(DateOnly) || type == typeof(DateOnly?) || Parts.GetValue(type, Of).Length > 0;
}
