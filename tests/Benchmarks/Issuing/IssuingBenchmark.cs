using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;

namespace CredentialLedger.Benchmarks.Issuing;

/// <summary>One batch of many decisions through the running API and a real database, beside a loop that does nothing but sign, on the same cores.</summary>
public static partial class IssuingBenchmark
{
    private const int Signed = 1026; // bytes of a SignedInfo element

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Run it.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        report.Progress($"Issuing {settings.Batch}: people ...");
        var persons = People.IdsOf(settings.Batch);
        await using var api = await ApiProcess.Start(ledger.Folder, demo: false, token, limited: false);
        if (persons.Count > People.Ids.Count) await People.Import(api, People.Ids.Count, persons.Count - People.Ids.Count, token);
        report.Progress("Decisions ...");
        var decisions = await Decisions.Write(ledger, persons, token);
        await api.Quiet(token);

        report.Progress("Signing, issuing, signing ...");
        List<double> threads = [], processor = [];
        Raw(settings.Slice, threads, processor);
        var (postgres, before) = (ledger.ProcessorTime, api.ProcessorTime);
        var watch = Stopwatch.StartNew();
        await Issue(api, decisions, token);
        var took = watch.Elapsed;
        var (inApi, inPostgres) = (api.ProcessorTime - before, ledger.ProcessorTime - postgres);
        Raw(settings.Slice, threads, processor);
        var memory = await Memory.Of(api.Id, token);

        report.Heading("Issuing");
        report.Line($"One batch of {decisions.Length:N0} decisions, each about another person, by `PUT /api/batches/{{id}}` to its last part: sign, verify the own output, encrypt, append, commit. "
            + $"The raw loop signs {Signed} bytes by ECDSA P-256, on {Environment.ProcessorCount} threads, before and after.\n");
        var (rate, cost) = (decisions.Length / took.TotalSeconds, decisions.Length / (inApi + inPostgres).TotalSeconds);
        report.Table(["", "per second of the clock, all cores", "per second of processor time"],
        [
            ["raw signing", $"{Spread.Of(threads)}", $"{Spread.Of(processor)}"],
            ["credentials", $"{rate:N0}", $"{cost:N0}"],
            ["times raw signing", $"{rate / Spread.Of(threads).Median:N3}", $"{cost / Spread.Of(processor).Median:N3}"],
        ]);
        report.Line($"The batch took {took.TotalSeconds:N1} s; processor time {inApi.TotalSeconds:N1} s of the API and {inPostgres.TotalSeconds:N1} s of PostgreSQL. The API's process after it: {memory}.\n");
        Phases(api, decisions.Length, report);
    }

    private static void Raw(TimeSpan slice, List<double> threads, List<double> processor)
    {
        var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var counts = Enumerable.Range(0, Environment.ProcessorCount).AsParallel().Select(_ =>
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var (data, count) = (RandomNumberGenerator.GetBytes(Signed), 0L);
            for (; watch.Elapsed < slice; count++) key.SignData(data, HashAlgorithmName.SHA256);
            return count;
        }).Sum();
        threads.Add(counts / watch.Elapsed.TotalSeconds);
        processor.Add(counts / (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private static async Task Issue(ApiProcess api, Guid[] decisions, CancellationToken token)
    {
        using var client = new HttpClient { BaseAddress = api.Address };
        var (tokens, path) = (new PersonaTokens(client), $"/api/batches/{Guid.NewGuid()}");
        async Task<string> Send(HttpMethod method, object? body)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            await tokens.Authorize(request, "issuer", token);
            using var answer = await client.SendAsync(request, token);
            var said = await answer.Content.ReadAsStringAsync(token);
            return answer.IsSuccessStatusCode ? said : throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {said}");
        }

        await Send(HttpMethod.Put, new { decisions });
        while (true)
        {
            await api.Wait(Look, token);
            using var batch = JsonDocument.Parse(await Send(HttpMethod.Get, null));
            if (!batch.RootElement.GetProperty("finished").GetBoolean()) continue;
            if (batch.RootElement.GetProperty("issued").GetInt32() != decisions.Length) throw new InvalidOperationException($"Not every decision was carried out: {batch.RootElement}");
            return;
        }
    }

    // What the service itself says of each part: "… 12.3 ms read, 45.6 ms signed …".
    private static void Phases(ApiProcess api, int count, Report report)
    {
        var parts = api.Lines("A part of a batch").ToArray();
        if (parts.Length == 0) return;
        var phases = parts.SelectMany(line => Phase().Matches(line)).GroupBy(m => m.Groups["name"].Value)
            .Select(g => (Name: g.Key, Ms: g.Sum(m => double.Parse(m.Groups["ms"].Value, CultureInfo.InvariantCulture)))).ToArray();
        report.Line($"Where the time goes, by the clock, in {parts.Length} parts:\n");
        report.Table(["", "ms a credential", "share"], phases.Select(p => (string[])[p.Name, $"{p.Ms / count:N3}", $"{p.Ms / phases.Sum(x => x.Ms):P0}"]));
    }

    [GeneratedRegex(@"(?<ms>[\d.]+) ms (?<name>[a-z ]+)")]
    private static partial Regex Phase();
}
