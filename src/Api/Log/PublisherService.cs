using CredentialLedger.Projections.Log;
using Npgsql;

namespace CredentialLedger.Api.Log;

/// <summary>Publishes a checkpoint each second while there is something new, and at least each minute.</summary>
public sealed class PublisherService(LogPublisher publisher, LogWatch watch, TimeProvider clock, ILogger<PublisherService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1), AtLeast = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        (long Size, DateTimeOffset At)? last = null;
        do
        {
            try
            {
                if (last is null && await publisher.Size(stoppingToken) == 0) continue;
                if (watch.Fault is null && last is { } known && clock.GetUtcNow() - known.At < AtLeast && await publisher.Size(stoppingToken) == known.Size) continue;
                if (await publisher.Publish(stoppingToken) is not { } published)
                {
                    Refused("Quorum", null);
                    continue;
                }
                last = (published.Size, clock.GetUtcNow());
                watch.Published();
            }
            catch (SignerRefusalException e)
            {
                if (e.Why is not SignerRefusal.Busy) Refused(e.Why.ToString(), e);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or InvalidDataException or UnauthorizedAccessException or Verifier.Log.LogFormatException)
            {
                Refused(e.GetType().Name, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Refused(string why, Exception? e)
    {
        if (watch.Fault != why) NotPublished(log, why, e);
        watch.NotPublished(why);
    }

    private static readonly Action<ILogger, string, Exception?> NotPublished =
        LoggerMessage.Define<string>(LogLevel.Critical, new EventId(1, nameof(NotPublished)), "ALARM: no checkpoint can be published ({Why}); tried again each second.");
}
