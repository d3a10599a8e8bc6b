using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>When events existed at the latest, by the parties' cosignatures under the first checkpoint over each (docs/formats/log.md).</summary>
public sealed class ProvenTimes
{
    private readonly Dictionary<Guid, Lazy<DateTimeOffset?>> first = [];

    private ProvenTimes()
    {
    }

    /// <summary>Read them in a transaction of the caller's.</summary>
    public static async Task<ProvenTimes> Read(NpgsqlConnection connection, LogPolicy policy, CancellationToken token)
    {
        var times = new ProvenTimes();
        if (policy.Witnesses is not { } witnesses) return times;
        // Of the many checkpoints those that were the first over some event.
        await using var command = new NpgsqlCommand($"""
            select l.event, l.log, c.size, c.note from {LogTables.Schema}.leaves l
            join lateral (select size, note from {LogTables.Schema}.checkpoints where log = l.log and size > l.index order by size limit 1) c on true
            order by l.log, l.index
            """, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(token);
        var (tree, last) = ((Log: 0, Size: 0L), (Lazy<DateTimeOffset?>?)null);
        while (await rows.ReadAsync(token))
        {
            if (last is null || tree != (rows.GetInt32(1), rows.GetInt64(2)))
            {
                var note = rows.GetString(3);
                (tree, last) = ((rows.GetInt32(1), rows.GetInt64(2)), new(() => TimeOf(note, witnesses)));
            }
            times.first.TryAdd(rows.GetGuid(0), last); // in an earlier log first
        }
        return times;
    }

    /// <summary>The proven time of an event; null where no quorum of today's policy has cosigned it.</summary>
    public DateTimeOffset? Of(Guid id) => first.GetValueOrDefault(id)?.Value;

    private static DateTimeOffset? TimeOf(string note, TlogPolicy policy)
    {
        try
        {
            return policy.ProvenTime(SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(note)));
        }
        catch (LogFormatException)
        {
            return null; // the audit tells of it
        }
    }
}
