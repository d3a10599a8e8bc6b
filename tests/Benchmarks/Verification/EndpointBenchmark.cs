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
        List<double> waited = [], waitedEmpty = [];

        var measured = await SideBySide.Run(
        [
            new("raw ECDSA", (slice, _) => Task.FromResult(VerifyBenchmark.Rate(slice, () => key.VerifyData(signed, signature, HashAlgorithmName.SHA256)))),
            new("empty endpoint", (slice, cancel) => Load(api, slice, client => client.GetAsync("/health/live", cancel), "Healthy", waitedEmpty)),
            new("POST /api/verify", (slice, cancel) => Load(api, slice, client => Post(client, document, cancel), "\"overall\": \"valid\"", waited)),
            new("POST /api/verify, log proof", (slice, cancel) => Load(api, slice, client => Post(client, withProof, cancel), "\"overall\": \"valid\"", [])),
        ], settings, token);
        var line = new Measured("1/(1/a + 1/b)", [.. measured[0].Rates.Zip(measured[1].Rates, (a, b) => 1 / (1 / a + 1 / b))]);

        report.Heading("Verification over HTTP");
        report.Line($"POST /api/verify of a credential of {document.Length} bytes, {withProof.Length} with its log proof, and GET /health/live, which does nothing, by {Connections} connections from another process on the same cores; limits of requests lifted. "
            + "Processor time is the API's alone, that of the raw loop its own process's.\n");
        report.Rates("per second of processor time", [.. measured, line], line);
        report.Line($"Requests a second of the clock meanwhile, load generator beside: {Spread.Of(waited)} to verify, {Spread.Of(waitedEmpty)} empty.");
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, byte[] document, CancellationToken token) =>
        client.PostAsync("/api/verify", new ByteArrayContent(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } }, token);

    private static async Task<double> Load(ApiProcess api, TimeSpan slice, Func<HttpClient, Task<HttpResponseMessage>> ask, string expected, List<double> waited)
    {
        var before = api.ProcessorTime;
        var rate = await Writers.Rate(Connections, slice, () => Task.FromResult<IWriter>(new Asker(api.Address, ask, expected)), default);
        var used = api.ProcessorTime - before;
        waited.Add(rate);
        return rate * slice.TotalSeconds / used.TotalSeconds;
    }

    /// <summary>One connection that asks the same again and again, and reads the answer.</summary>
    private sealed class Asker(Uri address, Func<HttpClient, Task<HttpResponseMessage>> ask, string expected) : IWriter
    {
        private readonly HttpClient client = new() { BaseAddress = address };

        public async Task Write(CancellationToken token)
        {
            using var answer = await ask(client);
            var said = await answer.Content.ReadAsStringAsync(token);
            if (!said.Contains(expected, StringComparison.Ordinal)) throw new InvalidOperationException($"What is measured must succeed: {(int)answer.StatusCode} {said}");
        }

        public ValueTask DisposeAsync()
        {
            client.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
