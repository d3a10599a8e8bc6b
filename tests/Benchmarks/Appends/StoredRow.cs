using Npgsql;

namespace CredentialLedger.Benchmarks.Appends;

/// <summary>A stored event, so that raw SQL writes rows of the same shape.</summary>
public sealed record StoredRow(string Type, string DotnetType, string Data, string Headers)
{
    /// <summary>A completion that the ledger itself recorded.</summary>
    public static async Task<StoredRow> OfCompletion(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand("select type, mt_dotnet_type, data::text, headers::text from ledger.mt_events where type = 'completion-recorded' order by seq_id limit 1");
        await using var rows = await command.ExecuteReaderAsync(token);
        await rows.ReadAsync(token);
        return new(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3));
    }
}
