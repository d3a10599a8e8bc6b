using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Benchmarks.Measuring;
using CredentialLedger.Benchmarks.Rig;
using CredentialLedger.Benchmarks.Verification;
using CredentialLedger.Verifier;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Benchmarks.Issuing;

/// <summary>One batch of many decisions through the running API and a real database, beside a loop that does nothing but sign, on the same cores.</summary>
public static partial class IssuingBenchmark
{
    private static readonly Key Ecdsa = new("ECDSA P-256", "CB-DIGITAL", "issuer", () =>
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return data => key.SignData(data, HashAlgorithmName.SHA256);
    });

    private static readonly Key Rsa = new("RSA-3072", "CB-SERVICE", "issuer-rsa", () =>
    {
        var key = RSA.Create(3072);
        return data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    });

    private static readonly Key[] Batches = [Ecdsa, Ecdsa, Rsa];

    private const int Signed = 1026; // bytes of a SignedInfo element
    private const string Part = "A part of a batch"; // what the service says of each

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Run it.</summary>
    public static async Task Run(BenchLedger ledger, Settings settings, Report report, CancellationToken token)
    {
        report.Progress("Signing, verifying, encrypting ...");
        var alone = await Alone(ledger, settings.Slice, token);
        report.Progress($"Issuing {settings.Batch} {Batches.Length} times: people ...");
        var persons = People.IdsOf(Batches.Length * settings.Batch);
        await using var api = await ApiProcess.Start(ledger.Folder, demo: false, token, limited: false);
        for (var known = People.Ids.Count; known < persons.Count;)
        {
            var more = Math.Min(settings.Batch, persons.Count - known);
            await People.Import(api, known, more, token);
            known += more;
        }
        report.Progress("Decisions ...");
        var decisions = new List<Guid[]>();
        foreach (var (some, key) in persons.Chunk(settings.Batch).Zip(Batches)) decisions.Add(await Decisions.Write(ledger, some, key.Body, token));
        await api.Quiet(token);

        Dictionary<Key, Raw> raw = new() { [Ecdsa] = new(), [Rsa] = new() };
        List<Carried> carried = [];
        foreach (var (some, key) in decisions.Zip(Batches))
        {
            report.Progress("Signing, issuing, signing ...");
            raw[key].Measure(settings.Slice, key);
            carried.Add(await Carry(ledger, api, some, key, token));
            raw[key].Measure(settings.Slice, key);
            await api.Quiet(token);
        }
        var memory = await Memory.Of(api.Id, token);
        report.Progress("Storing the rows again ...");
        var (rows, stored) = await Stored(ledger, token);

        report.Heading("Issuing");
        report.Line($"{Batches.Length} batches of {settings.Batch:N0} decisions, each about another person, by `PUT /api/batches/{{id}}` to its last part: sign, verify the own output, encrypt, append, commit. The first has a process that never issued before and compiles what it runs, the others a process that did. "
            + $"A raw loop signs {Signed} bytes with a key of the same kind, on {Environment.ProcessorCount} threads, before and after each. Two rows are bounds, for ECDSA: the first signs, verifies and encrypts one document again and again on one thread, the second adds what PostgreSQL takes to put a credential's rows, as they are, into empty tables with the same indexes.\n");
        string[] Bound(string name, double rate) => [name, "", "", $"{rate:N0}", $"{rate / raw[Ecdsa].ByProcessor:N3}"];
        string[] Loop(Key key) => [$"raw signing, {key.Name}", $"{Spread.Of(raw[key].Threads)}", "1", $"{Spread.Of(raw[key].Processor)}", "1"];
        string[] Batch(Carried c, int i) => [$"credentials, {c.Key.Name}, batch {i + 1}", $"{c.Rate:N0}", $"{c.Rate / raw[c.Key].ByClock:N3}", $"{c.Cost:N0}", $"{c.Cost / raw[c.Key].ByProcessor:N3}"];
        var rowsOf = carried.Select(Batch).ToArray();
        report.Table(["", "per second of the clock, all cores", "times raw signing", "per second of processor time", "times raw signing"],
        [
            Loop(Ecdsa),
            Bound("sign, verify, encrypt, and nothing else", alone.Median),
            Bound("the same, and its rows stored", 1 / (1 / alone.Median + stored.TotalSeconds / rows)),
            .. rowsOf[..^1],
            Loop(Rsa),
            rowsOf[^1],
        ]);
        foreach (var (c, i) in carried.Select((c, i) => (c, i)))
        {
            report.Line($"Batch {i + 1} took {c.Took.TotalSeconds:N1} s; processor time {c.Api.TotalSeconds:N1} s of the API and {c.Postgres.TotalSeconds:N1} s of PostgreSQL. Where the time goes, by the clock:\n");
            Phases(c, report);
        }
        report.Line($"The API's process after it: {memory}.\n");
    }

    // What a credential costs before anything is read or stored, on one thread, warm: the rate that no ledger behind it could pass.
    private static async Task<Spread> Alone(BenchLedger ledger, TimeSpan slice, CancellationToken token)
    {
        var trust = TrustList.Parse(await File.ReadAllBytesAsync(ledger.Demo("trust.json"), token));
        var content = Verify.Document(await File.ReadAllBytesAsync(ledger.Demo("credential.xml"), token), trust, null, DateTimeOffset.UtcNow).Content!;
        var issuers = Path.Combine(ledger.Folder, "keys", "issuers", content.Issuer.Code);
        using var key = IssuerKey.FromPem(await File.ReadAllTextAsync($"{issuers}.crt.pem", token), await File.ReadAllTextAsync($"{issuers}.key.pem", token));
        var holder = PersonKey.New(Guid.NewGuid());
        bool Once()
        {
            var document = CredentialDocument.Sign(content, key, DateTimeOffset.UtcNow);
            SelfCheck.Run(document, content, trust, DateTimeOffset.UtcNow);
            return holder.Encrypt("credential-document", content.Id.ToString("D"), document).Ciphertext.Length > document.Length;
        }

        // It takes seconds until all of SignedXml is compiled for good.
        for (var i = 0; i < 5; i++) VerifyBenchmark.Rate(slice, Once);
        return Spread.Of([.. Enumerable.Range(0, 3).Select(_ => VerifyBenchmark.Rate(slice, Once))]);
    }

    // What PostgreSQL takes to put the rows of a credential (stream, event, document) into tables with the ledger's indexes, but empty ones, a part in a transaction:
    // from its own tables, so that nothing is sent, read as JSON, checked against a version or kept in order.
    private static async Task<(int Rows, TimeSpan Used)> Stored(BenchLedger ledger, CancellationToken token)
    {
        const int Part = 250;
        const string Issued = "select stream_id from ledger.mt_events where type = 'credential-issued'";
        await using var database = ledger.OpenToSettle("ledger");
        async Task<int> Do(string sql)
        {
            await using var command = database.CreateCommand(sql);
            return await command.ExecuteNonQueryAsync(token);
        }

        await Do($"""
            create schema bench;
            create table bench.part as select stream_id as id, (row_number() over () - 1) / {Part} as part from ({Issued}) i;
            create index on bench.part (part);
            create table bench.streams (like ledger.mt_streams including all);
            create table bench.events (like ledger.mt_events including all);
            create table bench.documents (like documents.credentials including all);
            analyze bench.part;
            """);
        string Copy(string from, string to, string key, int part) => $"insert into bench.{to} select r.* from bench.part p join {from} r on r.{key} = p.id where p.part = {part};";
        var (used, count) = (ledger.ProcessorTime, 0);
        for (var part = 0; ; part++)
        {
            var rows = await Do($"begin; {Copy("ledger.mt_streams", "streams", "id", part)} {Copy("ledger.mt_events", "events", "stream_id", part)} {Copy("documents.credentials", "documents", "credential", part)} commit");
            if (rows == 0) break;
            count += rows / 3;
        }
        var took = ledger.ProcessorTime - used;
        await Do("drop schema bench cascade");
        return (count, took);
    }

    /// <summary>A kind of key, and who of the demo has one: the body whose it is, and the persona that issues.</summary>
    /// <param name="Name">What the table calls it.</param>
    /// <param name="Body">Code of the certification body.</param>
    /// <param name="Issuer">The persona.</param>
    /// <param name="Signer">Something that signs with a new key of this kind.</param>
    private sealed record Key(string Name, string Body, string Issuer, Func<Action<byte[]>> Signer);

    /// <summary>Loops that do nothing but sign.</summary>
    private sealed class Raw
    {
        public List<double> Threads { get; } = [];

        public List<double> Processor { get; } = [];

        public double ByClock => Spread.Of(Threads).Median;

        public double ByProcessor => Spread.Of(Processor).Median;

        public void Measure(TimeSpan slice, Key key)
        {
            var signers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => key.Signer()).ToArray();
            foreach (var sign in signers) sign([]); // a key is made when it first signs, which takes RSA long
            var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var counts = signers.AsParallel().Select(sign =>
            {
                var (data, count) = (RandomNumberGenerator.GetBytes(Signed), 0L);
                for (; watch.Elapsed < slice; count++) sign(data);
                return count;
            }).Sum();
            Threads.Add(counts / watch.Elapsed.TotalSeconds);
            Processor.Add(counts / (Environment.CpuUsage.TotalTime - used).TotalSeconds);
        }
    }

    private sealed record Carried(Key Key, int Count, TimeSpan Took, TimeSpan Api, TimeSpan Postgres, IReadOnlyList<string> Parts)
    {
        public double Rate => Count / Took.TotalSeconds;

        public double Cost => Count / (Api + Postgres).TotalSeconds;
    }

    private static async Task<Carried> Carry(BenchLedger ledger, ApiProcess api, Guid[] decisions, Key key, CancellationToken token)
    {
        var (inPostgres, inApi, parts) = (ledger.ProcessorTime, api.ProcessorTime, api.Lines(Part).Count);
        var watch = Stopwatch.StartNew();
        await Issue(api, decisions, key.Issuer, token);
        return new(key, decisions.Length, watch.Elapsed, api.ProcessorTime - inApi, ledger.ProcessorTime - inPostgres, [.. api.Lines(Part).Skip(parts)]);
    }

    private static async Task Issue(ApiProcess api, Guid[] decisions, string issuer, CancellationToken token)
    {
        using var client = new HttpClient { BaseAddress = api.Address };
        var (tokens, path) = (new PersonaTokens(client), $"/api/batches/{Guid.NewGuid()}");
        async Task<string> Send(HttpMethod method, object? body)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            await tokens.Authorize(request, issuer, token);
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
    private static void Phases(Carried carried, Report report)
    {
        var phases = carried.Parts.SelectMany(line => Phase().Matches(line)).GroupBy(m => m.Groups["name"].Value)
            .Select(g => (Name: g.Key, Ms: g.Sum(m => double.Parse(m.Groups["ms"].Value, CultureInfo.InvariantCulture)))).ToArray();
        report.Table([$"{carried.Parts.Count} parts", "ms a credential", "share"], phases.Select(p => (string[])[p.Name, $"{p.Ms / carried.Count:N3}", $"{p.Ms / phases.Sum(x => x.Ms):P0}"]));
    }

    [GeneratedRegex(@"(?<ms>[\d.]+) ms (?<name>[a-z ]+)")]
    private static partial Regex Phase();
}
