using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier.Log;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>
/// Gives committed events their places in the log. It reads raw rows on plain Npgsql: nothing is upcast, and nothing is inferred from the
/// gaps of Marten's sequence. The row of the head is locked first, so that any number of sequencers are safe at once (docs/design/0020).
/// </summary>
/// <remarks>
/// Events commit in another order than their sequence says. So a round looks at everything above <see cref="TreeHead.Settled"/> that has no leaf,
/// and <see cref="TreeHead.Settled"/> follows only when every transaction has ended that ran when the events up to there had been seen. What came later still
/// (a sequence drawn before its transaction had an id, a row inserted by SQL) is found by the sweep, the same question over the whole table.
/// </remarks>
public sealed class Sequencer(NpgsqlDataSource database, ApplicationMac mac)
{
    /// <summary>Most leaves of one transaction.</summary>
    public const int MaxBatch = 256;

    private long cursor; // of this process alone, while it works off a backlog: what is behind it is looked at again once it has caught up

    /// <summary>Make the log where there is none.</summary>
    /// <param name="origin">Its name.</param>
    /// <param name="token">Ends it.</param>
    public async Task Begin(string origin, CancellationToken token)
    {
        await using var command = database.CreateCommand($"insert into {LogTables.Schema}.heads (log, origin) select 1, $1 where not exists (select from {LogTables.Schema}.heads) on conflict do nothing");
        command.Parameters.Add(new() { Value = origin });
        await command.ExecuteNonQueryAsync(token);
    }

    /// <summary>One batch: log what was committed and has no leaf yet.</summary>
    public Task<Batch> Next(CancellationToken token) => Round(whole: false, token);

    /// <summary>The same over the whole table, wherever in it an event stands.</summary>
    public Task<Batch> Sweep(CancellationToken token) => Round(whole: true, token);

    private async Task<Batch> Round(bool whole, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        if (!whole && !await HasWork(connection, token)) return Batch.Empty;
        await using var transaction = await connection.BeginTransactionAsync(token);
        if (await TreeHead.Read(connection, locked: true, token) is not { } head) return Batch.Empty;

        long? from = whole ? null : Math.Max(head.Settled, cursor);
        var rows = new List<StoredEvent>();
        await foreach (var row in EventReader.Rows(connection, new() { After = from, UnloggedIn = head.Log, First = MaxBatch }, token)) rows.Add(row);
        var entries = await Entries(connection, rows, token);
        await Leaves.Append(connection, head, rows, entries, token);
        var caughtUp = from == head.Settled && rows.Count < MaxBatch;
        await (caughtUp ? Moved(head) : head).Write(connection, setHorizon: caughtUp && !head.HasHorizon && head.Seen > head.Settled, token);
        await transaction.CommitAsync(token);
        if (!whole) cursor = rows.Count == MaxBatch ? rows[^1].Sequence : 0;
        return new(rows.Count, entries.Count(entry => entry[0] == LogEntry.Foreign), rows.Count == 0 ? null : rows.Min(row => row.At));
    }

    // A head that is behind in nothing costs one read: no lock, no transaction id.
    private static async Task<bool> HasWork(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"""
            select coalesce((select max(seq_id) from {LedgerStore.Schema}.mt_events) > (select settled from {LogTables.Schema}.heads order by log desc limit 1), false)
            """, connection);
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }

    // Every event above what is settled has been read after the head, and logged: so all up to the last that the head's reading saw.
    private static TreeHead Moved(TreeHead head) =>
        head.SettlesNow ? head with { Settled = head.Seen, Seen = Math.Max(head.Seen, head.Last), HasHorizon = false }
        : head.Seen > head.Settled ? head with { HasHorizon = true }
        : head with { Seen = Math.Max(head.Seen, head.Last) };

    private async Task<byte[][]> Entries(NpgsqlConnection connection, List<StoredEvent> rows, CancellationToken token)
    {
        var entries = new byte[rows.Count][];
        Parallel.For(0, rows.Count, i => entries[i] = rows[i].Authenticate(mac) is var (envelope, salt) ? envelope.Entry(Commitment.EnvelopeKey(salt)) : []);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] is not []) continue;
            var image = await ForeignRow.Image(connection, rows[i].Id, token);
            entries[i] = LogEntry.OfForeign(mac.ForeignKey(rows[i].Id), image);
        }
        return entries;
    }
}

/// <summary>What one round of the sequencer logged.</summary>
/// <param name="Count">How many leaves; fewer than <see cref="Sequencer.MaxBatch"/> when there is nothing more.</param>
/// <param name="Foreign">How many of them are of rows that the application did not write as they stand.</param>
/// <param name="Oldest">When the oldest of them was recorded; null without any.</param>
public sealed record Batch(int Count, int Foreign, DateTimeOffset? Oldest)
{
    /// <summary>There was nothing to log.</summary>
    public static readonly Batch Empty = new(0, 0, null);
}
