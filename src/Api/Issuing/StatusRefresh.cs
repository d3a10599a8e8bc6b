namespace CredentialLedger.Api.Issuing;

/// <summary>Publishes every status list at start and every hour, so that no list grows stale while nothing changes.</summary>
public sealed class StatusRefresh(StatusPublisher publisher, TimeProvider clock, ILogger<StatusRefresh> log) : BackgroundService
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
                await publisher.PublishAll(stoppingToken);
            }
            catch (Exception e) when (e is Npgsql.NpgsqlException or IOException)
            {
                NotPublished(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static readonly Action<ILogger, Exception?> NotPublished =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(NotPublished)), "The status lists could not be published; tried again in an hour.");
}
