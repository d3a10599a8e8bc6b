using System.Net.Http.Json;
using System.Text.Json;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Projections;
using CredentialLedger.Projections.Credentials;
using Npgsql;
using Xunit.Abstractions;

namespace CredentialLedger.Api.Tests.Torture.Kill;

/// <summary>kill -9 of the API in the middle of building anew a read model whose version was raised: whoever starts next goes on, nobody is shown half of it, and the rows come out as they were.</summary>
public sealed class KillRebuildSpec(ITestOutputHelper output) : IAsyncLifetime
{
    // More events than Marten's daemon takes at a time, which is 500: there is a middle.
    private static readonly int People = Mode.Of(140, 1000);
    private static readonly ReadModel Model = ReadModel.Of<CredentialStanding>();

    private readonly string folder = KillableCluster.NewFolder();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_read_model_that_was_half_built_when_the_process_was_killed_is_complete_after_the_next_start()
    {
        await using var cluster = new KillableCluster(Path.Combine(folder, "postgres"));
        await cluster.StartAsync();
        var api = await ApiProcess.StartAsync(folder, demo: true);
        try
        {
            await Eventually.BeAsync(() => Task.FromResult(File.Exists(Path.Combine(folder, "demo", "status.jwt"))), true);
            var last = await IssueLastAsync(api.Address);
            await using var database = cluster.Open();
            await Eventually.BeAsync(async () => await ReachedAsync(database) == await AskAsync<long>(database, "select max(seq_id) from ledger.mt_events"), true);
            await api.DisposeAsync();
            var kept = await RowsAsync(database);
            var end = await AskAsync<long>(database, "select max(seq_id) from ledger.mt_events");

            // As a migration leaves it that raised the version: no row, and no progress.
            await DoAsync(database, $"delete from {Model.Table}");
            await DoAsync(database, $"delete from ledger.mt_event_progression where name = '{Model.Progression}'");
            await using var connection = await database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            // The daemon stops where it comes to the last credential, as long as this row is neither there nor not.
            await using (var block = new NpgsqlCommand($"insert into {Model.Table} (id, data) values ('{last}', '{{}}')", connection, transaction)) await block.ExecuteNonQueryAsync();
            int[] before = [];
            for (var kill = 0; kill < 2; kill++)
            {
                api = await ApiProcess.StartAsync(folder, demo: false);
                await Eventually.BeAsync(async () => (await WaitingAsync(database)).Except(before).Any() && await ReachedAsync(database) > 0, true);
                (await ViewAsync(api.Address, last)).GetProperty("standing").GetString().ShouldBe("valid", "what the rows lack is folded from events");
                await api.DisposeAsync();
                before = await WaitingAsync(database); // what the killed one had asked for still waits
                output.WriteLine($"killed at {await ReachedAsync(database)} of {end}");
                (await ReachedAsync(database)).ShouldBeInRange(1, end - 1);
            }

            api = await ApiProcess.StartAsync(folder, demo: false);
            await transaction.RollbackAsync();
            await Eventually.BeAsync(async () => await ReachedAsync(database) >= end, true);
            (await RowsAsync(database)).ShouldBe(kept);
        }
        finally
        {
            await api.DisposeAsync();
        }
    }

    // Many events, then one credential more.
    private static async Task<Guid> IssueLastAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var (tokens, decisions) = (new PersonaTokens(client), new Guid[People]);
        await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
        {
            var (person, result, completion) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
            await SendAsync("hr-officer", HttpMethod.Put, $"/api/people/{person}", DemoLedger.Person(5000 + i));
            await SendAsync("examiner", HttpMethod.Put, $"/api/results/{result}", DemoLedger.ResultBody(person));
            await SendAsync("training-officer", HttpMethod.Put, $"/api/completions/{completion}", DemoLedger.CompletionBody(person));
            decisions[i] = (await SendAsync("decider", HttpMethod.Post, "/api/decisions", DemoLedger.DecisionBody(person, [result], [completion]))).GetProperty("id").GetGuid();
        });
        return (await SendAsync("issuer", HttpMethod.Post, $"/api/decisions/{decisions[^1]}/credential", new { })).GetProperty("id").GetGuid();

        Task<JsonElement> SendAsync(string persona, HttpMethod method, string path, object body) => AskAsync(client, tokens, persona, method, path, body);
    }

    private static async Task<JsonElement> ViewAsync(Uri address, Guid credential)
    {
        using var client = new HttpClient { BaseAddress = address };
        return await AskAsync(client, new PersonaTokens(client), "auditor", HttpMethod.Get, $"/api/credentials/{credential}", null);
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, PersonaTokens tokens, string persona, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        await tokens.Authorize(request, persona);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static Task<long> ReachedAsync(NpgsqlDataSource database) =>
        AskAsync<long>(database, $"select coalesce((select last_seq_id from ledger.mt_event_progression where name = '{Model.Progression}'), 0)");

    private static Task<string[]> RowsAsync(NpgsqlDataSource database) => AskAsync<string[]>(database, $"select array_agg(id || ' ' || data order by id) from {Model.Table}");

    private static Task<int[]> WaitingAsync(NpgsqlDataSource database) => AskAsync<int[]>(database, "select coalesce(array_agg(distinct pid), '{}') from pg_locks where not granted and locktype = 'transactionid'");

    private static async Task DoAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> AskAsync<T>(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
