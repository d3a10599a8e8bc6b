using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Witness.Tests.Rig;

namespace CredentialLedger.Witness.Tests;

/// <summary>kill -9 at any moment between a question and its answer: what was answered is remembered, and nothing else is ever cosigned beside it.</summary>
public sealed class KillSpec
{
    private const int Rounds = 8;

    [Fact]
    public async Task A_witness_that_is_killed_while_it_is_asked_never_cosigns_two_histories()
    {
        var folder = Directory.CreateTempSubdirectory("witness-kill-").FullName;
        try
        {
            WitnessProcess.Run("keygen", "--name", Party.Name, folder).Exit.ShouldBe(0);
            await Torture(folder, new Random(20261124));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Torture(string folder, Random random)
    {
        var trunk = new TestLog(100);
        var answered = new List<(Checkpoint Head, SignedNote Note)>();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var keys = Storage.WitnessKeys.Read(folder);
        for (var round = 0; round <= Rounds; round++)
        {
            using var witness = await WitnessProcess.Serve(folder, "--urls", "http://127.0.0.1:0", "--log", trunk.Signer.Key.ToString());
            // What it says after it was killed: at least what it answered before.
            var size = await Served(http, witness, "witness") is { } head ? Checkpoint.Parse(head.Text).Size : 0;
            size.ShouldBeGreaterThanOrEqualTo(answered.Select(known => known.Head.Size).DefaultIfEmpty().Max());
            if (await Served(http, witness, "witness") is { } kept) kept.Text.ShouldBe(trunk.Checkpoint(size).Text);
            if (await Served(http, witness, "mirror") is { } mirrored) mirrored.Text.ShouldBe(trunk.Checkpoint(Checkpoint.Parse(mirrored.Text).Size).Text);

            // Two histories ask at once, step by step, with their entries behind them, until the process dies.
            TestLog[] branches = [trunk.Branch((int)size, (int)size + 400, $" {round} a"), trunk.Branch((int)size, (int)size + 400, $" {round} b")];
            var (asked, deadAt) = (0, round < Rounds ? random.Next(1, 40) : int.MaxValue);
            await Task.WhenAll(branches.Select(branch => Task.Run(() => Follow(branch, size))));
            witness.Kill();

            using var again = await WitnessProcess.Serve(folder, "--urls", "http://127.0.0.1:0", "--log", trunk.Signer.Key.ToString());
            if (await Served(http, again, "witness") is { } last) trunk = branches.First(branch => branch.Checkpoint(Checkpoint.Parse(last.Text).Size).Text == last.Text);
            again.Kill();
            foreach (var (known, note) in answered) note.Text.ShouldBe(trunk.Checkpoint(known.Size).Text, "everything that was ever answered is of the one history");

            async Task Follow(TestLog branch, long from)
            {
                for (var old = from; old + 20 <= branch.Size;)
                {
                    // The one who asks the n-th question pulls the plug while it is on its way.
                    var plug = Interlocked.Increment(ref asked) == deadAt;
                    try
                    {
                        var answer = WitnessClient.AddCheckpoint(http, witness.Address, old, branch.Proof(old, old + 20), branch.Note(old + 20), default);
                        if (plug) witness.Kill();
                        if (await answer is not WitnessAnswer.Cosigned cosigned) return;
                        old += 20;
                        var note = new SignedNote(branch.Note(old).Text, cosigned.Lines);
                        Cosignature.TimeOf(note, keys.Witness.Key).ShouldNotBeNull();
                        lock (answered) answered.Add((branch.Checkpoint(old), note));
                        var upload = WitnessClient.Upload(http, witness.Address, branch.Note(old), old - 20, branch.Entries, branch.Complete, default);
                        if (Interlocked.Increment(ref asked) == deadAt) witness.Kill();
                        (await upload).ShouldBeOfType<WitnessAnswer.Cosigned>();
                    }
                    catch (Exception dead) when (dead is HttpRequestException or IOException)
                    {
                        return;
                    }
                }
            }
        }
        answered.Count.ShouldBeGreaterThan(Rounds);
    }

    private static async Task<SignedNote?> Served(HttpClient http, WitnessProcess witness, string prefix)
    {
        var response = await http.GetAsync(new Uri(witness.Address, $"/{prefix}/{Party.HashOf()}/checkpoint"));
        return response.IsSuccessStatusCode ? SignedNote.Parse(await response.Content.ReadAsByteArrayAsync()) : null;
    }
}
