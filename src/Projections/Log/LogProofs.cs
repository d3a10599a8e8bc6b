using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>Proves that events are in the log that grows, each under the first checkpoint that the parties cosigned over it: the earliest time that can be proven.</summary>
public sealed class LogProofs(TileFolder folder)
{
    /// <summary>The proofs of those events that a published checkpoint covers.</summary>
    /// <param name="connection">A connection, in a transaction of the caller's if there is one.</param>
    /// <param name="events">The events' ids.</param>
    /// <param name="token">Ends it.</param>
    public async Task<IReadOnlyDictionary<Guid, TlogProof>> Of(NpgsqlConnection connection, IReadOnlyCollection<Guid> events, CancellationToken token)
    {
        var leaves = await Leaves(connection, events, folder.PublishedSize, token);
        var trees = new Dictionary<long, (TileHashes Hashes, SignedNote Note)>();
        foreach (var size in leaves.Select(leaf => leaf.Size).Distinct()) trees[size] = (new(size, folder.Hashes), await Note(connection, size, token));
        return leaves.ToDictionary(leaf => leaf.Event, leaf => new TlogProof(leaf.Index, InclusionProof.Of(leaf.Index, leaf.Size, trees[leaf.Size].Hashes.Of), trees[leaf.Size].Note));
    }

    // Up to what is published the files are there; after a restore they come a moment later than the checkpoints.
    private static async Task<List<(Guid Event, long Index, long Size)>> Leaves(NpgsqlConnection connection, IReadOnlyCollection<Guid> events, long published, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"""
            select l.event, l.index, c.size from {LogTables.Schema}.leaves l
            cross join lateral (select min(size) as size from {LogTables.Schema}.checkpoints c where c.log = l.log and c.size > l.index and c.size <= $2) c
            where l.log = (select max(log) from {LogTables.Schema}.heads) and l.event = any($1) and c.size is not null order by l.index
            """, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = events.ToArray() });
        command.Parameters.Add(new() { Value = published });
        var found = new List<(Guid, long, long)>();
        await using var rows = await command.ExecuteReaderAsync(token);
        while (await rows.ReadAsync(token)) found.Add((rows.GetGuid(0), rows.GetInt64(1), rows.GetInt64(2)));
        return found;
    }

    private static async Task<SignedNote> Note(NpgsqlConnection connection, long size, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select note from {LogTables.Schema}.checkpoints where log = (select max(log) from {LogTables.Schema}.heads) and size = $1", connection);
        command.Parameters.Add(new() { Value = size });
        return SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes((string)(await command.ExecuteScalarAsync(token))!));
    }
}
