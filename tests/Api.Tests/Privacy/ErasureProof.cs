using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Alba;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Api.Tests.Credentials;
using CredentialLedger.Api.Tests.Rig;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>
/// A thousand persons are erased and the master key is replaced: then no name, no national id and nothing that opens one is in a dump, in
/// any file of the cluster (write-ahead log included) or of the ledger's folder, or in the log. The same search finds what is there before.
/// </summary>
public sealed class ErasureProof(DemoLedger demo) : IClassFixture<DemoLedger>
{
    private const int Persons = 1000;
    private const string Thai = "ลบเกลี้ยงพิสูจน์", English = "Wipedcleanproof", IdPrefix = "077310042", Award = "WIPED-AWARD-7731", Planted = "needle-planted-for-the-proof";

    private static string NationalId(int n) => $"{IdPrefix}{n:000}" is var twelve ? twelve + Domain.People.NationalId.CheckDigit(twelve) : "";

    [Fact]
    public async Task Of_a_thousand_erased_persons_nothing_can_be_found_or_opened()
    {
        await demo.Host.AppointAsync();
        using var lines = new Lines();
        await using (var app = await LedgerHost.StartAsync(demo.Host.ConnectionString, demo.Host.Folder, more: b => b
            .UseSetting("Logging:LogLevel:Default", "Debug").ConfigureServices(s => s.AddLogging(l => l.AddProvider(lines).AddFilter<Lines>(null, LogLevel.Debug)))))
        {
            var persons = await FillAsync(app);
            var wrapped = await WrappedAsync(persons);
            wrapped.Count.ShouldBe(Persons);
            var masters = new MasterKeys(demo.Host.Database, new KeyFolder(Path.Combine(demo.Host.Folder, "keys")), TimeProvider.System);
            var old = await masters.Reload(default);
            var oldFile = Directory.GetFiles(Path.Combine(demo.Host.Folder, "keys"), "master-*").Single();
            var secret = await File.ReadAllBytesAsync(oldFile);
            var opened = wrapped.Select(w => old.Unwrap(w.Person, w.Key, w.Wrapped)).ToArray();
            Needles Sought() => opened.Aggregate(new Needles().Text("name", Thai).Text("name", English).Text("national id", IdPrefix).Text("award number", Award).Bytes("master key", secret), (n, k) => n.Bytes("person key", k.Secret));
            var control = wrapped.Aggregate(new Needles().Text("planted", Planted), (n, w) => n.Bytes("wrapped key", w.Wrapped));

            // The scanner sees: what was planted and the wrapped keys are in the files and the dump, and the master key is in its file.
            await demo.Host.TamperAsync($"create table public.planted as select '{Planted}' as needle");
            await CheckpointAsync();
            (await InFilesAsync(control)).ShouldBe(["planted", "wrapped key"], ignoreOrder: true);
            (await InDumpAsync(control)).ShouldBe(["planted", "wrapped key"], ignoreOrder: true);
            (await InFilesAsync(Sought())).ShouldBe(["master key"], "and even before, nothing personal is in the open");

            await EraseAsync(app, persons);
            (await ActivatorUtilities.CreateInstance<MasterKeyRotation>(app.Services).Run(default)).ShouldBeGreaterThan(0);
            await CheckpointAsync();

            (await WrappedAsync(persons)).ShouldBeEmpty();
            File.Exists(oldFile).ShouldBeFalse();
            (await InFilesAsync(Sought())).ShouldBeEmpty();
            (await InDumpAsync(Sought())).ShouldBeEmpty();
            // Wrapped keys do stay in old row versions and in the write-ahead log. What wrapped them is gone, and its successor does not open them.
            var now = await masters.Reload(default);
            (await InDumpAsync(control)).ShouldBe(["planted"]);
            foreach (var (person, key, bytes) in wrapped) Should.Throw<CryptographicException>(() => now.Unwrap(person, key, bytes));
        }
        using var log = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.All.Select(l => l.Text))));
        log.Length.ShouldBeGreaterThan(10_000);
        (await new Needles().Text("name", Thai).Text("name", English).Text("national id", IdPrefix).Text("award number", Award).InAsync(log)).ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> SendAsync(IAlbaHost app, string persona, HttpMethod method, string path, HttpContent? content = null)
    {
        using var client = app.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await app.TokenAsync(persona);
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var answer = await client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    /// <summary>Persons by import, some of them with results, a credential, looked at and exported.</summary>
    private async Task<Guid[]> FillAsync(IAlbaHost app)
    {
        var rows = Enumerable.Range(0, Persons).Select(n => $"{NationalId(n)},นาย{Thai} ที่{n},Mr {English} {n},civil-servant,true");
        using var csv = new StringContent("national_id,name_th,name_en,personnel,synthetic\n" + string.Join('\n', rows), Encoding.UTF8, "text/csv");
        using var imported = await SendAsync(app, "hr-officer", HttpMethod.Post, "/api/imports/people", csv);
        (await imported.Content.ReadAsStringAsync()).ShouldContain($"\"recorded\":{Persons}");
        var master = await app.Services.GetRequiredService<MasterKeys>().Reload(default);
        var known = await app.Services.GetRequiredService<NationalIds>().Find([.. Enumerable.Range(0, Persons).Select(NationalId)], master, default);
        Guid[] persons = [.. known.Values];
        foreach (var (person, place) in persons[..5].Select((p, i) => (p, i)))
        {
            var (result, completion) = (await demo.ResultAsync(person), await demo.CompletionAsync(person));
            var decision = (await demo.Host.PostAsync("decider", "/api/decisions", DemoLedger.DecisionBody(person, [result], [completion]))).ShouldRecord(1).Id;
            (await demo.Host.PostAsync("issuer", $"/api/decisions/{decision}/credential")).ShouldRecord(1);
            (await demo.Host.PutAsync("examiner", $"/api/awards/{Guid.NewGuid()}", Equivalences.AwardBody(person, number: $"{Award}{place}"))).ShouldRecord(1);
            (await (await SendAsync(app, Officers.First, HttpMethod.Get, $"/api/people/{person}")).Content.ReadAsStringAsync()).ShouldContain(English);
            (await (await SendAsync(app, Officers.First, HttpMethod.Get, $"/api/people/{person}/export?format=html")).Content.ReadAsStringAsync()).ShouldContain(IdPrefix);
        }
        return persons;
    }

    private static Task EraseAsync(IAlbaHost app, Guid[] persons) => Parallel.ForEachAsync(persons, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (person, _) =>
    {
        var path = $"/api/people/{person}/erasures/{Guid.NewGuid()}";
        using var body = JsonContent.Create(new { remark = Thai });
        (await SendAsync(app, Officers.Second, HttpMethod.Put, path, body)).Dispose();
        (await SendAsync(app, Officers.First, HttpMethod.Post, $"{path}/grant")).Dispose();
    });

    private async Task<List<(Guid Person, Guid Key, byte[] Wrapped)>> WrappedAsync(Guid[] persons)
    {
        await using var command = demo.Host.Database.CreateCommand("select person, key, wrapped from keys.persons where person = any($1)");
        command.Parameters.Add(new() { Value = persons });
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<(Guid, Guid, byte[])>();
        while (await rows.ReadAsync()) found.Add((rows.GetGuid(0), rows.GetGuid(1), rows.GetFieldValue<byte[]>(2)));
        return found;
    }

    private static async Task<string> AskAsync(string sql)
    {
        await using var cluster = NpgsqlDataSource.Create(await LedgerCluster.MaintenanceAsync());
        await using var command = cluster.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static Task CheckpointAsync() => LedgerCluster.RunAsync("checkpoint");

    private async Task<HashSet<string>> InFilesAsync(Needles needles)
    {
        var found = new HashSet<string>();
        // The cluster is shared: other tests' databases are no part of this ledger, everything else that the cluster writes is.
        var databases = Path.Combine(await AskAsync("show data_directory"), "base") + Path.DirectorySeparatorChar;
        var mine = databases + await AskAsync($"select oid::text from pg_database where datname = '{new NpgsqlConnectionStringBuilder(demo.Host.SuperuserConnectionString).Database}'") + Path.DirectorySeparatorChar;
        foreach (var folder in (string[])[await AskAsync("show data_directory"), demo.Host.Folder])
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(databases, StringComparison.Ordinal) || f.StartsWith(mine, StringComparison.Ordinal)))
            {
                try
                {
                    await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                    found.UnionWith(await needles.InAsync(stream));
                }
                catch (FileNotFoundException)
                {
                    // Another test's database was dropped meanwhile.
                }
                catch (DirectoryNotFoundException)
                {
                    // The same.
                }
            }
        return found;
    }

    private async Task<HashSet<string>> InDumpAsync(Needles needles)
    {
        var to = new NpgsqlConnectionStringBuilder(demo.Host.SuperuserConnectionString);
        using var dump = Process.Start(new ProcessStartInfo(Path.Combine(await AskAsync("select setting from pg_config where name = 'BINDIR'"), "pg_dump"), ["-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, "-d", to.Database!])
        {
            RedirectStandardOutput = true,
            Environment = { ["PGPASSWORD"] = to.Password },
        })!;
        var found = await needles.InAsync(dump.StandardOutput.BaseStream);
        await dump.WaitForExitAsync();
        dump.ExitCode.ShouldBe(0);
        return found;
    }
}
