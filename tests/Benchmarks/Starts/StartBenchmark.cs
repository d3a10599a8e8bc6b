using System.Diagnostics;
using CredentialLedger.Benchmarks.Appends;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;

namespace CredentialLedger.Benchmarks.Starts;

/// <summary>How soon the API answers after its start, and what memory it takes when it has nothing to do.</summary>
public static class StartBenchmark
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    /// <summary>Run it: some starts whose first request is a GET, as many whose first request is a PUT.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        List<Took> listening = [], get = [], put = [];
        var memories = new List<Memory>();
        for (var start = 0; start <= 2 * settings.Rounds; start++)
        {
            report.Progress($"Start {start} of {2 * settings.Rounds} ...");
            await using var api = await ApiProcess.Start(ledger.Folder, demo: false, token);
            var started = new Took(api.ToListening.TotalMilliseconds, api.ProcessorTime.TotalMilliseconds);
            var first = start % 2 == 0 ? await Time(api, () => Put(api, token)) : await Time(api, () => Get(api, token));
            // The very first one also warms up the client that asks, and does not count.
            if (start == 0) continue;
            (start % 2 == 0 ? put : get).Add(first);
            listening.Add(started);
            if (start <= 2 * settings.Rounds - 2) continue;
            await Put(api, token);
            await api.Wait(Idle, token);
            memories.Add(await Memory.Of(api.Id, token));
        }

        report.Heading("Start and memory");
        report.Line("PostgreSQL runs already; line for the first request: 500 ms.\n");
        report.Table(["", "ms", "ms of the API's processor time"],
        [
            ["process start to \"Now listening on\"", .. Text(listening)],
            ["first request: GET /health/live", .. Text(get)],
            ["first request: PUT /api/completions/{id}", .. Text(put)],
        ]);
        report.Line($"After a few requests and {Idle.TotalSeconds:0} s without any (line: 250 MB):\n");
        report.Table(["", "resident set MB", "its peak MB", "managed heap MB"], memories.Select((m, i) => (string[])[$"process {i + 1}", .. m.Columns]));
    }

    private static string[] Text(List<Took> times) => [$"{Spread.Of(times.Select(t => t.Waited))}", $"{Spread.Of(times.Select(t => t.Worked))}"];

    private static async Task<Took> Time(ApiProcess api, Func<Task> request)
    {
        var (watch, before) = (Stopwatch.StartNew(), api.ProcessorTime);
        await request();
        return new(watch.Elapsed.TotalMilliseconds, (api.ProcessorTime - before).TotalMilliseconds);
    }

    private static async Task Get(ApiProcess api, CancellationToken token)
    {
        using var client = new HttpClient { BaseAddress = api.Address };
        await client.GetStringAsync("/health/live", token);
    }

    private static async Task Put(ApiProcess api, CancellationToken token)
    {
        await using var writer = new ApiWriter(api.Address);
        await writer.Write(token);
    }

    /// <summary>Milliseconds that somebody waited, and that all threads of the API worked meanwhile; the second hardly depends on what else the machine does.</summary>
    private sealed record Took(double Waited, double Worked);
}
