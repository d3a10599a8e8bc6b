using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using Npgsql;

namespace CredentialLedger.Projections.Reading;

/// <summary>A view of somebody or something, and what it rests on.</summary>
/// <param name="Row">The view; null when no event of the selection went into it.</param>
/// <param name="Sequence">Place in the ledger of the last event of the selection that was taken into account.</param>
/// <param name="KnownAt">The moment up to which recorded events were taken into account.</param>
/// <param name="Hindsight">Where a moment was asked for, what was recorded since.</param>
public sealed record Known<T>(T? Row, long Sequence, DateTimeOffset KnownAt, Hindsight<T>? Hindsight = null) where T : class, IReadModel<T>;

/// <summary>
/// Reads one row of a read model. Without a moment it is the stored row, or folded from events while its projection lags behind them,
/// so that whoever just wrote sees it; with a moment it is always folded from events.
/// </summary>
public sealed class ReadModelReader(NpgsqlDataSource database, EventReader events)
{
    /// <summary>The row <paramref name="id"/> after the events of <paramref name="about"/>; null when there are none up to now.</summary>
    /// <param name="id">The row's key.</param>
    /// <param name="about">The events that can concern the row: a person's or a stream's.</param>
    /// <param name="knownAt">Only what was recorded up to then, by the database's clock; null for everything.</param>
    /// <param name="token">Ends the reading.</param>
    public async Task<Known<T>?> Read<T>(Guid id, EventSelection about, DateTimeOffset? knownAt, CancellationToken token) where T : class, IReadModel<T>
    {
        if (knownAt is { } moment) return await Look<T>(id, about, moment, token) is { } seen ? new(seen.Then, seen.Sequence, moment, seen) : null;
        var stored = await Stored<T>(id, about, token);
        return stored.Sequence is not { } last ? null
            : stored.Projected >= last ? new(stored.Row, last, stored.Now)
            : await Fold<T>(id, about, stored.Now, token);
    }

    /// <summary>The row <paramref name="id"/> as it was known at a moment, and since; null when there are no events up to now.</summary>
    public async Task<Hindsight<T>?> Look<T>(Guid id, EventSelection about, DateTimeOffset knownAt, CancellationToken token) where T : class, IReadModel<T>
    {
        // One statement, so that then and now are of one state of the ledger.
        var all = await events.Read(about, token).ToListAsync(token);
        return all.Count == 0 ? null : Hindsight<T>.Of(all, knownAt, (row, e) => T.RowOf(e.Data) == id ? T.Fold(row, e) : row);
    }

    /// <summary>The state of a stream as it was known at a moment, and since; null when it has no events, or is of something else.</summary>
    public async Task<Hindsight<TState>?> State<TState>(Guid stream, DateTimeOffset knownAt, CancellationToken token) where TState : class, IEvolve<TState>
    {
        var all = await events.Read(new() { Stream = stream }, token).ToListAsync(token);
        return all.Count == 0 || Aggregates.Next(null, all[0].Data) is not TState ? null : Hindsight<TState>.Of(all, knownAt, (state, e) => (TState?)Aggregates.Next(state, e.Data));
    }

    private async Task<Known<T>?> Fold<T>(Guid id, EventSelection about, DateTimeOffset knownAt, CancellationToken token) where T : class, IReadModel<T>
    {
        T? row = null;
        long? last = null;
        await foreach (var e in events.Read(about, token))
        {
            last = e.Sequence;
            if (T.RowOf(e.Data) == id) row = T.Fold(row, e);
        }
        return last is { } sequence ? new(row, sequence, knownAt) : null;
    }

    private async Task<(long? Sequence, long? Projected, T? Row, DateTimeOffset Now)> Stored<T>(Guid id, EventSelection about, CancellationToken token)
        where T : class, IReadModel<T>
    {
        await using var connection = await database.OpenConnectionAsync(token);
        await using var command = new NpgsqlCommand { Connection = connection };
        var model = ReadModel.Of<T>();
        command.CommandText = $"""
            select (select max(e.seq_id) from {LedgerStore.Schema}.mt_events e where {about.Where(command)}),
                   (select last_seq_id from {LedgerStore.Schema}.mt_event_progression where name = '{model.Progression}'),
                   (select data from {model.Table} where id = ${command.Parameters.Count + 1}),
                   clock_timestamp()
            """;
        command.Parameters.Add(new() { Value = id });
        await using var rows = await command.ExecuteReaderAsync(token);
        await rows.ReadAsync(token);
        return (rows.IsDBNull(0) ? null : rows.GetInt64(0), rows.IsDBNull(1) ? null : rows.GetInt64(1),
            rows.IsDBNull(2) ? null : JsonSerializer.Deserialize<T>(rows.GetFieldValue<byte[]>(2), LedgerJson.Options), rows.GetFieldValue<DateTimeOffset>(3));
    }
}
