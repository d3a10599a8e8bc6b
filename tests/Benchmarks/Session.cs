using CredentialLedger.Benchmarks.Appends;
using CredentialLedger.Benchmarks.Authority;
using CredentialLedger.Benchmarks.Issuing;
using CredentialLedger.Benchmarks.Logs;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Replays;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Benchmarks.Starts;
using CredentialLedger.Benchmarks.Status;
using CredentialLedger.Benchmarks.Verification;

namespace CredentialLedger.Benchmarks;

/// <summary>One run: makes a ledger with the demo programme in it, measures, prints, and leaves nothing running.</summary>
public static class Session
{
    /// <summary>Run it.</summary>
    public static async Task Run(Settings settings, CancellationToken token)
    {
        // Standard output is the report's alone; what libraries print goes where the progress goes.
        var report = new Report(Console.Out, Console.Error);
        Console.SetOut(Console.Error);
        report.Progress("Making a ledger ...");
        await using var ledger = await BenchLedger.Create(settings.Work, token);
        await Machine.Describe(report, ledger, settings, token);
        if (settings.Has("verify")) await VerifyBenchmark.Run(ledger, settings, report, token);
        if (settings.Has("verify-api")) await EndpointBenchmark.Run(ledger, settings, report, token);
        if (settings.Has("status")) await StatusBenchmark.Run(settings, report, token);
        if (settings.Has("authority")) await AuthorityBenchmark.Run(ledger, settings, report, token);
        if (settings.Has("start")) await StartBenchmark.Run(ledger, settings, report, token);
        if (settings.Has("appends")) await AppendBenchmark.Run(ledger, settings, report, token);
        if (settings.Has("issuing")) await IssuingBenchmark.Run(ledger, settings, report, token);
        if (settings.Has("replay")) await ReplayBenchmark.Run(ledger, settings, report, token);
        if (settings.Has("log")) await LogBenchmark.Run(ledger, settings, report, token);
        report.Line($"Load average at the end: {Machine.Load()}.");
    }
}
