using CredentialLedger.Domain.Kernel;

namespace CredentialLedger.Api.Imports.Csv;

/// <summary>Which column of one file is which: its header, understood.</summary>
public sealed class Layout
{
    private readonly Dictionary<string, int> places = [];

    private Layout(IReadOnlyList<string> headers, ColumnSet columns) => (Headers, Columns) = (headers, columns);

    /// <summary>The header cells as the file has them.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>The columns that the kind of file may have.</summary>
    public ColumnSet Columns { get; }

    /// <summary>Whether the file is a rejects file, corrected or not: its own columns are passed over, and escaped formulas are undone.</summary>
    public bool FromRejects => places.ContainsKey(RejectColumns.Line);

    /// <summary>Understand a header.</summary>
    /// <exception cref="UnreadableException">A column is unknown, double or missing.</exception>
    public static Layout Of(IReadOnlyList<string> headers, ColumnSet columns, long line)
    {
        var layout = new Layout(headers, columns);
        for (var i = 0; i < headers.Count; i++) layout.Place(headers[i].Trim(), i, line);
        foreach (var group in columns.Needs)
            if (!group.Any(layout.Has)) throw new UnreadableException(new(Unreadable.MissingColumn, line, null, string.Join(" / ", group)));
        return layout;
    }

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string name) => places.ContainsKey(name);

    /// <summary>Whether the cell at a place is one of the imported data, and not what a rejects file added.</summary>
    public bool IsOwn(int place) => place >= Headers.Count || !RejectColumns.All.Contains(Headers[place].Trim());

    /// <summary>The column's place, from 0.</summary>
    public int? PlaceOf(string name) => places.TryGetValue(name, out var place) ? place : null;

    private void Place(string header, int place, long line)
    {
        var name = RejectColumns.All.Contains(header) ? header : Columns.Find(header)?.Name;
        if (name is null) throw Refused(Columns.LacksEra(header) ? Unreadable.EraMissing : Unreadable.UnknownColumn);
        if (Has(name) || Has(OtherEra(name))) throw Refused(Unreadable.DoubleColumn);
        places.Add(name, place);

        UnreadableException Refused(Rejection why) => new(new Fault(why, line, place + 1, header));
    }

    private static string OtherEra(string name) =>
        name.EndsWith(ColumnSet.BuddhistEra, StringComparison.Ordinal) ? name[..^ColumnSet.BuddhistEra.Length] : name + ColumnSet.BuddhistEra;
}
