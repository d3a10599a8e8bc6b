using System.Net.Sockets;
using System.Text;
using CredentialLedger.Projections.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Witnessing;
using CredentialLedger.Witness.Tests.Rig;

namespace CredentialLedger.Witness.Tests;

/// <summary>C2SP tlog-witness, "add-checkpoint": each answer with its case, over HTTP.</summary>
public sealed class AddCheckpointSpec
{
    private static readonly TestLog Log = new(600);

    [Fact]
    public async Task A_checkpoint_is_cosigned_and_then_the_one_that_continues_it()
    {
        await using var party = await Party.Start();
        var first = (await party.Ask(Log, 0, 5)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        party.Clock.Now += TimeSpan.FromSeconds(1);
        var second = (await party.Ask(Log, 5, 300)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        Cosignature.TimeOf(new(Log.Note(5).Text, first.Lines), party.Keys.Witness.Key).ShouldBe(party.Clock.Now - TimeSpan.FromSeconds(1));
        Cosignature.TimeOf(new(Log.Note(300).Text, second.Lines), party.Keys.Witness.Key).ShouldBe(party.Clock.Now);
        second.Lines.ShouldAllBe(line => party.Keys.Witness.Key.Made(line), "the mirror's key must not sign here");
    }

    [Fact]
    public async Task The_same_checkpoint_may_be_cosigned_again()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 5);
        party.Clock.Now += TimeSpan.FromMinutes(1);
        var again = (await party.Ask(Log, 5, 5)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        Cosignature.TimeOf(new(Log.Note(5).Text, again.Lines), party.Keys.Witness.Key).ShouldBe(party.Clock.Now);
    }

    [Fact]
    public async Task An_empty_tree_is_cosigned_with_its_own_root_only()
    {
        await using var party = await Party.Start();
        (await party.Ask(Log, 0, 0)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        var text = $"{TestLog.Origin}\n0\n{Convert.ToBase64String(new byte[32])}\n";
        (await party.Post(new AddCheckpointRequest(0, [], new(text, [Log.Signer.Sign(text)]))).Status()).ShouldBe(422);
        (await party.Post(new AddCheckpointRequest(0, [], new(text, [new TestLog(0, TestLog.Origin, 9).Signer.Sign(text)]))).Status()).ShouldBe(403);
        (await party.Ask(Log, 0, 5)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Fact]
    public async Task An_unknown_origin_is_404()
    {
        await using var party = await Party.Start();
        (await party.Ask(new TestLog(3, "other.example/log"), 0, 3)).ShouldBe(new WitnessAnswer.Refused(System.Net.HttpStatusCode.NotFound));
        (await party.Ask(new TestLog(3, "../../../etc"), 0, 3)).ShouldBe(new WitnessAnswer.Refused(System.Net.HttpStatusCode.NotFound));
        Directory.Exists(Path.Combine(party.Path, "state")).ShouldBeFalse("nothing is written");
    }

    [Fact]
    public async Task Without_a_valid_signature_of_a_trusted_key_it_is_403()
    {
        await using var party = await Party.Start();
        var stranger = new TestLog(5, TestLog.Origin, 9);
        (await party.Ask(stranger, 0, 5)).ShouldBe(new WitnessAnswer.Refused(System.Net.HttpStatusCode.Forbidden));
        var good = Log.Note(5);
        var forged = good.Signatures[0] with { Signature = Log.Note(6).Signatures[0].Signature };
        (await party.Post(Log.Request(0, 5) with { Note = good with { Signatures = [forged] } }).Status()).ShouldBe(403);
        (await party.Post(Log.Request(0, 5) with { Note = good with { Signatures = [good.Signatures[0], forged] } }).Status()).ShouldBe(403, "such a note is malformed per signed-note");
        (await party.Served("witness")).ShouldBeNull();
    }

    [Fact]
    public async Task Signatures_of_unknown_keys_are_ignored_and_not_served()
    {
        await using var party = await Party.Start();
        var note = Log.Note(5);
        (await party.Post(Log.Request(0, 5) with { Note = note with { Signatures = [new TestLog(0, TestLog.Origin, 9).Signer.Sign(note.Text), note.Signatures[0], note.Signatures[0]] } }).Status()).ShouldBe(200);
        var served = (await party.Served("witness"))!;
        served.Signatures.Count.ShouldBe(2);
        (served.IsSignedBy(Log.Signer.Key), Cosignature.TimeOf(served, party.Keys.Witness.Key)).ShouldBe((true, party.Clock.Now));
    }

    [Fact]
    public async Task A_log_may_have_two_keys_while_it_changes_them()
    {
        var next = new TestLog(600, TestLog.Origin, 9);
        await using var party = await Party.Start(null, Log.Signer.Key, next.Signer.Key);
        (await party.Ask(Log, 0, 5)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        (await party.Ask(next, 5, 9)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Theory]
    [InlineData(""), InlineData("old 0\n\n"), InlineData("old 0"), InlineData("old x\n\n@"), InlineData("old 01\n\n@"), InlineData("old 0\nAAAA\n\n@"), InlineData("old 0\n\nno note\n"), InlineData("old 0\n@"), InlineData("old -1\n\n@")]
    public async Task A_malformed_request_is_400(string body)
    {
        await using var party = await Party.Start();
        (await party.Post("add-checkpoint", Encoding.UTF8.GetBytes(body.Replace("@", Log.Note(5).ToString(), StringComparison.Ordinal))).Status()).ShouldBe(400);
    }

    [Fact]
    public async Task A_text_that_is_no_checkpoint_is_400()
    {
        await using var party = await Party.Start();
        foreach (var text in new[] { "x\n", $"{TestLog.Origin}\n5\nAAAA\n", $"{TestLog.Origin}\n05\n{Convert.ToBase64String(new byte[32])}\n", $"{TestLog.Origin}\n0\nAAAA\n", $"{TestLog.Origin}\n0\n{new string('!', 44)}\n\nx\n" })
            (await party.Post(new AddCheckpointRequest(0, [], new(text, [Log.Signer.Sign(text)]))).Status()).ShouldBe(400, text);
    }

    [Fact]
    public async Task An_old_size_above_the_checkpoints_is_400()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 300);
        (await party.Post(new AddCheckpointRequest(300, [], Log.Note(5))).Status()).ShouldBe(400);
    }

    [Fact]
    public async Task Another_old_size_is_409_with_the_size_and_its_content_type()
    {
        await using var party = await Party.Start();
        (await party.Ask(Log, 3, 5)).ShouldBe(new WitnessAnswer.Conflict(0));
        await party.Ask(Log, 0, 300);
        var response = await party.Post(Log.Request(5, 400));
        ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsStringAsync()).ShouldBe((409, "text/x.tlog.size", "300\n"));
        (await party.Ask(Log, 0, 400)).ShouldBe(new WitnessAnswer.Conflict(300), "the old size of who does not know");
        (await party.Ask(Log, 300, 400)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }

    [Fact]
    public async Task A_proof_that_does_not_verify_is_422()
    {
        await using var party = await Party.Start();
        (await party.Post(Log.Request(0, 5) with { Proof = [new byte[32]] }).Status()).ShouldBe(422, "a proof from the empty tree");
        await party.Ask(Log, 0, 300);
        var good = Log.Request(300, 400);
        foreach (var proof in new IReadOnlyList<byte[]>[] { [], [.. good.Proof.Skip(1)], [.. good.Proof, new byte[32]], [new byte[32], .. good.Proof.Skip(1)], Log.Proof(299, 400), Log.Proof(300, 401) })
            (await party.Post(good with { Proof = proof }).Status()).ShouldBe(422);
        (await party.Post(new AddCheckpointRequest(300, [new byte[32]], Log.Note(300))).Status()).ShouldBe(422, "the same tree needs no proof");
        (await party.Post(good).Status()).ShouldBe(200);
    }

    [Fact]
    public async Task A_log_that_rewrites_history_with_its_own_key_is_422_and_its_word_is_kept()
    {
        await using var party = await Party.Start();
        await party.Ask(Log, 0, 300);
        var rewritten = Log.Branch(200, 600, " rewritten");
        (await party.Ask(rewritten, 300, 300)).ShouldBe(new WitnessAnswer.Refused(System.Net.HttpStatusCode.UnprocessableEntity), "the same size with another root");
        (await party.Ask(rewritten, 300, 600)).ShouldBe(new WitnessAnswer.Refused(System.Net.HttpStatusCode.UnprocessableEntity));
        var evidence = Directory.GetFiles(Path.Combine(party.Path, "state", Party.HashOf(), "evidence"));
        evidence.Length.ShouldBe(2);
        evidence.ShouldAllBe(file => SignedNote.Parse(File.ReadAllBytes(file)).IsSignedBy(Log.Signer.Key));
        (await party.Served("witness"))!.Text.ShouldBe(Log.Note(300).Text);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_413_and_one_that_never_ends_408()
    {
        await using var party = await Party.Start(new() { CheckpointTime = TimeSpan.FromSeconds(1) });
        (await party.Post("add-checkpoint", new byte[AddCheckpointRequest.MaxLength + 1]).Status()).ShouldBe(413);
        using var slow = new TcpClient("127.0.0.1", party.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 100\r\n\r\nold 0\n"));
        (await new StreamReader(slow.GetStream()).ReadLineAsync())!.ShouldStartWith("HTTP/1.1 408");
    }

    [Fact]
    public async Task A_refusal_says_why_in_Thai_and_in_English()
    {
        await using var party = await Party.Start();
        (await party.Post("add-checkpoint", []).Text()).ShouldBe("คำขอไม่เป็นไปตามรูปแบบ\nThe request is malformed.\n");
    }

    [Fact]
    public async Task The_last_checkpoint_is_served_and_404_before_there_is_one()
    {
        await using var party = await Party.Start();
        (await party.Get($"/witness/{Party.HashOf()}/checkpoint").Status()).ShouldBe(404);
        await party.Ask(Log, 0, 300);
        var response = await party.Get($"/witness/{Party.HashOf()}/checkpoint");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(File.ReadAllBytes(party.State));
        (await party.Get("/health/live").Text(), await party.Get("/health/ready").Text()).ShouldBe(("live\n", "ready\n"));
    }

    [Fact]
    public async Task A_time_never_runs_backwards_and_a_clock_far_behind_signs_nothing()
    {
        await using var party = await Party.Start();
        var first = party.Clock.Now;
        await party.Ask(Log, 0, 5);
        party.Clock.Now = first - TimeSpan.FromSeconds(30);
        await party.Restart();
        var next = (await party.Ask(Log, 5, 6)).ShouldBeOfType<WitnessAnswer.Cosigned>();
        Cosignature.TimeOf(new(Log.Note(6).Text, next.Lines), party.Keys.Witness.Key).ShouldBe(first);
        party.Clock.Now = first - TimeSpan.FromHours(1);
        (await party.Ask(Log, 6, 7)).ShouldBe(new WitnessAnswer.Refused(System.Net.HttpStatusCode.ServiceUnavailable));
        party.Clock.Now = first + TimeSpan.FromHours(1);
        (await party.Ask(Log, 6, 7)).ShouldBeOfType<WitnessAnswer.Cosigned>();
    }
}
