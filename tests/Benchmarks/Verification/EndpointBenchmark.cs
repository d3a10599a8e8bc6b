using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Benchmarks.Verification;

/// <summary>
/// How many documents <c>POST /api/verify</c> verifies in a second of the API's processor time, beside what it cannot do without: one ECDSA verification, and a request
/// that does nothing. With these rates a and b, no server does more than 1/(1/a + 1/b).
/// </summary>
public static class EndpointBenchmark
{
    private const int Connections = 8;

    /// <summary>Run it on the sample credential of the demo programme.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Verification over HTTP ...");
        await using var api = await ApiProcess.Start(ledger.Folder, demo: false, token, limited: false);
        var withProof = await File.ReadAllBytesAsync(ledger.Demo("credential.xml"), token);
        var document = CredentialProofs.Strip(withProof);
        var (key, signed, signature) = VerifyBenchmark.BareSignature(document);
        var bare = Path.Combine(ledger.Folder, "without-proof.xml");
        await File.WriteAllBytesAsync(bare, document, token);
        List<double> waited = [], waitedProof = [], waitedEmpty = [];

        foreach (var each in (byte[][])[document, withProof]) await Check(api, each, token);
        var measured = await SideBySide.Run(
        [
            new("raw ECDSA", (slice, _) => Task.FromResult(VerifyBenchmark.Rate(slice, () => key.VerifyData(signed, signature, HashAlgorithmName.SHA256)))),
            new("empty endpoint", (slice, cancel) => Load(api, slice, "/health/live", null, waitedEmpty, cancel)),
            new("POST /api/verify", (slice, cancel) => Load(api, slice, "/api/verify", bare, waited, cancel)),
            new("POST /api/verify, log proof", (slice, cancel) => Load(api, slice, "/api/verify", ledger.Demo("credential.xml"), waitedProof, cancel)),
        ], settings, token);
        foreach (var each in (byte[][])[document, withProof]) await Check(api, each, token);
        var line = new Measured("1/(1/a + 1/b)", [.. measured[0].Rates.Zip(measured[1].Rates, (a, b) => 1 / (1 / a + 1 / b))]);

        report.Heading("Verification over HTTP");
        report.Line($"POST /api/verify of a credential of {document.Length} bytes, {withProof.Length} with its log proof, and GET /health/live, which does nothing, by {Connections} connections of wrk on the same cores; limits of requests lifted. "
            + "Processor time is the API's alone, that of the raw loop its own process's.\n");
        report.Rates("per second of processor time", [.. measured, line], line);
        report.Line($"Requests a second of the clock meanwhile, wrk beside: {Spread.Of(waited)} to verify, {Spread.Of(waitedProof)} with log proof, {Spread.Of(waitedEmpty)} empty.");
    }

    // The load by wrk, which takes little of the cores that it shares with the API: with eight HttpClients beside it, the API's threads wait, and spin while they do.
    private static async Task<double> Load(ApiProcess api, TimeSpan slice, string path, string? file, List<double> waited, CancellationToken token)
    {
        var seconds = (int)Math.Ceiling(slice.TotalSeconds);
        string[] arguments = ["--threads", "1", "--connections", $"{Connections}", "--duration", $"{seconds}", "--script", Path.Combine(BenchLedger.Repository, "eng/bench/load.lua"), new Uri(api.Address, path).AbsoluteUri];
        var before = api.ProcessorTime;
        var said = (await Tool.Output("wrk", file is null ? arguments : [.. arguments, "--", file], token)).Split('\n')[^1].Split(' ');
        var used = api.ProcessorTime - before;
        var (answers, microseconds, errors) = (long.Parse(said[0], CultureInfo.InvariantCulture), long.Parse(said[1], CultureInfo.InvariantCulture), long.Parse(said[2], CultureInfo.InvariantCulture));
        if (errors > 0) throw new InvalidOperationException($"What is measured must succeed: {errors} of {answers} at {path} did not.");
        waited.Add(answers * 1e6 / microseconds);
        return answers / used.TotalSeconds;
    }

    // wrk looks at the status alone, which a verdict of invalid has too.
    private static async Task Check(ApiProcess api, byte[] document, CancellationToken token)
    {
        using var client = new HttpClient { BaseAddress = api.Address };
        using var answer = await client.PostAsync("/api/verify", new ByteArrayContent(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } }, token);
        var said = await answer.Content.ReadAsStringAsync(token);
        if (!said.Contains("\"overall\": \"valid\"", StringComparison.Ordinal)) throw new InvalidOperationException($"What is measured must succeed: {(int)answer.StatusCode} {said}");
    }
}
