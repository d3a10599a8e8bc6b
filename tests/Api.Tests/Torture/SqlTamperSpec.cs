using System.Diagnostics;
using CredentialLedger.Projections.Audit;
using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture;

/// <summary>Random changes through SQL in a ledger of 2,000 events, one at a time, each before a whole audit that must find and name it, and find nothing once it is undone.</summary>
public sealed class SqlTamperSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly LargeLedger large = new();

    public Task InitializeAsync() => large.InitializeAsync();

    public Task DisposeAsync() => large.DisposeAsync();

    [Fact]
    public async Task Every_change_through_SQL_is_found_and_named()
    {
        var chance = Mode.Chance(output);
        var (events, kinds) = (await TargetsAsync(), EventChanges.All.Concat(new RowChanges(new Forger(large.Ledger.Mac)).All).ToArray());
        var copies = new TableCopies(large.Ledger);
        await copies.KeepAsync();
        (await AuditAsync()).ShouldBeEmpty();
        var (count, failures, perKind, watch) = (0, new List<string>(), new SortedDictionary<string, int>(StringComparer.Ordinal), Stopwatch.StartNew());
        // Each kind once, then any.
        while (count < Math.Max(Mode.Of(60, 2000), kinds.Length))
        {
            var (one, other) = (events[chance.Next(events.Count)], events[chance.Next(events.Count)]);
            var change = (count < kinds.Length ? kinds[count] : kinds[chance.Next(kinds.Length)])(chance, one, other);
            if (!await IsMadeAsync(change) || !await copies.DifferAsync())
            {
                (++idle).ShouldBeLessThan(100, change.Kind); // some change nothing, such as a swap of equal values
                continue;
            }
            var found = await AuditAsync();
            if (!change.IsNamedBy(found)) failures.Add($"{change.Kind}: {change.Sql}\n  expected {string.Join(", ", change.Expected.AsEnumerable())}\n  found {found.Count}: {string.Join(", ", found.Take(4))}");
            await copies.RestoreAsync();
            perKind[change.Kind] = perKind.GetValueOrDefault(change.Kind) + 1;
            if (++count % 20 == 0) (await AuditAsync()).ShouldBeEmpty($"after {change.Kind} was undone");
        }
        (await AuditAsync()).ShouldBeEmpty();
        output.WriteLine($"{count} changes of {perKind.Count} kinds, {failures.Count} not found or not named, {idle} that changed nothing; {audits} audits of {audited / audits:F2} s each, {watch.Elapsed.TotalSeconds:F0} s in all");
        output.WriteLine(string.Join("; ", perKind.Select(k => $"{k.Key} {k.Value}")));
        failures.ShouldBeEmpty();
    }

    // What the database's own keys refuse changed nothing.
    private async Task<bool> IsMadeAsync(SqlChange change)
    {
        try
        {
            await large.Ledger.TamperAsync(change.Sql);
            return true;
        }
        catch (Npgsql.PostgresException e) when (e.SqlState == Npgsql.PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private int audits, idle;
    private double audited;

    private async Task<IReadOnlyList<Defect>> AuditAsync()
    {
        var report = await large.Ledger.AuditAsync();
        (audits, audited) = (audits + 1, audited + report.Seconds);
        report.Replayed.ShouldBe(report.Checkpoint.Size > 0);
        return report.Defects;
    }

    private async Task<IReadOnlyList<SqlTarget>> TargetsAsync()
    {
        await using var command = large.Ledger.Database.CreateCommand("""
            select e.seq_id, e.id, e.stream_id, e.version, e.type, e.data::text, e.headers::text, l.index from ledger.mt_events e join log.leaves l on l.event = e.id order by l.index
            """);
        await using var row = await command.ExecuteReaderAsync();
        var events = new List<SqlTarget>();
        while (await row.ReadAsync())
            events.Add(new(row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetInt64(7)));
        events.Count.ShouldBe(LargeLedger.Events);
        return events;
    }
}
