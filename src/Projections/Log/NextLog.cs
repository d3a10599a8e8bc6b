using CredentialLedger.Domain.Kernel;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>
/// A log that follows one which this database cannot continue. Its first leaf is a hash of the old log's last checkpoint, so whoever has the new log knows
/// which one it follows and how far that had come; then the sequencer logs every event that the database has.
/// </summary>
public static class NextLog
{
    /// <summary>Id that stands for the event of the first leaf, which has none.</summary>
    public static Guid LeafOf(string origin) => Ids.Derive("log", origin);

    /// <summary>Make it, in a transaction that locked the head of the log that ends.</summary>
    /// <param name="connection">The connection of that transaction.</param>
    /// <param name="ends">The log that ends.</param>
    /// <param name="origin">Name of the log that begins.</param>
    /// <param name="last">The last that is known to have been signed of the one that ends.</param>
    /// <param name="token">Ends it.</param>
    public static async Task Begin(NpgsqlConnection connection, TreeHead ends, string origin, Checkpoint last, CancellationToken token)
    {
        var (entry, tree) = (LogEntry.After(last), new Frontier());
        tree.Append(MerkleTree.LeafHash(entry));
        await using var head = new NpgsqlCommand($"insert into {LogTables.Schema}.heads (log, origin, predecessor, size, subtrees) values ($1, $2, $3, $4, $5)", connection)
        {
            Parameters = { new() { Value = ends.Log + 1 }, new() { Value = origin }, new() { Value = last.Text }, new() { Value = tree.Size }, new() { Value = tree.Root } },
        };
        await head.ExecuteNonQueryAsync(token);
        await using var leaf = new NpgsqlCommand($"insert into {LogTables.Schema}.leaves (log, index, event, sequence, entry) values ($1, 0, $2, 0, $3)", connection)
        {
            Parameters = { new() { Value = ends.Log + 1 }, new() { Value = LeafOf(origin) }, new() { Value = entry } },
        };
        await leaf.ExecuteNonQueryAsync(token);
    }
}
