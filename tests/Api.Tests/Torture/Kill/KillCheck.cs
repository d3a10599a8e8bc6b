using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using Npgsql;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>After the kills: whether everything is there that was acknowledged, once, without a hole, logged, audited; and whether every checkpoint that was handed out is one of this log's.</summary>
internal sealed class KillCheck(NpgsqlDataSource database, ApplicationMac mac, TileFolder files, LogSigner signer, TlogPolicy? policy)
{
    /// <summary>What is wrong; nothing, if all is well.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(Notebook notes) =>
        [.. await EventsAsync(notes), .. await HolesAsync(), .. await AuditAsync(), .. await ProofsAsync(notes)];

    /// <summary>Acknowledged events that are not there as often as was said, which is once.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(Notebook notes)
    {
        var there = new Dictionary<(Guid, Guid), long>();
        await using var command = database.CreateCommand("select (headers->>'command')::uuid, stream_id, count(*) from ledger.mt_events group by 1, 2");
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) there[(row.GetGuid(0), row.GetGuid(1))] = row.GetInt64(2);
        // A command that was answered at its second time only was carried out at one of the two.
        return [.. notes.Acknowledged.Where(a => there.GetValueOrDefault((a.Command, a.Stream)) != a.Events).Select(a => there.ContainsKey((a.Command, a.Stream)) ? $"doubled: {a.Command}" : $"lost: {a.Command} on {a.Stream}")];
    }

    private async Task<IReadOnlyList<string>> HolesAsync() =>
    [
        .. await RowsAsync("hole in stream", "select stream_id::text from ledger.mt_events group by stream_id having count(*) <> max(version) or min(version) <> 1"),
        .. await RowsAsync("event twice", "select id::text from ledger.mt_events group by id having count(*) > 1"),
        .. await RowsAsync("event without one leaf", "select e.id::text from ledger.mt_events e left join log.leaves l on l.log = 1 and l.event = e.id group by e.id having count(l.event) <> 1"),
        .. await RowsAsync("leaf without event", "select l.event::text from log.leaves l where not exists (select from ledger.mt_events e where e.id = l.event)"),
        .. await RowsAsync("hole in the log", "select i::text from generate_series(0, (select size - 1 from log.heads)) i where not exists (select from log.leaves l where l.log = 1 and l.index = i)"),
    ];

    private async Task<IReadOnlyList<string>> AuditAsync() =>
        [.. (await new LogAudit(database, mac, files, signer, policy).Run(null, (_, _) => { }, default)).Defects.Select(d => $"audit: {d}")];

    // Each is signed, cosigned, and a beginning of the final log: by a proof from its tiles and by the leaves themselves.
    private async Task<IReadOnlyList<string>> ProofsAsync(Notebook notes)
    {
        var (wrong, roots, frontier) = (new List<string>(), new Dictionary<long, byte[]>(), new Frontier());
        await using var connection = await database.OpenConnectionAsync();
        var final = Checkpoint.Parse(SignedNote.Parse(files.Checkpoint!).Text);
        foreach (var entry in await Leaves.Entries(connection, 1, 0, final.Size, default))
        {
            frontier.Append(MerkleTree.LeafHash(entry.Span));
            roots[frontier.Size] = frontier.Root;
        }
        var hashes = new TileHashes(final.Size, files.Hashes);
        foreach (var note in notes.Notes)
        {
            var given = Checkpoint.Parse(note.Text);
            policy?.ProvenTime(note);
            if (!note.IsSignedBy(signer.Key)) wrong.Add($"not signed: {given.Size}");
            else if (given.Size > final.Size || !roots[given.Size].AsSpan().SequenceEqual(given.Root.Span)) wrong.Add($"another tree: {given.Size}");
            else if (given.Size < final.Size && !ConsistencyProof.Holds(given.Size, final.Size, ConsistencyProof.Of(given.Size, final.Size, hashes.Of), given.Root.Span, final.Root.Span)) wrong.Add($"no proof: {given.Size}");
        }
        return wrong;
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string what, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0; // after 200 kills there are many rows, and nobody has analyzed the tables
        await using var row = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await row.ReadAsync()) found.Add($"{what}: {row.GetString(0)}");
        return found;
    }
}
