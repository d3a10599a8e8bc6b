using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>A column that a kind of file may have.</summary>
/// <param name="Name">Its English header, and its name in code.</param>
/// <param name="Thai">Its Thai headers.</param>
/// <param name="MaxLength">Longest value, in UTF-16 units.</param>
/// <param name="Field">What deciders call it, where that is not the name in camel case.</param>
public sealed record Column(string Name, ValueList<string> Thai, int MaxLength = 300, string? Field = null)
{
    /// <summary>Whether a header cell names this column.</summary>
    public bool IsNamed(string header) => Name.Equals(header, StringComparison.OrdinalIgnoreCase) || Thai.Contains(header);
}

/// <summary>The columns of a kind of file. Of each group in <paramref name="Needs"/> at least one column must be there.</summary>
public sealed record ColumnSet(ValueList<Column> Columns, ValueList<ValueList<string>> Needs)
{
    /// <summary>The ending of a column of dates in the Buddhist era: <c>completed_on_be</c> beside <c>completed_on</c>.</summary>
    public const string BuddhistEra = "_be";

    private const string ThaiCommonEra = " (ค.ศ.)", ThaiBuddhistEra = " (พ.ศ.)";

    /// <summary>A date: one column in ISO form, and one that says that it is in the Buddhist era; a file has one of them.</summary>
    public static ValueList<Column> Date(string name, string thai, string? field = null) =>
    [
        new(name, [thai + ThaiCommonEra], Field: field),
        new(name + BuddhistEra, [thai + ThaiBuddhistEra], Field: field ?? Camel(name)),
    ];

    /// <summary>The column that a header cell names, or null.</summary>
    public Column? Find(string header) => Columns.FirstOrDefault(c => c.IsNamed(header));

    /// <summary>Whether a header cell would name a column of dates if it said which era it is in.</summary>
    public bool LacksEra(string header) => Find(header + ThaiBuddhistEra) is not null;

    /// <summary>The columns that hold what a decider calls <paramref name="field"/>.</summary>
    public IEnumerable<Column> Of(string field) => Columns.Where(c => (c.Field ?? Camel(c.Name)) == field);

    private static string Camel(string snake) =>
        string.Concat(snake.Split('_').Select((part, i) => i == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
