using CredentialLedger.Domain.Privacy;
using CredentialLedger.Projections.Log;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using Npgsql;

namespace CredentialLedger.Projections.Audit.Findings;

/// <summary>
/// The findings of the ledger as it is now. They are searched for again when anything was recorded since but that somebody looked at
/// something, which no rule asks for; one search at a time, whoever waits for it.
/// </summary>
public sealed class CurrentFindings(NpgsqlDataSource database, FindingSearch search)
{
    private static readonly string Looks = string.Join(", ",
        Aggregates.EventsOf(typeof(RecordAccess), typeof(ListAccess), typeof(Export), typeof(EvidenceExport)).Select(e => $"'{EventCatalogue.NameOf(e)}'"));

    private readonly SemaphoreSlim one = new(1);
    private volatile Known? current;

    /// <summary>Every finding.</summary>
    public async Task<FindingsReport> Get(CancellationToken token)
    {
        await one.WaitAsync(token);
        try
        {
            // Looked up before the search: what is recorded meanwhile is found by the next one.
            var (count, last, proven) = await State(token);
            if (current is not { } known || (known.Count, known.Last, known.Proven) != (count, last, proven)) current = known = new(count, last, proven, await search.Run((_, _) => { }, token));
            return known.Report;
        }
        finally
        {
            one.Release();
        }
    }

    // A transaction with an earlier place in the ledger may commit later, so that the last place alone does not tell.
    private async Task<(long Count, long Last, long Proven)> State(CancellationToken token)
    {
        await using var command = database.CreateCommand($"select count(*), coalesce(max(seq_id), 0), (select count(*) from {LogTables.Schema}.checkpoints) from {LedgerStore.Schema}.mt_events where type not in ({Looks})");
        await using var rows = await command.ExecuteReaderAsync(token);
        await rows.ReadAsync(token);
        return (rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2));
    }

    private sealed record Known(long Count, long Last, long Proven, FindingsReport Report);
}
