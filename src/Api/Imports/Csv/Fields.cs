using System.Globalization;
using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>Reads the fields of one row as what they mean, and keeps the first thing that is wrong.</summary>
public sealed class Fields
{
    private readonly CsvRow row;

    /// <summary>Look at a row as text first.</summary>
    public Fields(CsvRow row)
    {
        this.row = row;
        if (row.Broken is { } broken) Fault = row.Refused(broken);
        else foreach (var column in row.Layout.Columns.Columns) CheckText(column);
    }

    /// <summary>The first thing that is wrong, or null.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>A text that must be there.</summary>
    public string Text(string name)
    {
        var text = row[name];
        if (text.Length == 0) Refuse(BadRow.Empty, name);
        return text;
    }

    /// <summary>A text, or null.</summary>
    public string? Optional(string name) => row[name] is { Length: > 0 } text ? text : null;

    /// <summary>An id, or null.</summary>
    public Guid? OptionalId(string name) => Optional(name) is null ? null : Id(name);

    /// <summary>An id that must be there.</summary>
    public Guid Id(string name) => Optional(name) is null ? Refuse<Guid>(BadRow.Empty, name) : ToId(row[name], name);

    /// <summary>Texts between semicolons; none for an empty field.</summary>
    public ValueList<string> List(string name) => [.. row[name].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>One of several ids, written in <paramref name="name"/>.</summary>
    public Guid ToId(string text, string name) =>
        Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : Refuse<Guid>(BadRow.Id, name);

    /// <summary>A whole number, or null.</summary>
    public int? OptionalNumber(string name) => Optional(name) is { } text ? ToNumber(text, name) : null;

    /// <summary>Whole numbers between semicolons.</summary>
    public ValueList<int> Numbers(string name) => [.. List(name).Select(text => ToNumber(text, name))];

    /// <summary>A whole number that must be there.</summary>
    public int Number(string name) => Optional(name) is { } text ? ToNumber(text, name) : Refuse<int>(BadRow.Empty, name);

    /// <summary>Ids between semicolons.</summary>
    public ValueList<Guid> Ids(string name) => [.. List(name).Select(text => ToId(text, name))];

    /// <summary>A day from the column of that name, or from the one that says that it is in the Buddhist era.</summary>
    public DateOnly Date(string name)
    {
        var column = row.Layout.Has(name) ? name : name + ColumnSet.BuddhistEra;
        if (Optional(column) is not { } text) return Refuse<DateOnly>(BadRow.Empty, column);
        var (day, why) = column == name ? Dates.Iso(text) : Dates.Buddhist(text);
        return day ?? Refuse<DateOnly>(why!, column);
    }

    /// <summary>A score in hundredths of a percent, written as a percentage with two decimals; or null.</summary>
    public int? OptionalScore(string name) =>
        Optional(name) is not { } text ? null
        : text.Length is >= 4 and <= 6 && text[^3] == '.' && int.TryParse(text.Remove(text.Length - 3, 1), NumberStyles.None, CultureInfo.InvariantCulture, out var hundredths)
            ? hundredths : Refuse<int>(BadRow.Score, name);

    /// <summary>Whether any of these columns is filled in.</summary>
    public bool HasAny(params string[] names) => names.Any(name => row[name].Length > 0);

    /// <summary>One of the values that a column may have.</summary>
    public T Value<T>(string name, IReadOnlyDictionary<string, T> values) where T : struct =>
        Optional(name) is not { } text ? Refuse<T>(BadRow.Empty, name)
        : values.TryGetValue(text, out var value) ? value : Refuse<T>(BadRow.Value, name);

    /// <summary>Something is wrong with a column.</summary>
    public void Refuse(Rejection why, string name) => Fault ??= row.Refused(why, name);

    /// <summary>Something is wrong with a column, instead of its value.</summary>
    public T Refuse<T>(Rejection why, string name) where T : struct
    {
        Refuse(why, name);
        return default;
    }

    private int ToNumber(string text, string name) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Refuse<int>(BadRow.Number, name);

    private void CheckText(Column column)
    {
        var text = row[column.Name];
        if (text.Length > column.MaxLength) Refuse(BadRow.TooLong, column.Name);
        if (text.Contains('\0')) Refuse(Conflicts.Unstorable, column.Name);
    }
}
