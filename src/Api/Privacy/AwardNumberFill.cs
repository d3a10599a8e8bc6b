using System.Security.Cryptography;
using Npgsql;

namespace CredentialLedger.Api.Privacy;

/// <summary>
/// Looks once, at start, whether every award that counts is in the lookup of certificates, and adds what is missing: what was recorded by a release that kept no lookup, or
/// since the backup that the keys came from. A part after the other, each its own transaction; cut short, the next start goes on.
/// </summary>
public sealed class AwardNumberFill(AwardNumbers numbers, MasterKeys masters, NpgsqlDataSource database, TimeProvider clock, ILogger<AwardNumberFill> log) : BackgroundService
{
    // Places in the ledger that are looked through at a time.
    private const long Part = 20_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (after, added) = (0L, 0);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await Last(stoppingToken) <= after) break;
                added += await numbers.Fill(masters, after, after + Part, stoppingToken);
                after += Part;
            }
            catch (NpgsqlException e)
            {
                Waits(log, e);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (e is CryptographicException or System.Text.Json.JsonException)
            {
                // The audit tells which event it is; the others are looked up none the less.
                Unreadable(log, after, after + Part, e);
                after += Part;
            }
        }
        if (added > 0) Filled(log, added, null);
    }

    private async Task<long> Last(CancellationToken token)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq_id), 0) from ledger.mt_events");
        return (long)(await command.ExecuteScalarAsync(token))!;
    }

    private static readonly Action<ILogger, int, Exception?> Filled = LoggerMessage.Define<int>(LogLevel.Information, new EventId(1, nameof(Filled)), "{Count} accepted awards of before were entered in the lookup of certificates.");

    private static readonly Action<ILogger, Exception?> Waits = LoggerMessage.Define(LogLevel.Warning, new EventId(2, nameof(Waits)), "The lookup of certificates could not be filled; tried again.");

    private static readonly Action<ILogger, long, long, Exception?> Unreadable =
        LoggerMessage.Define<long, long>(LogLevel.Error, new EventId(3, nameof(Unreadable)), "An accepted award between the events {After} and {UpTo} cannot be read: those there are not in the lookup of certificates.");
}
