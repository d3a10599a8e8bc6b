using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Evidence;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Projections.EvidenceBundles;

/// <summary>Where events stand in the log that grows, each proven under the first checkpoint that was published over it, which proves the earliest time.</summary>
public static class EvidencePlaces
{
    /// <summary>The places of those events that a checkpoint covers, and these checkpoints by size.</summary>
    public static async Task<(IReadOnlyDictionary<Guid, EvidencePlace> Places, IReadOnlyDictionary<long, SignedNote> Checkpoints)> Of(
        NpgsqlConnection connection, IReadOnlyCollection<Guid> events, TileFolder folder, CancellationToken token)
    {
        var (places, checkpoints) = (new Dictionary<Guid, EvidencePlace>(), new Dictionary<long, SignedNote>());
        if (folder.Checkpoint is not { } published) return (places, checkpoints);
        var size = Checkpoint.Parse(SignedNote.Parse(published).Text).Size;
        var trees = new Dictionary<long, TileHashes>();
        foreach (var (id, index, under) in await Leaves(connection, events, size, token))
        {
            if (!trees.TryGetValue(under, out var tree)) trees[under] = tree = new(under, tile => Read(folder, size, tile));
            places[id] = new(index, under, InclusionProof.Of(index, under, tree.Of));
        }
        foreach (var under in trees.Keys) checkpoints[under] = await Note(connection, under, token);
        return (places, checkpoints);
    }

    // Of an earlier tree's partial tile the file may be gone; the published tree has what it held, in a tile as wide or wider.
    private static byte[] Read(TileFolder folder, long published, Tile tile) => folder.Hashes(Tile.In(published, tile.Level, tile.Index)!.Value)[..(tile.Width * MerkleTree.HashLength)];

    private static async Task<List<(Guid Event, long Index, long Size)>> Leaves(NpgsqlConnection connection, IReadOnlyCollection<Guid> events, long size, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"""
            select l.event, l.index, c.size from {LogTables.Schema}.leaves l
            cross join lateral (select min(size) as size from {LogTables.Schema}.checkpoints c where c.log = l.log and c.size > l.index and c.size <= $2) c
            where l.log = (select max(log) from {LogTables.Schema}.heads) and l.event = any($1) and c.size is not null order by l.index
            """, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = events.ToArray() });
        command.Parameters.Add(new() { Value = size });
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
