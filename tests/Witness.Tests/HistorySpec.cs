using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Storage;
using CredentialLedger.Witness.Tests.Rig;
using CredentialLedger.Witness.Witnessing;
using CsCheck;

namespace CredentialLedger.Witness.Tests;

/// <summary>Whatever an honest or lying log asks, in whatever order: what was cosigned is one history.</summary>
public sealed class HistorySpec
{
    private enum Ask { Right, OldWrong, ProofBent, RootBent, Restart }

    // An ask of one of the branches: the size as a part of it; 8 forks a new branch from a branch at that size first.
    private static readonly Gen<(Ask Ask, int Branch, int Part, bool Fork)[]> Asks =
        Gen.Select(Gen.Frequency((8, Gen.Const(Ask.Right)), (2, Gen.Const(Ask.OldWrong)), (1, Gen.Const(Ask.ProofBent)), (1, Gen.Const(Ask.RootBent)), (2, Gen.Const(Ask.Restart))), Gen.Int[0, 99], Gen.Int[0, 100], Gen.Int[0, 9].Select(n => n < 3))
            .Array[1, 30];

    [Fact]
    public async Task The_heads_that_a_witness_cosigns_are_always_one_consistent_history() => await Asks.SampleAsync(async asks =>
    {
        var root = Directory.CreateTempSubdirectory("history-").FullName;
        try
        {
            await Play(asks, root);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }, iter: 80, threads: 1);

    [Fact]
    public async Task The_mirror_is_at_every_moment_a_whole_beginning_of_what_the_witness_cosigned() =>
        await Gen.Select(Gen.Int[0, 900], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[0, 9]).Array[1, 12].SampleAsync(async steps =>
        {
            await using var party = await Party.Start();
            var (trunk, lie, head) = (new TestLog(20), new TestLog(20).Branch(10, 12_000, " lie"), 0L);
            foreach (var (by, packages, back, what) in steps)
            {
                var size = head + by;
                trunk.Grow((int)Math.Max(0, size - trunk.Size));
                // Sometimes the pending checkpoint stays, so that the upload to it goes on; but there has to be a first.
                if (what == 0 && await party.Served("witness") is null) continue;
                if (what != 0) (await party.Ask(trunk, head, size)).ShouldBeOfType<WitnessAnswer.Cosigned>();
                head = what != 0 ? size : head;
                if (what == 1) await party.Restart();
                var next = MirrorInfo.Parse(await (await party.Post("add-entries", trunk.Upload(head + 1, head + 1))).ReadInfo(head)).Next;
                var start = Math.Max(0, Math.Min(next, head) - back * 100);
                (await party.Post("add-entries", lie.Upload(Math.Min(start, 500), Math.Max(head, 500))).Status()).ShouldBeOneOf(409, 422, 400);
                (await party.Post("add-entries", trunk.Upload(start, head, packages)).Status()).ShouldBeOneOf(200, 202);
                if (await party.Served("mirror") is { } served) served.Text.ShouldBe(trunk.Checkpoint(Checkpoint.Parse(served.Text).Size).Text);
            }
            await party.Restart();
            if (await party.Served("mirror") is { } mirrored) await MirrorSpec.ShouldMirror(party, trunk, Checkpoint.Parse(mirrored.Text).Size);
        }, iter: 10, threads: 1);

    private static async Task Play((Ask Ask, int Branch, int Part, bool Fork)[] asks, string root)
    {
        var clock = new Clock();
        var branches = new List<TestLog> { new(60) };
        Checkpoint? head = null;
        WitnessKeys keys;
        using (var place = WitnessFolder.Make(root)) keys = WitnessKeys.Make(place, "w");
        var folder = WitnessFolder.Open(root);
        WitnessedLog Open() => new(new KnownLog(TestLog.Origin, [branches[0].Signer.Key]), folder, keys.Witness, clock);
        var witness = Open();
        foreach (var (ask, which, part, fork) in asks)
        {
            var branch = branches[which % branches.Count];
            var size = branch.Size * part / 100;
            if (fork) branches.Add(branch = branch.Branch((int)size, (int)branch.Size + part, $" {branches.Count}"));
            if (ask is Ask.Restart)
            {
                folder.Dispose();
                folder = WitnessFolder.Open(root);
                witness = Open();
                continue;
            }
            var old = ask is Ask.OldWrong ? (head?.Size ?? 0) + 1 - 2 * (part % 2) : head?.Size ?? 0;
            var request = old >= 0 && old <= size ? branch.Request(old, size) : new(Math.Max(0, old), [], branch.Note(size));
            if (ask is Ask.ProofBent) request = request with { Proof = [.. request.Proof, new byte[32]] };
            if (ask is Ask.RootBent)
            {
                var bent = new Checkpoint(TestLog.Origin, size, new byte[32]);
                request = request with { Note = bent.SignedBy(branch.Signer) };
            }
            var answer = await witness.Add(Submission.Parse(request.ToBytes()), default);
            // Of a first head nobody can tell that no tree has it; a mirror can, which wants the entries.
            var continues = ask switch
            {
                Ask.ProofBent => false,
                Ask.RootBent => request.Old == 0 && size > 0 || request.Note.Text == head?.Text, // or it is that first head again
                _ => head is null || branch.Size >= head.Size && branch.Checkpoint(head.Size).Text == head.Text,
            };
            answer.Status.ShouldBe(request.Old > size ? 400 : request.Old != (head?.Size ?? 0) ? 409 : continues ? 200 : 422, $"{ask} {request.Old} to {size}");
            if (answer.Status == 200) head = Checkpoint.Parse(request.Note.Text);
            // Behind every answer the one head that is kept and served is the last one that was cosigned.
            witness.Head?.Note.Text.ShouldBe(head!.Text);
        }
        folder.Dispose();
    }
}

internal static class Infos
{
    /// <summary>The body of an answer that says where the mirror stands; at the very size asked there is none, and the mirror has all.</summary>
    public static async Task<byte[]> ReadInfo(this HttpResponseMessage response, long head) =>
        (int)response.StatusCode is 409 or 202 ? await response.Content.ReadAsByteArrayAsync() : new MirrorInfo(head, (int)response.StatusCode == 422 ? 0 : head, default).ToBytes();
}
