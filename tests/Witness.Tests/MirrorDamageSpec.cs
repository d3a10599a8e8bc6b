using System.Net;
using System.Net.Sockets;
using System.Text;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Tests.Rig;

namespace CredentialLedger.Witness.Tests;

/// <summary>A mirror that was changed on disk signs nothing; and nobody reads or writes outside of it.</summary>
public sealed class MirrorDamageSpec
{
    private static readonly TestLog Log = new(1300);

    [Fact]
    public async Task Any_changed_missing_longer_or_shorter_file_of_the_mirror_stops_the_start()
    {
        await using var party = await Party.Start();
        (await party.Follow(Log, 0, 1300)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        await party.Stop();
        var files = Directory.GetFiles(party.Mirror, "*", SearchOption.AllDirectories);
        files.Length.ShouldBe(1 + 6 + 6 + 1);
        foreach (var file in files)
        {
            var good = File.ReadAllBytes(file);
            foreach (var at in new[] { 0, good.Length / 2, good.Length - 1 })
                await ShouldStop(party, file, [.. good.Select((b, i) => i == at ? (byte)(b ^ 1) : b)], good);
            await ShouldStop(party, file, good[..^1], good);
            await ShouldStop(party, file, [.. good, .. new byte[32]], good, "257 hashes, or an entry more");
            await ShouldStop(party, file, null, good);
        }
        await party.Start();
        (await party.Follow(Log, 1300, 1300)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task Entries_that_were_proven_and_then_changed_on_disk_are_never_cosigned(bool andTheirTile)
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 300);
        await party.Ask(Log, 300, 700);
        (await party.Post("add-entries", Log.Upload(0, 700, packages: 2)).Status()).ShouldBe(202);
        // The checkpoint of 300 needs a part of the bundle that is full and on disk already.
        var lie = Log.Branch(256, 1300, " changed");
        File.WriteAllBytes(Path.Combine(party.Mirror, "tile/entries/001"), EntryBundle.Write(lie.Entries(256, 512)));
        if (andTheirTile) File.WriteAllBytes(Path.Combine(party.Mirror, "tile/0/001"), lie.Bytes(new(0, 1, 256)));
        (await party.Post("add-entries", Log.Upload(0, 300)).Status()).ShouldBe(503);
        (await party.Served("mirror")).ShouldBeNull();
    }

    [Fact]
    public async Task A_damaged_mirror_is_moved_away_and_filled_again()
    {
        await using var party = await Party.Start();
        (await party.Follow(Log, 0, 600)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        await party.Stop();
        Directory.Move(party.Mirror, party.Mirror + ".damaged");
        await party.Start();
        (await party.Served("mirror")).ShouldBeNull();
        (await party.Follow(Log, 600, 700)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        await MirrorSpec.ShouldMirror(party, Log, 700);
    }

    [Fact]
    public async Task A_lost_state_is_taken_from_what_the_log_published_with_our_cosignature()
    {
        await using var party = await Party.Start();
        await using var other = await Party.Start();
        await party.Ask(Log, 0, 600);
        await other.Ask(Log, 0, 600);
        var (ours, theirs) = ((await party.Served("witness"))!, (await other.Served("witness"))!);
        await party.Stop();
        File.WriteAllBytes(party.State, (ours with { Signatures = [ours.Signatures[0], ours.Signatures[1], theirs.Signatures[1]] }).ToBytes());
        await party.Start();
        (await party.Ask(Log, 600, 700)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Theory]
    [InlineData("tile/0/004"), InlineData("tile/1/000.p/4")]
    public async Task A_tile_that_is_changed_under_a_running_mirror_stops_its_cosignature(string path)
    {
        await using var party = await Party.Start();
        (await party.Follow(Log, 0, 1030)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        (await party.Ask(Log, 1030, 1100)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        // What it is about to write is there already, and is something else; or what the root is computed of has changed.
        var file = Path.Combine(party.Mirror, path == "tile/0/004" ? "tile/0/004.p/76" : path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, new byte[32 * (path == "tile/0/004" ? 76 : 4)]);
        (await WitnessClient.Upload(party.Http, party.Address, Log.Note(1100), 1030, Log.Entries, Log.Complete, default)).ShouldBe(new WitnessAnswer.Refused(HttpStatusCode.ServiceUnavailable));
        (await party.Ask(Log, 1100, 1200)).ShouldBe(new WitnessAnswer.Refused(HttpStatusCode.ServiceUnavailable), "nor does the witness of the same machine sign");
        (await party.Served("mirror"))!.Text.ShouldBe(Log.Checkpoint(1030).Text);
        (await party.Get("/health/ready").Text()).ShouldContain(file);
    }

    [Theory]
    [InlineData("tile/0/000.p/257"), InlineData("tile/0/000.p/256"), InlineData("tile/0/000.p/0"), InlineData("tile/0/x000/000"), InlineData("tile/64/000"), InlineData("tile/0/0"), InlineData("tile/entries"), InlineData("tile/0/000/")]
    [InlineData("../../witness.key"), InlineData("tile/../../../witness.key"), InlineData("%2e%2e/%2e%2e/witness.key"), InlineData("..%2f..%2fwitness.key"), InlineData("tile/0/..%2f..%2f..%2f..%2fwitness.key"), InlineData("/witness.key"), InlineData("tile//0/000")]
    public async Task A_path_that_is_no_tiles_is_404(string path)
    {
        await using var party = await Party.Start();
        (await party.Follow(Log, 0, 300)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        using var raw = new TcpClient("127.0.0.1", party.Address.Port);
        await raw.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /mirror/{Party.HashOf()}/{path} HTTP/1.1\r\nHost: w\r\nConnection: close\r\n\r\n"));
        var answer = await new StreamReader(raw.GetStream()).ReadToEndAsync();
        answer.ShouldStartWith("HTTP/1.1 404");
        answer.ShouldNotContain("PRIVATE");
    }

    private static async Task ShouldStop(Party party, string file, byte[]? wrong, byte[] good, string because = "")
    {
        if (wrong is null) File.Delete(file);
        else File.WriteAllBytes(file, wrong);
        if (wrong is null && Path.GetFileName(file) == "checkpoint")
        {
            // Without its checkpoint a mirror is one that has only begun: it takes all entries again, and cosigns nothing before.
            await party.Start();
            (await party.Served("mirror")).ShouldBeNull();
            await party.Stop();
        }
        else (await Should.ThrowAsync<DamagedException>(party.Start, $"{file} {because}")).Exit.ShouldBe(ExitCode.Damaged);
        File.WriteAllBytes(file, good);
    }
}
