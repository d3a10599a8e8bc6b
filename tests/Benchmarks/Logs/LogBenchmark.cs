using System.Diagnostics;
using System.Globalization;
using CredentialLedger.Benchmarks.Appends;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Replays;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Projections.Audit;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Notes;
using Npgsql;

namespace CredentialLedger.Benchmarks.Logs;

/// <summary>What the verifiable log costs: on appends, in sequencing against COPY, in audits against a SELECT of the same rows, in proofs at two sizes.</summary>
public static class LogBenchmark
{
    private const int Small = 10_000, New = 1_000, Writers8 = 8;

    /// <summary>Run it.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        report.Heading("The verifiable log");
        await Appends(ledger, settings, report, token);
        await using var small = await GrownLog.Make(ledger, "bench_log_small", Small, report, token);
        await using var large = await GrownLog.Make(ledger, "bench_log_large", settings.Events, report, token);
        await Sequencing(large, settings, report, token);
        await Proofs(small, large, settings, report, token);
        await Audits(small, large, settings, report, token);
    }

    private static async Task Appends(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Appends with the log ...");
        await using var without = await ledger.Copy("bench_log_off", token);
        await using var with = await ledger.Copy("bench_log_on", token);
        await using var offStore = AppendBenchmark.Store(without);
        await using var onStore = AppendBenchmark.Store(with);
        var log = GrownLog.Of(ledger, "bench_log_on", with);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var running = log.Run(stop.Token);
        var measured = await SideBySide.Run(
        [
            new("without the log", (slice, cancel) => Writers.Rate(Writers8, slice, () => Task.FromResult<IWriter>(new MartenWriter(offStore, decides: false)), cancel)),
            new("with sequencer and publisher", (slice, cancel) => Writers.Rate(Writers8, slice, () => Task.FromResult<IWriter>(new MartenWriter(onStore, decides: false)), cancel)),
        ], settings, token);
        await stop.CancelAsync();
        await running;
        report.Rates("events/s appended by 8 writers", measured, measured[0]);
    }

    private static async Task Sequencing(GrownLog large, Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Sequencing ...");
        await large.Own("create table log.copied (like log.leaves including all); grant select, insert on log.copied to public; grant delete on log.leaves, log.copied, log.heads to public", token);
        var measured = await SideBySide.Run(
        [
            new("COPY of the same leaves, 256 in a transaction", (_, cancel) => large.Copy(Sequencer.MaxBatch, cancel)),
            new("COPY of them all at once", (_, cancel) => large.Copy(int.MaxValue, cancel)),
            new("sequencer", (_, cancel) => large.SequenceAgain(cancel)),
        ], settings, token);
        report.Rates("leaves/s", measured, measured[0]);
    }

    private static async Task Proofs(GrownLog small, GrownLog large, Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Proofs ...");
        var measured = await SideBySide.Run(
        [
            new($"a log of {small.Size:N0} leaves", (slice, cancel) => small.Prove(slice, cancel)),
            new($"a log of {large.Size:N0} leaves", (slice, cancel) => large.Prove(slice, cancel)),
        ], settings, token);
        report.Rates("inclusion proofs/s", measured, measured[0]);
    }

    private static async Task Audits(GrownLog small, GrownLog large, Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Audits ...");
        var one = await large.CheckpointAt(1, token);
        var measured = await SideBySide.Run(
        [
            new("ordered SELECT of every column", (_, cancel) => Time(() => large.Select(cancel))),
            new("audit of rows, tree and files", (_, cancel) => Time(() => large.Audit(one, cancel))),
            new("whole audit, with the replay", (_, cancel) => Time(() => large.Audit(null, cancel))),
        ], settings, token);
        report.Rates("events/s", measured, measured[0]);

        var (smallSince, largeSince) = (await small.Grow(New, token), await large.Grow(New, token));
        var incremental = await SideBySide.Run(
        [
            new($"after {smallSince.Size:N0} leaves", (_, cancel) => Time(() => small.Audit(smallSince, cancel))),
            new($"after {largeSince.Size:N0} leaves", (_, cancel) => Time(() => large.Audit(largeSince, cancel))),
        ], settings, token);
        report.Rates(string.Format(CultureInfo.InvariantCulture, "new events/s in an audit of the last {0:N0}", New), incremental, incremental[0]);
    }

    private static async Task<double> Time(Func<Task<long>> work)
    {
        var watch = Stopwatch.StartNew();
        var events = await work();
        return events / watch.Elapsed.TotalSeconds;
    }
}
