using CredentialLedger.Api.Http;
using Npgsql;

namespace CredentialLedger.Api.Privacy;

/// <summary>How many requests to erase should have been decided by now.</summary>
public sealed class OverdueErasures(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Count those whose last day has passed.</summary>
    public async Task<long> Count(CancellationToken token)
    {
        await using var command = database.CreateCommand("""
            select count(*) from ledger.mt_events r where r.type = 'erasure-requested' and r.data ->> 'dueOn' < $1 and not exists (
                select from ledger.mt_events d where d.stream_id = r.stream_id and d.type in ('erasure-refused', 'erasure-granted') and d.data ->> 'erasure' = r.data ->> 'erasure')
            """);
        command.Parameters.Add(new() { Value = clock.ThaiToday().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        return (long)(await command.ExecuteScalarAsync(token))!;
    }
}
