using CredentialLedger.Projections;
using CredentialLedger.Projections.Log;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CredentialLedger.Api.Log;

/// <summary>Unhealthy while an event stays unlogged, the last sweep found one too late, or no checkpoint can be published; degraded once a foreign row was seen.</summary>
public sealed class LogHealth(NpgsqlDataSource database, LogWatch watch) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token)
    {
        try
        {
            if (watch.Late > 0 || watch.Fault is not null || await HasUnlogged(token)) return HealthCheckResult.Unhealthy();
            return watch.Foreign > 0 ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }

    // Asked of the database, so that a sequencer that stands still is seen; older places are the sweep's.
    private async Task<bool> HasUnlogged(CancellationToken token)
    {
        await using var command = database.CreateCommand($"""
            select exists (select from {LedgerStore.Schema}.mt_events e
                where e.seq_id > coalesce((select settled from {LogTables.Schema}.heads order by log desc limit 1), 0) and e.timestamp < now() - $1
                    and not exists (select from {LogTables.Schema}.leaves l where l.log = (select max(log) from {LogTables.Schema}.heads) and l.event = e.id))
            """);
        command.Parameters.Add(new() { Value = LogWatch.Patience });
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }
}
