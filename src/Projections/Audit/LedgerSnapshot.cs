using System.Runtime.CompilerServices;
using CredentialLedger.Projections.Reading;
using Npgsql;

namespace CredentialLedger.Projections.Audit;

/// <summary>What a replay asks of the tables beside the events, on the connection that holds its snapshot.</summary>
internal sealed class LedgerSnapshot(NpgsqlConnection connection)
{
    /// <summary>How many events there are in a selection.</summary>
    public async Task<long> Count(EventSelection selection, CancellationToken token)
    {
        await using var command = Ask();
        command.CommandText = $"select count(*) from {LedgerStore.Schema}.mt_events e where {selection.Where(command)}";
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    /// <summary>The last sequence that each projection has seen.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Progress(CancellationToken token)
    {
        var reached = new Dictionary<string, long>();
        await using var command = Ask($"select name, last_seq_id from {LedgerStore.Schema}.mt_event_progression where last_seq_id is not null");
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) reached[rows.GetString(0)] = rows.GetInt64(1);
        return reached;
    }

    /// <summary>The last version of every stream that has more than one event.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> Lengths(CancellationToken token)
    {
        var lengths = new Dictionary<Guid, long>();
        await using var command = Ask($"select id, version from {LedgerStore.Schema}.mt_streams where version > 1");
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) lengths[rows.GetGuid(0)] = rows.GetInt64(1);
        return lengths;
    }

    /// <summary>Streams whose last event is not there.</summary>
    public async IAsyncEnumerable<Guid> CutShort([EnumeratorCancellation] CancellationToken token)
    {
        await using var command = Ask($"""
            select s.id from {LedgerStore.Schema}.mt_streams s
            where not exists (select from {LedgerStore.Schema}.mt_events e where e.stream_id = s.id and e.version = s.version) order by s.id
            """);
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) yield return rows.GetGuid(0);
    }

    private NpgsqlCommand Ask(string sql = "") => new(sql, connection) { CommandTimeout = 0 };
}
