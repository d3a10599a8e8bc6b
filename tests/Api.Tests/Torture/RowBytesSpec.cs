using System.Collections.Concurrent;
using CredentialLedger.Projections.Audit.Rows;
using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>In a ledger of 2,000 events and of every shape of the golden corpus, each byte of a row that is changed is found by the audit's own row check, and its column named.</summary>
public sealed class RowBytesSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly LargeLedger large = new();
    private readonly ConcurrentDictionary<string, int> misnamed = [];
    private long changed, missed;

    public async Task InitializeAsync()
    {
        await large.InitializeAsync();
        await large.AddCorpusAsync();
    }

    public Task DisposeAsync() => large.DisposeAsync();

    [Fact]
    public async Task No_byte_of_a_row_changes_unseen()
    {
        var chance = Mode.Chance(output);
        var rows = await large.RowsAsync();
        rows.Count.ShouldBeGreaterThan(LargeLedger.Events);
        // In short: of every type one row whole, and of every row one byte.
        var whole = rows.GroupBy(r => RowImage.Text(r.Row.Fields()[6])).Select(g => g.ElementAt(chance.Next(g.Count())).Leaf.Event).ToHashSet();
        var plan = rows.Select(r => (r.Row, r.Leaf, Bytes: Mode.Long || whole.Contains(r.Leaf.Event) ? Enumerable.Range(0, r.Row.Bytes.Length).ToArray() : [chance.Next(r.Row.Bytes.Length)], By: (byte)chance.Next(1, 256))).ToArray();
        var check = new RowCheck(large.Ledger.Mac);
        Parallel.ForEach(plan, p =>
        {
            check.Differs(p.Row, p.Leaf).ShouldBeNull();
            foreach (var i in p.Bytes) Change(check, p.Row, p.Leaf, i, (byte)(1 + (p.By + i) % 255));
        });
        output.WriteLine($"{changed} bytes changed in {rows.Count} rows of {whole.Count} types, {missed} missed, {misnamed.Values.Sum()} in another column than was named {string.Join("; ", misnamed)}");
        missed.ShouldBe(0);
        misnamed.ShouldBeEmpty();
    }

    private void Change(RowCheck check, RowImage row, Leaf leaf, int at, byte by)
    {
        var bytes = row.Bytes.ToArray();
        bytes[at] ^= by;
        Interlocked.Increment(ref changed);
        if (check.Differs(new(bytes), leaf) is not { } named) Interlocked.Increment(ref missed);
        else if (ColumnAt(row, at) is { } column && !IsOf(named, column)) misnamed.AddOrUpdate($"{column} as {named}", 1, (_, n) => n + 1);
    }

    // A header is named by its name; the column itself where they are no JSON of six any more.
    private static bool IsOf(string named, string column) => named.Split(", ").Any(n => n == column || n.StartsWith($"{column}.", StringComparison.Ordinal));

    // null: the number of fields, or the length of one, where no column can be told.
    private static string? ColumnAt(RowImage row, int at)
    {
        var fields = row.Fields();
        for (var (i, start) = (0, 2); i < fields.Length; i++)
        {
            start += 4;
            if (at < start) return null;
            start += fields[i]?.Length ?? 0;
            if (at < start) return RowImage.Columns[i];
        }
        return null;
    }
}
