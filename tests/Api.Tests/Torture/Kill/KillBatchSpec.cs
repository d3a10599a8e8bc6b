using System.Net.Http.Json;
using System.Text.Json;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Tests.Rig;
using Npgsql;
using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>kill -9 of the API while it issues a batch: whoever starts next goes on, and every decision has one credential.</summary>
public sealed class KillBatchSpec(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Decisions = Mode.Of(200, 1000);

    private readonly string folder = KillableCluster.NewFolder();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_batch_goes_on_where_the_killed_process_stopped_and_no_decision_has_two_credentials()
    {
        await using var cluster = new KillableCluster(Path.Combine(folder, "postgres"));
        await cluster.StartAsync();
        var api = await ApiProcess.StartAsync(folder, demo: true);
        try
        {
            await Eventually.BeAsync(() => Task.FromResult(File.Exists(Path.Combine(folder, "demo", "status.jwt"))), true);
            var batch = Guid.NewGuid();
            var decisions = await OrderAsync(api.Address, batch);
            await using var database = cluster.Open();
            var (kills, parts) = (0, 0L);
            for (var round = 0; round < 3; round++)
            {
                await Eventually.BeAsync(async () => await CountAsync(database, "batch-advanced") > parts, true);
                await api.DisposeAsync();
                parts = await CountAsync(database, "batch-advanced");
                var over = await CountAsync(database, "batch-finished") > 0;
                api = await ApiProcess.StartAsync(folder, demo: false);
                if (over) break;
                kills++;
            }
            kills.ShouldBeGreaterThan(0, "a batch that is over was not killed in its middle");
            await Eventually.BeAsync(() => CountAsync(database, "batch-finished"), 1L);
            output.WriteLine($"{kills} kills in {await CountAsync(database, "batch-advanced")} parts");

            (await OnceAsync(database, decisions)).ShouldBe((Decisions, Decisions, Decisions));
            (await OfBatchAsync(database, batch)).ShouldBe((Decisions, 0L, 0L));
        }
        finally
        {
            await api.DisposeAsync();
        }
    }

    private static async Task<Guid[]> OrderAsync(Uri address, Guid batch)
    {
        using var client = new HttpClient { BaseAddress = address };
        var (tokens, decisions) = (new PersonaTokens(client), new Guid[Decisions]);
        await Parallel.ForAsync(0, Decisions, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
        {
            var (person, result, completion) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
            await SendAsync("hr-officer", HttpMethod.Put, $"/api/people/{person}", DemoLedger.Person(5000 + i));
            await SendAsync("examiner", HttpMethod.Put, $"/api/results/{result}", DemoLedger.ResultBody(person));
            await SendAsync("training-officer", HttpMethod.Put, $"/api/completions/{completion}", DemoLedger.CompletionBody(person));
            decisions[i] = (await SendAsync("decider", HttpMethod.Post, "/api/decisions", DemoLedger.DecisionBody(person, [result], [completion]))).GetProperty("id").GetGuid();
        });
        await SendAsync("issuer", HttpMethod.Put, $"/api/batches/{batch}", new { decisions });
        return decisions;

        async Task<JsonElement> SendAsync(string persona, HttpMethod method, string path, object body)
        {
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
            await tokens.Authorize(request, persona);
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            response.IsSuccessStatusCode.ShouldBeTrue(text);
            return JsonDocument.Parse(text).RootElement;
        }
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, string type)
    {
        await using var command = database.CreateCommand("select count(*) from ledger.mt_events where type = $1");
        command.Parameters.Add(new() { Value = type });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    // Events, decisions that have one, and documents.
    private static async Task<(long, long, long)> OnceAsync(NpgsqlDataSource database, Guid[] decisions)
    {
        await using var command = database.CreateCommand("""
            select count(*), count(distinct data ->> 'decision'), (select count(*) from documents.credentials d where d.credential = any(array_agg(e.stream_id)))
            from ledger.mt_events e where type = 'credential-issued' and (data ->> 'decision')::uuid = any($1)
            """);
        command.Parameters.Add(new() { Value = decisions });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    // Issued, issued before, refused: none is counted twice either.
    private static async Task<(long, long, long)> OfBatchAsync(NpgsqlDataSource database, Guid batch)
    {
        await using var command = database.CreateCommand("""
            select sum((data ->> 'issued')::bigint)::bigint, sum((data ->> 'issuedBefore')::bigint)::bigint, sum(jsonb_array_length(data -> 'refused'))::bigint
            from ledger.mt_events where type = 'batch-advanced' and stream_id = $1
            """);
        command.Parameters.Add(new() { Value = batch });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }
}
