using CredentialLedger.Projections.Log;
using Npgsql;

namespace CredentialLedger.Api.Log;

/// <summary>Runs the sequencer: at once while there is a backlog, else after a short pause; and now and then over the whole table.</summary>
public sealed class SequencerService(Sequencer sequencer, LogSigner signer, LogWatch watch, TimeProvider clock, ILogger<SequencerService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200), SweepEvery = TimeSpan.FromSeconds(20);

    // The sweep reads the whole table: of a large one it takes at most this part of the time.
    private const int SweepShare = 20;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (begun, nextSweep) = (false, clock.GetUtcNow());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!begun) await sequencer.Begin(signer.Key.Name, stoppingToken);
                begun = true;
                await CatchUp(stoppingToken);
                if (clock.GetUtcNow() >= nextSweep) nextSweep = await Sweep(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                NotLogged(log, e);
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CatchUp(CancellationToken token)
    {
        while (await Logged(sequencer.Next(token)) == Sequencer.MaxBatch)
        {
        }
    }

    private async Task<DateTimeOffset> Sweep(CancellationToken token)
    {
        var (began, late) = (clock.GetUtcNow(), 0L);
        Batch batch;
        do
        {
            // Events that are only new are not the sweep's to log: while many come, each 256 of them would cost it the whole table.
            await CatchUp(token);
            batch = await sequencer.Sweep(token);
            watch.SawForeign(batch.Foreign);
            if (batch.Oldest is { } oldest && began - oldest > LogWatch.Patience) late += batch.Count;
        }
        while (batch.Count == Sequencer.MaxBatch);
        watch.Swept(late);
        if (late > 0) Late(log, late, null);
        var took = clock.GetUtcNow() - began;
        return clock.GetUtcNow() + (took * SweepShare > SweepEvery ? took * SweepShare : SweepEvery);
    }

    private async Task<int> Logged(Task<Batch> round)
    {
        var batch = await round;
        watch.SawForeign(batch.Foreign);
        if (batch.Foreign > 0) Foreign(log, batch.Foreign, null);
        return batch.Count;
    }

    private static readonly Action<ILogger, Exception?> NotLogged =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(NotLogged)), "Events could not be logged; tried again at once.");

    private static readonly Action<ILogger, long, Exception?> Late =
        LoggerMessage.Define<long>(LogLevel.Critical, new EventId(2, nameof(Late)), "ALARM: {Count} events had no leaf in the log long after they were recorded.");

    private static readonly Action<ILogger, int, Exception?> Foreign =
        LoggerMessage.Define<int>(LogLevel.Critical, new EventId(3, nameof(Foreign)), "ALARM: {Count} rows among the events were not written by the application; they are logged as foreign.");
}
