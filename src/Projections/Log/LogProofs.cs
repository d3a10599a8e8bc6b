using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>Proves that events are in the log, by its published tiles and the first checkpoint that the parties cosigned over them: the earliest time that can be proven.</summary>
public sealed class LogProofs(NpgsqlDataSource database, TileFolder folder)
{
    /// <summary>A proof of each event under one checkpoint; null until one covers them all and its files are there.</summary>
    public async Task<IReadOnlyDictionary<Guid, TlogProof>?> Of(IReadOnlyCollection<Guid> events, CancellationToken token)
    {
        var indices = new Dictionary<Guid, long>();
        await using (var command = database.CreateCommand($"select event, index from {LogTables.Schema}.leaves where log = (select max(log) from {LogTables.Schema}.heads) and event = any($1)"))
        {
            command.Parameters.Add(new() { Value = events.ToArray() });
            await using var rows = await command.ExecuteReaderAsync(token);
            while (await rows.ReadAsync(token)) indices.Add(rows.GetGuid(0), rows.GetInt64(1));
        }
        if (indices.Count < events.Count || await Covering(indices.Values.Max(), token) is not { } note) return null;
        var size = Checkpoint.Parse(note.Text).Size;
        var hashes = new TileHashes(size, folder.Hashes);
        try
        {
            return indices.ToDictionary(e => e.Key, e => new TlogProof(e.Value, InclusionProof.Of(e.Value, size, hashes.Of), note));
        }
        catch (FileNotFoundException)
        {
            return null; // the files are not written again yet, after the ledger was restored
        }
    }

    private async Task<SignedNote?> Covering(long index, CancellationToken token)
    {
        await using var command = database.CreateCommand($"select note from {LogTables.Schema}.checkpoints where log = (select max(log) from {LogTables.Schema}.heads) and size > $1 order by size limit 1");
        command.Parameters.Add(new() { Value = index });
        return await command.ExecuteScalarAsync(token) is string note ? SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note)) : null;
    }
}
