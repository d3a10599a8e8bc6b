namespace CredentialLedger.Domain.Kernel;

/// <summary>
/// The stored names of a record's constructor parameters, in their order. They are the storage format: a property may be
/// renamed in C#, its stored name never. Every event, and every record inside one, carries this attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAttribute(params string[] names) : Attribute
{
    /// <summary>One JSON name a constructor parameter.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
