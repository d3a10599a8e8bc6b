using System.Net;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Api.Tests.Log;

/// <summary>The running ledger publishes its log, and anybody can check it by the files alone.</summary>
public sealed class LogFilesScenario : IAsyncLifetime
{
    private readonly DemoLedger demo = new();
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        await demo.InitializeAsync();
        http = demo.Host.App.Server.CreateClient();
    }

    public Task DisposeAsync() => demo.DisposeAsync();

    private async Task<Checkpoint> Published()
    {
        var answer = await http.GetAsync("/log/checkpoint");
        return answer.StatusCode is HttpStatusCode.NotFound ? new("", 0, MerkleTree.EmptyRoot) : Checkpoint.Parse(SignedNote.Parse(await answer.Content.ReadAsByteArrayAsync()).Text);
    }

    private async Task<Checkpoint> Covering()
    {
        await Eventually.BeAsync(async () => (await Published()).Size, await demo.Host.EventsAsync());
        return await Published();
    }

    private async Task<string> Ready() => (int)(await http.GetAsync("/health/ready")).StatusCode + " " + System.Text.Json.JsonDocument.Parse(await http.GetStringAsync("/health/ready")).RootElement.GetProperty("checks").GetProperty("log").GetString();

    [Fact]
    public async Task The_checkpoint_follows_what_is_recorded_and_the_tiles_give_its_root()
    {
        var before = await Covering();
        await demo.PersonAsync(1);
        var after = await Covering();
        after.Size.ShouldBeGreaterThan(before.Size);

        var hashes = new TileHashes(after.Size, tile => http.GetByteArrayAsync($"/log/{tile.Path}").GetAwaiter().GetResult());
        MerkleTree.Root(after.Size, hashes.Of).ShouldBe(after.Root.ToArray());
        var bundle = Tile.In(after.Size, 0, 0)!.Value;
        var entries = EntryBundle.Read(await http.GetByteArrayAsync($"/log/{bundle.EntriesPath}"), bundle.Width);
        hashes.Of(0, 3).ShouldBe(MerkleTree.LeafHash(entries[3].Span));
        (await Ready()).ShouldBe("200 healthy");
    }

    [Fact]
    public async Task Tiles_are_kept_for_ever_and_the_checkpoint_never()
    {
        var size = (await Covering()).Size;
        var (tile, checkpoint) = (await http.GetAsync($"/log/{Tile.In(size, 0, 0)!.Value.Path}"), await http.GetAsync("/log/checkpoint"));
        tile.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        tile.Content.Headers.ContentType!.ToString().ShouldBe("application/octet-stream");
        checkpoint.Headers.CacheControl!.NoCache.ShouldBeTrue();
        checkpoint.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
    }

    [Theory]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/000.p/257")]
    [InlineData("tile/64/000")]
    [InlineData("tile/0/..%2F..%2Fkeys%2Flog.key")]
    [InlineData("..%2Fkeys%2Flog.key")]
    [InlineData("")]
    public async Task A_path_that_no_file_of_a_log_has_is_refused(string path)
    {
        var answer = await http.GetAsync($"/log/{path}");
        ((int)answer.StatusCode).ShouldBeOneOf(400, 404);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"code\":");
    }

    [Fact]
    public async Task A_row_that_SQL_inserted_is_logged_as_foreign_and_seen_in_the_ledgers_health()
    {
        await Covering();
        await demo.Host.TamperAsync("""
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            values (nextval('ledger.mt_events_sequence'), gen_random_uuid(), gen_random_uuid(), 1, '{}', 'result-declared', now(), '*DEFAULT*')
            """);
        await Covering();
        await Eventually.BeAsync(Ready, "200 degraded");
    }
}
