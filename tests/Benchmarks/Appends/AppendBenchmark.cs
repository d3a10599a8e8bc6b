using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Projections;
using CredentialLedger.Verifier.Log;
using Marten;

namespace CredentialLedger.Benchmarks.Appends;

/// <summary>How many completions are recorded in a second: by raw SQL, through Marten, through Marten with what the decision reads, and through the API.</summary>
public static class AppendBenchmark
{
    private static readonly int[] WriterCounts = [1, 8];

    /// <summary>Run it.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        // Databases of their own, alike in every index, so that nobody's rows or projections slow another down.
        await using var rawDatabase = await ledger.Copy("bench_raw", token);
        await using var martenDatabase = await ledger.Copy("bench_marten", token);
        await using var store = Store(martenDatabase);
        var row = await StoredRow.OfCompletion(rawDatabase, token);
        await using var api = await ApiProcess.Start(ledger.Folder, demo: false, token);

        report.Heading("Appends");
        report.Line($"One completion at a time, each in a transaction of its own: one row in mt_streams and one in mt_events ({row.Data.Length} characters of payload, {row.Headers.Length} of headers).\n");
        foreach (var writers in WriterCounts)
        {
            report.Progress($"Appends, {writers} writer{(writers == 1 ? "" : "s")} ...");
            Contender Of(string name, Func<Task<IWriter>> open) => new(name, (slice, cancel) => Writers.Rate(writers, slice, open, cancel));
            var measured = await SideBySide.Run(
            [
                Of("raw INSERT", () => RawWriter.Open(rawDatabase, row, token)),
                Of("INSERT, BEGIN … COMMIT", () => Task.FromResult<IWriter>(new PlainWriter(rawDatabase, row))),
                Of("Marten", () => Task.FromResult<IWriter>(new MartenWriter(store, decides: false))),
                Of("Marten, decided", () => Task.FromResult<IWriter>(new MartenWriter(store, decides: true))),
                Of("API", () => Task.FromResult<IWriter>(new ApiWriter(api.Address))),
            ], settings, token);
            report.Rates($"events/s, {writers} writer{(writers == 1 ? "" : "s")}", measured, measured[0], measured[1]);
        }
        await api.Wait(TimeSpan.FromSeconds(10), token);
        var memory = await Memory.Of(api.Id, token);
        report.Line($"The API's process 10 s after that load: {memory}.");
    }

    internal static DocumentStore Store(Npgsql.NpgsqlDataSource database) => DocumentStore.For(options =>
    {
        LedgerStore.Configure(options, new ApplicationMac(new byte[32]), new());
        options.Connection(database);
    });
}
