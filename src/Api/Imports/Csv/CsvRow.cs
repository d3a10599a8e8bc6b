using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>One row of an imported file.</summary>
/// <param name="Line">Line on which it begins.</param>
/// <param name="Values">Its fields, as the file has them.</param>
/// <param name="Layout">The file's header.</param>
/// <param name="Broken">What is wrong with it as CSV, or null.</param>
public sealed record CsvRow(long Line, string[] Values, Layout Layout, Rejection? Broken)
{
    /// <summary>The value of a column without the spaces around it; empty where the file lacks the column.</summary>
    public string this[string name]
    {
        get
        {
            if (Layout.PlaceOf(name) is not { } place || place >= Values.Length) return "";
            return (Layout.FromRejects ? RejectColumns.Unescape(Values[place]) : Values[place]).Trim();
        }
    }

    /// <summary>What is wrong with the row as a whole.</summary>
    public Fault Refused(Rejection why) => new(why, Line);

    /// <summary>What is wrong with the value of one column.</summary>
    public Fault Refused(Rejection why, string name) =>
        Layout.PlaceOf(name) is { } place ? new(why, Line, place + 1, Layout.Headers[place].Trim()) : Refused(why);

    /// <summary>What a decider refused, at the column that holds the field it names: the one that is filled in, if there are several.</summary>
    public Fault Rejected(Rejection why)
    {
        var columns = why.Field is { } field ? Layout.Columns.Of(field).Where(c => Layout.Has(c.Name)).ToArray() : [];
        var column = columns.FirstOrDefault(c => this[c.Name].Length > 0) ?? columns.FirstOrDefault();
        return column is null ? Refused(why) : Refused(why, column.Name);
    }
}
