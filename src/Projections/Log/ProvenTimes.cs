using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>When events existed at the latest, by the parties' cosignatures under the first checkpoint over each (docs/formats/log.md).</summary>
public sealed class ProvenTimes
{
    private readonly TlogPolicy? policy;
    private readonly Dictionary<Guid, Cosigned> first = [];

    private ProvenTimes(TlogPolicy? policy) => this.policy = policy;

    /// <summary>Read them in a transaction of the caller's.</summary>
    public static async Task<ProvenTimes> Read(NpgsqlConnection connection, LogPolicy policy, CancellationToken token)
    {
        var times = new ProvenTimes(policy.Witnesses);
        if (policy.Witnesses is null) return times;
        // Of the many checkpoints those that were the first over some event.
        await using var command = new NpgsqlCommand($"""
            select l.event, c.size, c.note from {LogTables.Schema}.leaves l
            join lateral (select size, note from {LogTables.Schema}.checkpoints where log = l.log and size > l.index order by size limit 1) c on true
            order by l.log, l.index
            """, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(token);
        var (size, last) = (-1L, default(Cosigned));
        while (await rows.ReadAsync(token))
        {
            if (last is null || rows.GetInt64(1) != size) (size, last) = (rows.GetInt64(1), new(rows.GetString(2)));
            times.first.TryAdd(rows.GetGuid(0), last); // in an earlier log first
        }
        return times;
    }

    /// <summary>The proven time of an event; null where no quorum of today's policy has cosigned it.</summary>
    public DateTimeOffset? Of(Guid id) => first.GetValueOrDefault(id)?.Proven(policy!);

    private sealed class Cosigned(string note)
    {
        private (DateTimeOffset? Time, bool Known) proven;

        public DateTimeOffset? Proven(TlogPolicy policy)
        {
            if (!proven.Known) proven = (TimeOf(policy), true);
            return proven.Time;
        }

        private DateTimeOffset? TimeOf(TlogPolicy policy)
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
}
