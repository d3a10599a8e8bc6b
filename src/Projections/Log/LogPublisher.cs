using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>
/// Publishes the log as static files: what is new of tiles and bundles, then, signed and cosigned, the checkpoint. Any step may be the last before
/// a crash; the next round does the rest, since every file is a function of the leaves.
/// </summary>
public sealed class LogPublisher(NpgsqlDataSource database, LogSigner signer, TileFolder folder, Witnesses witnesses, LogStanding standing)
{
    private long mirrored;

    /// <summary>Before anything is recorded: whether the signer has signed more than the database holds, or does not know any more what it signed.</summary>
    public async Task Judge(CancellationToken token)
    {
        try
        {
            // First what was signed: of another process that signs meanwhile, the database has it before.
            var last = signer.Last;
            var size = await Size(token);
            if (last?.Size > size) standing.Refuse(LogStanding.Behind);
            else if (last is null && size > 0 && witnesses.Any) standing.Refuse(LogStanding.Unsure);
            else standing.Sound();
        }
        catch (SignerRefusalException)
        {
            standing.Refuse(LogStanding.Unsure);
        }
    }

    /// <summary>Publish how far the log has grown.</summary>
    /// <param name="token">Ends it between two steps.</param>
    /// <returns>The checkpoint that is now published; null when nothing is logged yet, or the witnesses that answered are not the quorum: then it stays what it was.</returns>
    /// <exception cref="SignerRefusalException">The log is behind what was signed or cosigned, or contradicts it; nothing may be recorded any more. Or another process was faster.</exception>
    /// <exception cref="InvalidDataException">A leaf is missing, or a published file differs.</exception>
    public async Task<Checkpoint?> Publish(CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        // An empty tree has nothing to prove (C2SP tlog-witness has no checkpoint of size 0).
        if (await TreeHead.Read(connection, locked: false, token) is not { Frontier.Size: > 0 } head) return null;
        var next = head.Checkpoint;
        try
        {
            await Grow(connection, head, Published(), token);
            var hashes = new TileHashes(next.Size, folder.Hashes);
            if (standing.Refusal is not null && signer.Last is null && await witnesses.Cosign(signer.SignToAsk(next), hashes.Of, token) is null) return null;
            var note = signer.Sign(next, last => ConsistencyProof.Of(last, next.Size, hashes.Of));
            // What a witness once found behind is not sound before the witnesses say so: meanwhile something could be recorded.
            if (standing.Refusal is not LogStanding.Behind) standing.Sound();
            if (await witnesses.Cosign(note, hashes.Of, token) is not { } cosigned) return null;
            standing.Sound();
            await Record(connection, head.Log, next.Size, cosigned, token);
            folder.Publish(cosigned.ToBytes());
            await witnesses.Mirror(note, mirrored, (from, end) => Entries(next.Size, from, end), hashes.Of, token);
            mirrored = next.Size;
            return next;
        }
        catch (SignerRefusalException e)
        {
            if (e.Why is SignerRefusal.Smaller && await WasOvertaken(next.Size, token)) throw new SignerRefusalException(SignerRefusal.Busy);
            if (e.Why is SignerRefusal.Smaller or SignerRefusal.Inconsistent) standing.Refuse(LogStanding.Behind);
            throw;
        }
    }

    // Another process with the same database and key read more, and signed it first.
    private async Task<bool> WasOvertaken(long size, CancellationToken token) => signer.Last is { } last && last.Size > size && await Size(token) >= last.Size;

    private IReadOnlyList<ReadOnlyMemory<byte>> Entries(long size, long from, long end)
    {
        var tile = Tile.In(size, 0, from / Tile.FullWidth)!.Value;
        return [.. folder.Entries(tile).Skip((int)(from % Tile.FullWidth)).Take((int)(end - from))];
    }

    /// <summary>How far the log has grown.</summary>
    public async Task<long> Size(CancellationToken token)
    {
        await using var command = database.CreateCommand($"select size from {LogTables.Schema}.heads order by log desc limit 1");
        return (long?)await command.ExecuteScalarAsync(token) ?? 0;
    }

    /// <summary>The published checkpoint, with its signatures; null before the first.</summary>
    /// <exception cref="LogFormatException">The file is none.</exception>
    public SignedNote? Note() => folder.Checkpoint is { } bytes && SignedNote.Parse(bytes) is var note && note.IsSignedBy(signer.Key) ? note : null;

    // What a damaged or foreign checkpoint says is not believed: everything is then compared again, file by file.
    private long Published()
    {
        try
        {
            return Note() is { } note && Checkpoint.Parse(note.Text) is var last && last.Origin == signer.Key.Name ? last.Size : 0;
        }
        catch (LogFormatException)
        {
            return 0;
        }
    }

    private async Task Grow(NpgsqlConnection connection, TreeHead head, long old, CancellationToken token)
    {
        const long Step = 64 * Tile.FullWidth;
        for (var size = Math.Min(old, head.Frontier.Size); size < head.Frontier.Size;)
        {
            var until = Math.Min(head.Frontier.Size, (size / Step + 1) * Step);
            var from = size / Tile.FullWidth * Tile.FullWidth;
            var entries = await Leaves.Entries(connection, head.Log, from, until, token);
            folder.Grow(size, until, (first, end) => [.. entries.Skip((int)(first - from)).Take((int)(end - first))]);
            size = until;
        }
    }

    // The first checkpoint of a size bounds when its leaves were there; what is cosigned again later proves nothing earlier.
    private static async Task Record(NpgsqlConnection connection, int log, long size, SignedNote note, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"insert into {LogTables.Schema}.checkpoints (log, size, note) values ($1, $2, $3) on conflict do nothing", connection);
        command.Parameters.Add(new() { Value = log });
        command.Parameters.Add(new() { Value = size });
        command.Parameters.Add(new() { Value = note.ToString() });
        await command.ExecuteNonQueryAsync(token);
    }
}
