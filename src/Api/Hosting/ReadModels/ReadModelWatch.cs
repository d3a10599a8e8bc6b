using CredentialLedger.Projections.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CredentialLedger.Api.Hosting.ReadModels;

/// <summary>
/// Tells in the log and to the health check while a read model does not hold everything that was recorded before this start: as after an upgrade that raised its version, when
/// Marten's daemon builds it anew beside what the older release kept. Nobody is shown half of it meanwhile: what it lacks is folded from events.
/// </summary>
public sealed class ReadModelWatch(NpgsqlDataSource database, TimeProvider clock, ILogger<ReadModelWatch> log) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private const int TellEvery = 10;
    private volatile bool complete;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token) =>
        Task.FromResult(complete ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        var (told, last, looks) = (new HashSet<string>(), (long?)null, 0);
        do
        {
            try
            {
                var (models, now) = await ReadModelProgress.All(database, stoppingToken);
                last ??= now;
                foreach (var (model, reached) in models)
                {
                    if (reached >= last)
                    {
                        if (told.Remove(model.Name)) Built(log, model.Name, model.Version, null);
                    }
                    else if (looks % TellEvery == 1)
                    {
                        // Not at the first look: a moment after a start the daemon has the last events still to do.
                        told.Add(model.Name);
                        Building(log, model.Name, model.Version, reached, last.Value, null);
                    }
                }
                complete = models.All(m => m.Reached >= last);
                looks++;
            }
            catch (NpgsqlException e)
            {
                // The database's own check says so; looked again.
                Unreachable(log, e);
            }
        }
        while (!complete && await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static readonly Action<ILogger, string, int, long, long, Exception?> Building = LoggerMessage.Define<string, int, long, long>(LogLevel.Information, new EventId(1, nameof(Building)),
        "The read model {Name}, version {Version}, is being built from events: up to {Reached} of {Last}.");

    private static readonly Action<ILogger, string, int, Exception?> Built = LoggerMessage.Define<string, int>(LogLevel.Information, new EventId(2, nameof(Built)), "The read model {Name}, version {Version}, is complete.");

    private static readonly Action<ILogger, Exception?> Unreachable = LoggerMessage.Define(LogLevel.Warning, new EventId(3, nameof(Unreachable)), "How far the read models are could not be read; tried again.");
}
