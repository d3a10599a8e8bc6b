namespace CredentialLedger.Api.Privacy;

/// <summary>Says in the log, at start and every hour, that requests to erase are overdue; how many, and never whose.</summary>
public sealed class ErasureClock(OverdueErasures overdue, TimeProvider clock, ILogger<ErasureClock> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await overdue.Count(stoppingToken) is > 0 and var count) Overdue(log, count, null);
            }
            catch (Npgsql.NpgsqlException)
            {
                // The health of the database is told elsewhere; this looks again in an hour.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static readonly Action<ILogger, long, Exception?> Overdue =
        LoggerMessage.Define<long>(LogLevel.Warning, new EventId(1, nameof(Overdue)), "{Count} requests to erase personal data were not decided within their 90 days.");
}
