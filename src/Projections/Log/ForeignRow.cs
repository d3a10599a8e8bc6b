using System.Text;
using Npgsql;

namespace CredentialLedger.Projections.Log;

/// <summary>A row among the events that the application did not write as it stands: the log commits to all of it, whatever it holds.</summary>
public static class ForeignRow
{
    /// <summary>Every column of the row as JSON of the database's making, its time in UTC.</summary>
    public static async Task<byte[]> Image(NpgsqlConnection connection, Guid id, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"""
            select (to_jsonb(e) || jsonb_build_object('timestamp', (e.timestamp at time zone 'UTC')::text))::text from {LedgerStore.Schema}.mt_events e where e.id = $1
            """, connection);
        command.Parameters.Add(new() { Value = id });
        return Encoding.UTF8.GetBytes((string)(await command.ExecuteScalarAsync(token))!);
    }
}
