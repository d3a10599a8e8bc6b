using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>How far a log has grown, as its row in the database says.</summary>
/// <param name="Log">The log's number; the highest is the one that grows.</param>
/// <param name="Origin">The log's name (C2SP tlog-checkpoint).</param>
/// <param name="Frontier">The tree.</param>
/// <param name="Settled">Every event up to this sequence is logged, or was never committed.</param>
/// <param name="Seen">Every event up to this sequence that was visible is logged.</param>
/// <param name="SettlesNow">Whether every transaction that could still commit up to <paramref name="Seen"/> has ended.</param>
/// <param name="HasHorizon">Whether it is known which transactions those are.</param>
/// <param name="Last">The last sequence of an event when the head was read.</param>
public sealed record TreeHead(int Log, string Origin, Frontier Frontier, long Settled, long Seen, bool SettlesNow, bool HasHorizon, long Last)
{
    private const string Columns = $"""
        log, origin, size, subtrees, settled, seen, coalesce(horizon <= pg_snapshot_xmin(pg_current_snapshot()), false), horizon is not null,
        coalesce((select max(seq_id) from {LedgerStore.Schema}.mt_events), 0)
        """;

    /// <summary>What the log says of itself at this size, yet unsigned.</summary>
    public Checkpoint Checkpoint => new(Origin, Frontier.Size, Frontier.Root);

    /// <summary>The head of the log that grows.</summary>
    /// <param name="connection">A connection, in a transaction where the head is locked.</param>
    /// <param name="locked">Whether to lock it until the transaction ends, so that nobody else lets the log grow.</param>
    /// <param name="token">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The row was changed: its hashes are not as many as its size needs.</exception>
    public static async Task<TreeHead?> Read(NpgsqlConnection connection, bool locked, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"""
            select {Columns} from {LogTables.Schema}.heads where log = (select max(log) from {LogTables.Schema}.heads){(locked ? " for update" : "")}
            """, connection);
        await using var row = await command.ExecuteReaderAsync(token);
        if (!await row.ReadAsync(token)) return null;
        return new(row.GetInt32(0), row.GetString(1), FrontierOf(row.GetInt64(2), row.GetFieldValue<byte[]>(3)), row.GetInt64(4), row.GetInt64(5), row.GetBoolean(6), row.GetBoolean(7), row.GetInt64(8));
    }

    private static Frontier FrontierOf(long size, byte[] subtrees)
    {
        try
        {
            return new(size, subtrees.Chunk(MerkleTree.HashLength));
        }
        catch (ArgumentException)
        {
            throw new InvalidDataException("The head of the log is no tree's.");
        }
    }

    /// <summary>Write the head as it now is.</summary>
    /// <param name="connection">A connection in the transaction that locked it.</param>
    /// <param name="setHorizon">Whether to note which transactions are running: those that may still commit up to <see cref="Seen"/>.</param>
    /// <param name="token">Ends the writing.</param>
    public async Task Write(NpgsqlConnection connection, bool setHorizon, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"""
            update {LogTables.Schema}.heads set size = $2, subtrees = $3, settled = $4, seen = $5,
                horizon = case when $6 then pg_snapshot_xmax(pg_current_snapshot()) when $7 then horizon end
            where log = $1
            """, connection);
        command.Parameters.Add(new() { Value = Log });
        command.Parameters.Add(new() { Value = Frontier.Size });
        command.Parameters.Add(new() { Value = Frontier.Subtrees.SelectMany(hash => hash).ToArray() });
        command.Parameters.Add(new() { Value = Settled });
        command.Parameters.Add(new() { Value = Seen });
        command.Parameters.Add(new() { Value = setHorizon });
        command.Parameters.Add(new() { Value = HasHorizon });
        await command.ExecuteNonQueryAsync(token);
    }
}
