using System.IO.Compression;
using System.Net;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Tests.Rig;

namespace CredentialLedger.Witness.Tests;

/// <summary>C2SP tlog-mirror: entries are proven before they are kept, and the mirror cosigns only what it holds.</summary>
public sealed class MirrorSpec
{
    private static readonly TestLog Log = new(1300);

    [Theory]
    [InlineData(1), InlineData(255), InlineData(256), InlineData(257), InlineData(512), InlineData(1300)]
    public async Task Mirrored_files_are_those_of_the_log(int size)
    {
        await using var party = await Party.Start();
        var cosigned = (await party.Follow(Log, 0, size)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        cosigned.Lines.ShouldAllBe(line => party.Keys.Mirror.Key.Made(line), "the witness' key must not stand for the mirror");
        await ShouldMirror(party, Log, size);
    }

    [Fact]
    public async Task A_log_that_grows_is_followed_and_its_partial_tiles_go_when_the_full_ones_are_there()
    {
        await using var party = await Party.Start();
        long old = 0;
        foreach (var size in new long[] { 0, 1, 2, 200, 256, 300, 511, 700, 1300 })
        {
            (await party.Follow(Log, old, size)).ShouldBeOfType<WitnessAnswer.Cosigned>($"{old} to {size}");
            await ShouldMirror(party, Log, size);
            old = size;
            if (size == 300) await party.Restart();
        }
        Directory.GetDirectories(party.Mirror, "*.p", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(party.Mirror, path)).Order()
            .ShouldBe(["tile/0/005.p", "tile/1/000.p", "tile/entries/005.p"]);
        await party.Restart();
        await ShouldMirror(party, Log, 1300);
    }

    [Fact]
    public async Task A_tree_of_three_levels_of_tiles_is_mirrored_request_by_request_and_read_again_at_start()
    {
        var large = new TestLog(66_000);
        await using var party = await Party.Start();
        (await party.Follow(large, 0, 65_000)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        (await party.Follow(large, 65_000, 66_000)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        await ShouldMirror(party, large, 66_000);
        await party.Restart();
        await ShouldMirror(party, large, 66_000);
    }

    [Fact]
    public async Task Each_refusal_of_an_upload_has_its_answer()
    {
        await using var party = await Party.Start();
        (await party.Post("add-entries", new TestLog(5, "other.example/log").Upload(0, 5)).Status()).ShouldBe(404);
        (await party.Post("add-entries", Log.Upload(0, 5)).Status()).ShouldBe(422, "no pending checkpoint yet");
        await party.Ask(Log, 0, 300);
        await ShouldConflict(party.Post("add-entries", Log.Upload(0, 299)), 300, 0, "not a pending checkpoint");
        await ShouldConflict(party.Post("add-entries", Log.Upload(1, 300)), 300, 0, "a start behind the next entry");
        (await party.Post("add-entries", []).Status()).ShouldBe(400);
        (await party.Post("add-entries", Log.Upload(0, 300, packages: 0)).Status()).ShouldBe(400, "no package at all");
        (await party.Post("add-entries", Log.Upload(0, 300)[..500]).Status()).ShouldBe(400, "half a package");
        (await party.Post("add-entries", new AddEntriesHeader(TestLog.Origin, 301, 300, default).ToBytes()).Status()).ShouldBe(400, "a start behind the end");
        (await party.Post("add-entries", new AddEntriesHeader(TestLog.Origin, 0, -1, default).ToBytes()).Status()).ShouldBe(400, "an end beyond 2^63 - 1");
        (await party.Post("add-entries", Log.Upload(0, 300), "br").Status()).ShouldBe(415);
        (await party.Http.PostAsync(new Uri(party.Address, "add-entries"), new ByteArrayContent(Log.Upload(0, 300))).Status()).ShouldBe(415);
        Directory.Exists(party.Mirror).ShouldBeFalse("nothing is written");
        (await party.Post("add-entries", Log.Upload(0, 300)).Status()).ShouldBe(200);
        await party.Ask(Log, 300, 400);
        await party.Post("add-entries", Log.Upload(300, 400));
        await ShouldConflict(party.Post("add-entries", Log.Upload(0, 300)), 400, 400, "smaller than the mirror checkpoint");
        (await party.Post("add-entries", Log.Upload(400, 400)).Status()).ShouldBe(200, "nothing to upload");
    }

    [Fact]
    public async Task Entries_that_are_not_the_logs_are_422_and_nothing_is_written()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 600);
        var other = Log.Branch(100, 600, " other");
        (await party.Post("add-entries", other.Upload(0, 600)).Status()).ShouldBe(422);
        var (good, first) = (Log.Upload(0, 600), new AddEntriesHeader(TestLog.Origin, 0, 600, default).ToBytes().Length + sizeof(ushort));
        foreach (var at in new[] { good.Length - 1, first })
            (await party.Post("add-entries", [.. good.Select((b, i) => i == at ? (byte)(b ^ 1) : b)]).Status()).ShouldBe(422, "a hash of the last proof, a byte of the first entry");
        (await party.Post("add-entries", [.. new AddEntriesHeader(TestLog.Origin, 0, 600, default).ToBytes(),
            .. new EntryPackage(Log.Entries(0, 256), [.. Enumerable.Repeat(new byte[32], 63)]).ToBytes()]).Status()).ShouldBe(422, "63 hashes");
        var longer = new EntryPackage(Log.Entries(0, 256), []).ToBytes();
        longer[^1] = 64;
        (await party.Post("add-entries", [.. new AddEntriesHeader(TestLog.Origin, 0, 600, default).ToBytes(), .. longer, .. new byte[64 * 32]]).Status()).ShouldBe(422, "64 hashes");
        (await party.Served("mirror")).ShouldBeNull();
        Directory.Exists(Path.Combine(party.Mirror, "tile/entries/002.p")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_prefix_or_an_interrupted_upload_is_202_and_goes_on_where_it_ended()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 1300);
        await ShouldAnswer(party.Post("add-entries", Log.Upload(0, 1300, packages: 2)), 202, 1300, 512);
        await ShouldAnswer(party.Post("add-entries", Log.Upload(512, 1300)[..^100]), 202, 1300, 1280);
        (await party.Served("mirror")).ShouldBeNull("it has not all entries");
        await ShouldAnswer(party.Post("add-entries", Log.Upload(256, 1300, packages: 1)), 202, 1300, 1280);
        (await party.Post("add-entries", Log.Upload(1280, 1300)).Status()).ShouldBe(200);
        await ShouldMirror(party, Log, 1300);
    }

    [Fact]
    public async Task Gzip_is_understood_and_named()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 600);
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Log.Upload(0, 600));
        (await party.Post("add-entries", packed.ToArray()[..^900], "gzip").Status()).ShouldBeOneOf(400, 202);
        var response = await party.Post("add-entries", packed.ToArray(), "gzip");
        (response.StatusCode, string.Join(',', response.Headers.GetValues("Accept-Encoding"))).ShouldBe((HttpStatusCode.OK, "gzip"));
        await ShouldMirror(party, Log, 600);
    }

    [Fact]
    public async Task An_upload_to_an_older_pending_checkpoint_is_finished_while_the_log_goes_on()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 300);
        await party.Ask(Log, 300, 700);
        (await party.Post("add-entries", Log.Upload(0, 700, packages: 2)).Status()).ShouldBe(202);
        (await party.Post("add-entries", Log.Upload(0, 300)).Status()).ShouldBe(200);
        await ShouldMirror(party, Log, 300);
        await party.Restart();
        await ShouldMirror(party, Log, 300);
        (await party.Follow(Log, 700, 700)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        await ShouldMirror(party, Log, 700);
    }

    [Fact]
    public async Task A_ticket_brings_back_a_pending_checkpoint_that_a_restart_forgot_and_only_ours_does()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 600);
        var info = MirrorInfo.Parse(await (await party.Post("add-entries", Log.Upload(0, 600, packages: 1))).Content.ReadAsByteArrayAsync());
        await party.Ask(Log, 600, 700);
        await party.Restart();
        await ShouldConflict(party.Post("add-entries", Log.Upload(0, 600)), 700, 0, "without the ticket");
        foreach (var forged in new ReadOnlyMemory<byte>[] { new byte[100], Log.Note(600).ToBytes(), Log.Branch(9, 600, "!").Note(600).ToBytes(), info.Ticket[..^1] })
            await ShouldConflict(party.Post("add-entries", Log.Upload(0, 600, ticket: forged)), 700, 0, "a ticket that is not ours");
        (await party.Post("add-entries", Log.Upload(0, 600, ticket: info.Ticket)).Status()).ShouldBe(200);
        await ShouldMirror(party, Log, 600);
    }

    [Fact]
    public async Task Many_clients_at_once_build_one_mirror()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 600);
        await party.Ask(Log, 600, 1300);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            WitnessClient.Upload(party.Http, party.Address, Log.Note(i % 2 == 0 ? 1300 : 600), 0, Log.Entries, Log.Complete, default))));
        answers.Count(answer => answer is WitnessAnswer.Cosigned).ShouldBeGreaterThanOrEqualTo(6);
        await ShouldMirror(party, Log, 1300);
    }

    [Fact]
    public async Task One_client_that_stalls_does_not_keep_the_others_out_and_ends_with_what_it_sent()
    {
        await using var party = await Party.Start(new() { UploadTime = TimeSpan.FromSeconds(3) });
        await party.Ask(Log, 0, 1300);
        using var slow = new System.Net.Sockets.TcpClient("127.0.0.1", party.Address.Port);
        var body = Log.Upload(0, 1300);
        await slow.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes($"POST /add-entries HTTP/1.1\r\nHost: w\r\nContent-Type: application/octet-stream\r\nContent-Length: {body.Length}\r\n\r\n"));
        await slow.GetStream().WriteAsync(body.AsMemory(0, Log.Upload(0, 1300, packages: 1).Length + 10));
        (await party.Post("add-entries", body).Status()).ShouldBe(200);
        (await new StreamReader(slow.GetStream()).ReadLineAsync())!.ShouldStartWith("HTTP/1.1 202");
    }

    private static async Task ShouldConflict(Task<HttpResponseMessage> response, long size, long next, string because) => await ShouldAnswer(response, 409, size, next, because);

    private static async Task ShouldAnswer(Task<HttpResponseMessage> asked, int status, long size, long next, string because = "")
    {
        var response = await asked;
        ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString()).ShouldBe((status, "text/x.tlog.mirror-info"), because);
        var info = MirrorInfo.Parse(await response.Content.ReadAsByteArrayAsync());
        (info.Size, info.Next).ShouldBe((size, next), because);
    }

    internal static async Task ShouldMirror(Party party, TestLog log, long size)
    {
        var note = (await party.Served("mirror"))!;
        note.Text.ShouldBe(log.Checkpoint(size).Text);
        note.IsSignedBy(log.Signer.Key).ShouldBeTrue();
        Cosignature.TimeOf(note, party.Keys.Mirror.Key).ShouldNotBeNull();
        Cosignature.TimeOf(note, party.Keys.Witness.Key).ShouldBeNull();
        foreach (var tile in Tile.New(0, size))
        {
            var response = await party.Get($"/mirror/{Party.HashOf()}/{tile.Path}");
            (response.StatusCode, response.Content.Headers.ContentType?.ToString(), response.Headers.CacheControl?.MaxAge).ShouldBe((HttpStatusCode.OK, "application/octet-stream", TimeSpan.FromDays(365)), tile.Path);
            (await response.Content.ReadAsByteArrayAsync()).ShouldBe(log.Bytes(tile), tile.Path);
            if (tile.Level > 0) continue;
            var from = tile.Index * Tile.FullWidth;
            (await party.Http.GetByteArrayAsync(new Uri(party.Address, $"/mirror/{Party.HashOf()}/{tile.EntriesPath}"))).ShouldBe(EntryBundle.Write(log.Entries(from, from + tile.Width)), tile.EntriesPath);
        }
    }
}
