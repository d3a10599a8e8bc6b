using System.Net;
using CredentialLedger.Projections.Log;
using CredentialLedger.Witness.Cli;
using CredentialLedger.Witness.Storage;
using CredentialLedger.Witness.Tests.Rig;

namespace CredentialLedger.Witness.Tests;

/// <summary>What is on disk decides: it survives a restart, and whoever changes it stops the signing.</summary>
public sealed class StateSpec
{
    private static readonly TestLog Log = new(600);
    private static readonly WitnessAnswer Unavailable = new WitnessAnswer.Refused(HttpStatusCode.ServiceUnavailable);

    [Fact]
    public async Task A_restart_forgets_nothing()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 300);
        await party.Restart();
        (await party.Ask(Log.Branch(200, 600, " other"), 0, 600)).ShouldBe(new WitnessAnswer.Conflict(300));
        (await party.Ask(Log, 300, 600)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Fact]
    public async Task Every_flipped_byte_of_the_state_stops_the_start()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 300);
        await party.Stop();
        var good = File.ReadAllBytes(party.State);
        for (var at = 0; at < good.Length; at++)
        {
            File.WriteAllBytes(party.State, [.. good.Select((b, i) => i == at ? (byte)(b ^ 1) : b)]);
            (await Should.ThrowAsync<DamagedException>(party.Start, $"byte {at}")).Values.ShouldBe([party.State]);
        }
        foreach (var wrong in new byte[][] { [], good[..^1], [.. good, 10], Log.Note(300).ToBytes(), new TestLog(5).Note(5).ToBytes() })
        {
            File.WriteAllBytes(party.State, wrong);
            await Should.ThrowAsync<DamagedException>(party.Start);
        }
        File.Delete(party.State);
        await Should.ThrowAsync<DamagedException>(party.Start, "whoever takes the state away wants another history cosigned");
        File.WriteAllBytes(party.State, good);
        await party.Start();
        (await party.Ask(Log, 300, 301)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Fact]
    public async Task A_state_of_another_witness_is_no_state()
    {
        await using var party = await Party.Start();
        await using var other = await Party.Start();
        await party.Ask(Log, 0, 300);
        await other.Ask(Log, 0, 200);
        await party.Stop();
        File.Copy(other.State, party.State, overwrite: true);
        await Should.ThrowAsync<DamagedException>(party.Start);
    }

    [Fact]
    public async Task A_state_that_is_rolled_back_under_a_running_witness_stops_the_signing_until_it_is_repaired()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 200);
        var older = File.ReadAllBytes(party.State);
        await party.Ask(Log, 200, 300);
        var newer = File.ReadAllBytes(party.State);
        File.WriteAllBytes(party.State, older);
        (await party.Ask(Log.Branch(250, 600, " other"), 200, 600)).ShouldBe(Unavailable);
        File.WriteAllBytes(party.State, newer);
        (await party.Ask(Log, 300, 400)).ShouldBe(Unavailable, "what was found once is looked at by a person");
        var ready = await party.Get("/health/ready");
        (ready.StatusCode, await ready.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, Words.Both("damaged", party.State) + "\n"));
        (await party.Get("/health/live").Status()).ShouldBe(200);
        await party.Restart();
        (await party.Ask(Log, 300, 400)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Fact]
    public async Task A_state_older_than_its_own_mirror_stops_the_start()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 200);
        var older = File.ReadAllBytes(party.State);
        (await party.Follow(Log, 200, 300)).ShouldBeOfType<WitnessAnswer.Cosigned>("the client learns that the mirror wants all from the first entry on");
        await party.Stop();
        File.WriteAllBytes(party.State, older);
        await Should.ThrowAsync<DamagedException>(party.Start);
        Directory.Delete(Path.GetDirectoryName(party.State)!, recursive: true);
        await Should.ThrowAsync<DamagedException>(party.Start, "a mirror without the state of its witness");
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_signs_nothing_and_forgets_nothing()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 200);
        var drafts = Path.Combine(party.Path, "drafts");
        Directory.Delete(drafts, recursive: true);
        (await party.Ask(Log, 200, 300)).ShouldBe(Unavailable);
        (await party.Served("witness"))!.Text.ShouldBe(Log.Note(200).Text);
        Directory.CreateDirectory(drafts);
        (await party.Ask(Log, 200, 300)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Fact]
    public async Task A_second_process_is_refused()
    {
        await using var party = await Party.Start();
        Should.Throw<RefusedException>(() => WitnessFolder.Open(party.Path)).Exit.ShouldBe(ExitCode.InUse);
        await party.Stop();
        WitnessFolder.Open(party.Path).Dispose();
    }

    [Fact]
    public async Task Of_many_diverging_checkpoints_at_once_exactly_one_history_is_cosigned()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 100);
        for (var (round, trunk, size) = (0, Log, 100); round < 5; round++, size += 10)
        {
            var branches = Enumerable.Range(0, 24).Select(i => trunk.Branch(size, size + 10, $" {round} {i}")).ToList();
            var answers = await Task.WhenAll(branches.Select(branch => Task.Run(() => party.Ask(branch, size, size + 10))));
            answers.Count(answer => answer is WitnessAnswer.Cosigned).ShouldBe(1);
            answers.Count(answer => answer == new WitnessAnswer.Conflict(size + 10)).ShouldBe(23);
            trunk = branches[answers.ToList().FindIndex(answer => answer is WitnessAnswer.Cosigned)];
            (await party.Served("witness"))!.Text.ShouldBe(trunk.Checkpoint(size + 10).Text);
        }
    }
}
