using System.Diagnostics;
using System.Globalization;
using CredentialLedger.Benchmarks.Appends;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Projections.Audit;
using Npgsql;

namespace CredentialLedger.Benchmarks.Replays;

/// <summary>How many events are folded in a second by a replay, against reading and deserialising the same rows in the same order.</summary>
public static class ReplayBenchmark
{
    /// <summary>Run it.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        await using var database = await ledger.Copy("bench_replay", token);
        await using var store = AppendBenchmark.Store(database);
        report.Progress($"Making {settings.Events} events ...");
        var watch = Stopwatch.StartNew();
        var made = await History.Write(store, settings.Events, token);
        var filled = made / watch.Elapsed.TotalSeconds;
        await using var owner = ledger.OpenToSettle("bench_replay");
        foreach (var settle in (string[])["vacuum analyze ledger.mt_events", "vacuum analyze ledger.mt_streams", "checkpoint"])
        {
            await using var command = owner.CreateCommand(settle);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(token);
        }

        report.Progress("Replay ...");
        var measured = await SideBySide.Run(
        [
            new("SELECT, payload", (_, cancel) => Time(() => PlainRead.Payloads(database, cancel))),
            new("SELECT, payload and actor", (_, cancel) => Time(() => PlainRead.PayloadsAndActors(database, cancel))),
            new("replay", (_, cancel) => Time(() => Replayed(database, cancel))),
        ], settings, token);

        report.Heading("Replay");
        report.Line(string.Format(CultureInfo.InvariantCulture, "{0:N0} events that the bench wrote through UnitOfWork in transactions of about {1} events, {2:N0} events/s.\n", made, History.EventsInATransaction, filled));
        report.Rates("events/s", measured, measured[0], measured[1]);
    }

    private static async Task<long> Replayed(NpgsqlDataSource database, CancellationToken token)
    {
        var answer = await new Replay(database).Run(null, compare: false, (_, _) => { }, token);
        return answer.Clean ? answer.Events : throw new InvalidOperationException("The bench wrote a history that is not clean.");
    }

    private static async Task<double> Time(Func<Task<long>> read)
    {
        var watch = Stopwatch.StartNew();
        var events = await read();
        return events / watch.Elapsed.TotalSeconds;
    }
}
