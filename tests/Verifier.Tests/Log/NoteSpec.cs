using System.Text;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>Signed notes, checkpoints and cosignatures, with the examples of the C2SP pages.</summary>
public sealed class NoteSpec
{
    // C2SP signed-note, "Example", and C2SP tlog-checkpoint.
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private const string Example = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private const string Head = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private static readonly NoteSigner Log = new("log.example/1", NoteKeyType.Ed25519, Seed(1));
    private static readonly NoteSigner Witness = new("witness.example/w", NoteKeyType.Cosignature, Seed(2));
    private static readonly DateTimeOffset Moment = DateTimeOffset.FromUnixTimeSeconds(1_679_315_147);

    private static byte[] Seed(byte fill) => [.. Enumerable.Repeat(fill, 32)];

    private static SignedNote Parse(string note) => SignedNote.Parse(Encoding.UTF8.GetBytes(note));

    private static string CodeOf(Action act) => Should.Throw<LogFormatException>(act).Code;

    [Fact]
    public void The_example_of_the_specification_verifies()
    {
        var note = Parse(Example);
        note.Text.ShouldBe("This is an example message.\n");
        note.IsSignedBy(VerifierKey.Parse(ExampleKey)).ShouldBeTrue();
        note.ToString().ShouldBe(Example);
        VerifierKey.Parse(ExampleKey).ToString().ShouldBe(ExampleKey);
    }

    [Fact]
    public void A_changed_text_refuses_the_note_and_an_unknown_key_is_ignored()
    {
        CodeOf(() => Parse(Example.Replace("This is", "That is", StringComparison.Ordinal)).IsSignedBy(VerifierKey.Parse(ExampleKey))).ShouldBe(LogCodes.NoteSignature);
        Parse(Example).IsSignedBy(Log.Key).ShouldBeFalse();
    }

    [Theory]
    [InlineData(""), InlineData("text\n"), InlineData("text\n\n"), InlineData("text\n\n— a AAAAAAA="), InlineData("text\n\n- a AAAAAAA=\n"), InlineData("text\n\n— a  AAAAAAA=\n")]
    [InlineData("text\n\n— a+b AAAAAAA=\n"), InlineData("text\n\n— a AAAAAA==\n"), InlineData("text\n\n— a AAAAAAA\n"), InlineData("text\t\n\n— a AAAAAAA=\n"), InlineData("text\r\n\n— a AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAAB=\n"), InlineData("text\n\n— a AAAA AAA=\n"), InlineData("text\n\n— a\u00a0b AAAAAAA=\n"), InlineData("text\n\n— a AAAAAAA=\n\n")]
    public void What_is_no_note_is_refused(string note) => CodeOf(() => Parse(note)).ShouldBe(LogCodes.NoteFormat);

    [Fact]
    public void A_text_may_have_empty_lines_and_a_note_many_signatures()
    {
        var text = "a\n\nb\n";
        var note = new SignedNote(text, [.. Enumerable.Repeat(Log.Sign(text), SignedNote.MaxSignatures)]);
        Parse(note.ToString()).Text.ShouldBe(text);
        Parse(note.ToString()).IsSignedBy(Log.Key).ShouldBeTrue();
        CodeOf(() => Parse(note.ToString() + note.Signatures[0])).ShouldBe(LogCodes.NoteFormat);
        CodeOf(() => SignedNote.Parse([0xC3, 0x28, .. Encoding.UTF8.GetBytes(note.ToString())])).ShouldBe(LogCodes.NoteFormat);
    }

    [Theory]
    [InlineData(""), InlineData("a"), InlineData("a+b"), InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"), InlineData("example.com/fo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"), InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==")]
    public void What_is_no_vkey_is_refused(string vkey) => CodeOf(() => VerifierKey.Parse(vkey)).ShouldBe(LogCodes.KeyFormat);

    [Fact]
    public void A_checkpoint_is_its_three_lines()
    {
        var checkpoint = Checkpoint.Parse(Head);
        (checkpoint.Origin, checkpoint.Size, checkpoint.Text).ShouldBe(("example.com/behind-the-sofa", 20_852_163, Head));
        Checkpoint.Parse(Head + "an extension\n").ShouldBe(checkpoint);
        new Checkpoint("o", 0, MerkleTree.EmptyRoot).SignedBy(Log).IsSignedBy(Log.Key).ShouldBeTrue();
    }

    [Theory]
    [InlineData(""), InlineData("o\n1\n"), InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"), InlineData("o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"), InlineData("o\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"), InlineData("o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n")]
    [InlineData("o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"), InlineData("o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="), InlineData("o\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    public void What_is_no_checkpoint_is_refused(string text) => CodeOf(() => Checkpoint.Parse(text)).ShouldBe(LogCodes.CheckpointFormat);

    [Fact]
    public void A_cosignature_says_when_and_covers_its_time_and_the_whole_text()
    {
        var cosigned = new SignedNote(Head, [Log.Sign(Head), Cosignature.Make(Witness, Head, Moment)]);
        Cosignature.TimeOf(Parse(cosigned.ToString()), Witness.Key).ShouldBe(Moment);
        Cosignature.TimeOf(new(Head, [Log.Sign(Head)]), Witness.Key).ShouldBeNull();
        CodeOf(() => Cosignature.TimeOf(cosigned with { Text = Head + "more\n" }, Witness.Key)).ShouldBe(LogCodes.NoteSignature);
        var line = cosigned.Signatures[1];
        foreach (var at in new[] { 7, 8, line.Signature.Length - 1 })
        {
            var bytes = line.Signature.ToArray();
            bytes[at] ^= 1;
            CodeOf(() => Cosignature.TimeOf(new(Head, [line with { Signature = bytes }]), Witness.Key)).ShouldBe(LogCodes.NoteSignature);
        }
        CodeOf(() => Cosignature.TimeOf(new(Head, [line with { Signature = line.Signature[..8] }]), Witness.Key)).ShouldBe(LogCodes.NoteSignature);
    }

    [Fact]
    public void The_same_key_as_log_and_as_cosigner_has_two_ids() =>
        new NoteSigner("n", NoteKeyType.Ed25519, Seed(1)).Key.Id.ToArray().ShouldNotBe(new NoteSigner("n", NoteKeyType.Cosignature, Seed(1)).Key.Id.ToArray());
}
