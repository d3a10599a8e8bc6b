using Npgsql;

namespace CredentialLedger.Projections.Storage;

/// <summary>What earlier releases kept of read models whose version has risen since. It stays until the rows of now are complete, for a program of that release that still serves, and goes with the next migration after.</summary>
public static class FormerReadModels
{
    /// <summary>Drop what is of no more use, as the owner.</summary>
    public static async Task Drop(NpgsqlConnection owner, CancellationToken token)
    {
        foreach (var model in LedgerStore.ReadModels)
        {
            foreach (var (table, progression) in model.Former)
            {
                // Complete is what has come as far as the version before it.
                await using var command = new NpgsqlCommand($"""
                    select to_regclass('{table}') is not null and coalesce((select last_seq_id from {LedgerStore.Schema}.mt_event_progression where name = '{model.Progression}'), 0)
                        >= coalesce((select last_seq_id from {LedgerStore.Schema}.mt_event_progression where name = '{progression}'), 0)
                    """, owner);
                if (await command.ExecuteScalarAsync(token) is not true) continue;
                command.CommandText = $"drop table {table}; delete from {LedgerStore.Schema}.mt_event_progression where name = '{progression}'";
                await command.ExecuteNonQueryAsync(token);
            }
        }
    }
}
