using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Reading;
using Npgsql;

namespace CredentialLedger.Api.Issuing.Batches;

/// <summary>Goes on with every open batch, a part of each in turn, whichever process took the order and wherever a killed one stopped. One process at a time.</summary>
public sealed class BatchService(BatchIssuing issuing, NpgsqlDataSource database, TimeProvider clock, ILogger<BatchService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What a process holds while it works: tests hold it to keep the others from it.</summary>
    public const long Lock = 0x4C45_4447_4552_0034; // any number that nothing else in the database locks

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await Round(stoppingToken)) await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One part of every open batch; false when there was nothing to do, or it could not be done.</summary>
    private async Task<bool> Round(CancellationToken token)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(token);
            var open = await Open(connection, token);
            if (open.Count == 0 || !await Locks(connection, "pg_try_advisory_lock", token)) return false;
            try
            {
                var advanced = false;
                foreach (var batch in open) advanced |= await Advance(batch, token);
                return advanced;
            }
            finally
            {
                // The connection goes back to the pool, and the lock would go with it.
                await Locks(connection, "pg_advisory_unlock", CancellationToken.None);
            }
        }
        catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException || token.IsCancellationRequested)
        {
            if (!token.IsCancellationRequested) NoRound(log, e);
            return false;
        }
    }

    // Whatever stops one batch stops no other, nor the process.
    private async Task<bool> Advance(Guid batch, CancellationToken token)
    {
        try
        {
            return await issuing.Advance(batch, token);
        }
        catch (Exception e) when (Conflicts.Of(e) is { Kind: RejectionKind.Conflict })
        {
            Overtaken(log, batch, BatchIssuing.Attempts, null);
            return false;
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            NotAdvanced(log, batch, e);
            return false;
        }
    }

    private static async Task<List<Guid>> Open(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            $"select stream_id from {LedgerStore.Schema}.mt_events where {ReadingIndexes.IsBatch} group by stream_id having count(*) = 1 order by min(seq_id)", connection);
        await using var rows = await command.ExecuteReaderAsync(token);
        var open = new List<Guid>();
        while (await rows.ReadAsync(token)) open.Add(rows.GetGuid(0));
        return open;
    }

    private static async Task<bool> Locks(NpgsqlConnection connection, string function, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"select {function}({Lock})", connection);
        return (bool)(await command.ExecuteScalarAsync(token))!;
    }

    private static readonly Action<ILogger, Exception?> NoRound =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, nameof(NoRound)), "Open batches could not be looked for; tried again at once.");

    private static readonly Action<ILogger, Guid, int, Exception?> Overtaken = LoggerMessage.Define<Guid, int>(LogLevel.Warning, new EventId(3, nameof(Overtaken)),
        "Batch {Batch} was overtaken {Times} times in a row by others who issue or change the same; nothing of this part was recorded, and it goes on after a pause.");

    private static readonly Action<ILogger, Guid, Exception?> NotAdvanced =
        LoggerMessage.Define<Guid>(LogLevel.Error, new EventId(2, nameof(NotAdvanced)), "Batch {Batch} could not go on; nothing of this part was recorded, and it is tried again.");
}
