using System.Globalization;
using System.Runtime.CompilerServices;
using CredentialLedger.Domain.Kernel;
using Npgsql;

namespace CredentialLedger.Projections.Reading;

/// <summary>Reads events in the order of recording, straight from the event table: no read model, no cache, one row at a time.</summary>
public sealed class EventReader(NpgsqlDataSource database)
{
    // PostgreSQL knows infinity and years that no calendar of a program has; a row that SQL inserted may say them.
    private const string InCalendar = "(e.timestamp >= '0001-01-01 00:00:00+00' and e.timestamp < '10000-01-01 00:00:00+00')";

    /// <summary>The events of a selection, each as the ledger knows it.</summary>
    /// <exception cref="UnreadableEventException">A stored event cannot be read.</exception>
    public async IAsyncEnumerable<Recorded> Read(EventSelection selection, [EnumeratorCancellation] CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await foreach (var row in Rows(connection, selection, token)) yield return row.Read();
    }

    /// <summary>A stream's state; null when it has no events, or is of something else.</summary>
    /// <exception cref="ImpossibleEventException">An event cannot follow those before it.</exception>
    public async Task<TState?> Fold<TState>(Guid stream, CancellationToken token) where TState : class, IEvolve<TState>
    {
        object? state = null;
        await foreach (var e in Read(new() { Stream = stream }, token)) state = Aggregates.Next(state, e.Data);
        return state as TState;
    }

    /// <summary>The rows of a selection on a connection of the caller's: inside its transaction, if there is one.</summary>
    public static async IAsyncEnumerable<StoredEvent> Rows(NpgsqlConnection connection, EventSelection selection, [EnumeratorCancellation] CancellationToken token)
    {
        await using var command = new NpgsqlCommand { Connection = connection, CommandTimeout = 0 };
        command.CommandText = $"""
            select e.seq_id, e.id, coalesce(e.stream_id, '00000000-0000-0000-0000-000000000000'), e.version, e.type, coalesce(e.data, 'null'), e.headers,
                   case when {InCalendar} then e.timestamp else 'epoch' end,
                   e.stream_id is not null and e.headers is not null and e.data is not null and e.bdata is null and e.is_archived is false and {InCalendar},
                   e.correlation_id, e.causation_id
            from {LedgerStore.Schema}.mt_events e where {selection.Where(command)} order by e.seq_id limit {selection.First?.ToString(CultureInfo.InvariantCulture) ?? "all"}
            """;
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token))
        {
            yield return new(rows.GetInt64(0), rows.GetGuid(1), rows.GetGuid(2), rows.GetInt64(3), rows.GetString(4), rows.GetFieldValue<byte[]>(5),
                rows.IsDBNull(6) ? default(ReadOnlyMemory<byte>) : rows.GetFieldValue<byte[]>(6), rows.GetFieldValue<DateTimeOffset>(7), rows.GetBoolean(8),
                rows.IsDBNull(9) ? null : rows.GetString(9), rows.IsDBNull(10) ? null : rows.GetString(10));
        }
    }
}
