using CredentialLedger.Projections.Reading;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using Npgsql;
using NpgsqlTypes;

namespace CredentialLedger.Projections.Log;

/// <summary>The rows that say which entry of the log is whose event's.</summary>
public static class Leaves
{
    /// <summary>Add leaves at the end of a tree, in memory and in the transaction that locked its head.</summary>
    public static async Task Append(NpgsqlConnection connection, TreeHead head, IReadOnlyList<StoredEvent> events, IReadOnlyList<byte[]> entries, CancellationToken token)
    {
        if (events.Count == 0) return;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {LogTables.Schema}.leaves (log, index, event, sequence, entry) from stdin (format binary)", token);
        for (var i = 0; i < events.Count; i++)
        {
            await copy.StartRowAsync(token);
            await copy.WriteAsync(head.Log, NpgsqlDbType.Integer, token);
            await copy.WriteAsync(head.Frontier.Size, NpgsqlDbType.Bigint, token);
            await copy.WriteAsync(events[i].Id, NpgsqlDbType.Uuid, token);
            await copy.WriteAsync(events[i].Sequence, NpgsqlDbType.Bigint, token);
            await copy.WriteAsync(entries[i], NpgsqlDbType.Bytea, token);
            head.Frontier.Append(MerkleTree.LeafHash(entries[i]));
        }
        await copy.CompleteAsync(token);
    }

    /// <summary>The entries of a log from one index up to, not including, another.</summary>
    /// <exception cref="InvalidDataException">One is missing, or of another length.</exception>
    public static async Task<IReadOnlyList<ReadOnlyMemory<byte>>> Entries(NpgsqlConnection connection, int log, long from, long until, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select entry from {LogTables.Schema}.leaves where log = $1 and index >= $2 and index < $3 order by index", connection);
        command.Parameters.Add(new() { Value = log });
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = until });
        var entries = new List<ReadOnlyMemory<byte>>((int)(until - from));
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) entries.Add(rows.GetFieldValue<byte[]>(0));
        return entries.Count == until - from && entries.All(entry => entry.Length == LogEntry.Length)
            ? entries : throw new InvalidDataException($"Log {log} has not {until - from} entries of {LogEntry.Length} bytes from index {from}.");
    }

    /// <summary>Where an event stands in a log; null when it has no leaf yet.</summary>
    public static async Task<long?> IndexOf(NpgsqlConnection connection, int log, Guid @event, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select index from {LogTables.Schema}.leaves where log = $1 and event = $2", connection);
        command.Parameters.Add(new() { Value = log });
        command.Parameters.Add(new() { Value = @event });
        return (long?)await command.ExecuteScalarAsync(token);
    }
}
