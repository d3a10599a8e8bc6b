using CredentialLedger.Api.Hosting.ReadModels;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.Log;
using CredentialLedger.Api.Privacy;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CredentialLedger.Api.Hosting;

/// <summary>Whether the process lives (<c>/health/live</c>) and whether it can serve (<c>/health/ready</c>).</summary>
public static class Health
{
    /// <summary>Register the checks.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database").AddCheck<MasterKeyHealth>("master-key").AddCheck<ErasuresHealth>("erasures").AddCheck<LogHealth>("log").AddCheck<ReadModelWatch>("read-models");

    /// <summary>Serve both addresses.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(new OpenAttribute());
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write }).WithMetadata(new OpenAttribute());
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString().ToLowerInvariant(),
        checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString().ToLowerInvariant()),
    });

    private sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token)
        {
            try
            {
                await using var command = database.CreateCommand("select 1");
                await command.ExecuteScalarAsync(token);
                return HealthCheckResult.Healthy();
            }
            catch (NpgsqlException)
            {
                return HealthCheckResult.Unhealthy();
            }
        }
    }

    /// <summary>Degraded once the master key is older than the 30 days after which it must be replaced (design.md, section 7).</summary>
    private sealed class MasterKeyHealth(NpgsqlDataSource database, TimeProvider clock) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token)
        {
            try
            {
                await using var command = database.CreateCommand("select max(since) from keys.masters");
                return await command.ExecuteScalarAsync(token) is not DateTime since ? HealthCheckResult.Unhealthy()
                    : clock.GetUtcNow() - since > MasterKeys.MaxAge ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
            }
            catch (NpgsqlException)
            {
                return HealthCheckResult.Unhealthy();
            }
        }
    }

    /// <summary>Degraded while a request to erase was not decided within its 90 days.</summary>
    private sealed class ErasuresHealth(OverdueErasures overdue) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token)
        {
            try
            {
                return await overdue.Count(token) > 0 ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
            }
            catch (NpgsqlException)
            {
                return HealthCheckResult.Unhealthy();
            }
        }
    }
}
