using System.Text;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>Policies (C2SP tlog-policy) and proofs (C2SP tlog-proof) with a log of 7 leaves and a witness for each of three parties.</summary>
public sealed class TlogProofSpec
{
    private const int Size = 7, Index = 4;

    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Size).Select(i => MerkleTree.LeafHash([(byte)i]))];
    private static readonly NoteSigner Log = new("log.example/1", NoteKeyType.Ed25519, Seed(1));
    private static readonly NoteSigner[] Witnesses = [.. Enumerable.Range(2, 3).Select(i => new NoteSigner($"w{i}.example", NoteKeyType.Cosignature, Seed((byte)i)))];
    private static readonly DateTimeOffset Moment = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
    private static readonly Checkpoint Head = HeadOf(Size);
    private static readonly IReadOnlyList<byte[]> Path = InclusionProof.Of(Index, Size, Subtree);

    private static readonly string Known = $"log {Log.Key} https://log.example/1/\n" + string.Concat(Witnesses.Select((w, i) => $"witness W{i} {w.Key}\n"));
    private static readonly TlogPolicy TwoOfThree = TlogPolicy.Parse($"# three originals\n{Known}\n\tgroup parties 2 W0 W1  W2 \nquorum parties\n");

    private static byte[] Seed(byte fill) => [.. Enumerable.Repeat(fill, 32)];

    private static byte[] Subtree(int level, long index)
    {
        var frontier = new Frontier();
        foreach (var leaf in Leaves.Skip((int)(index << level)).Take(1 << level)) frontier.Append(leaf);
        return frontier.Root;
    }

    private static Checkpoint HeadOf(int size, string origin = "log.example/1") => new(origin, size, MerkleTree.Root(size, Subtree));

    private static TlogProof Proof(params int?[] seconds) => new(Index, Path, new(Head.Text,
        [Log.Sign(Head.Text), .. seconds.Index().Where(s => s.Item is not null).Select(s => Cosignature.Make(Witnesses[s.Index], Head.Text, Moment.AddSeconds(s.Item!.Value)))]));

    private static string CodeOf(Action act) => Should.Throw<LogFormatException>(act).Code;

    private static string Refused(TlogProof proof, TlogPolicy? policy = null) => CodeOf(() => proof.Verify(Leaves[Index], policy ?? TwoOfThree, Moment));

    [Fact]
    public void A_proof_shows_that_the_entry_is_there_and_since_when_at_the_latest()
    {
        var read = TlogProof.Parse(Encoding.UTF8.GetBytes((Proof(-9, -20, -1) with { Extra = new byte[] { 1, 2 } }).ToString()));
        var shown = read.Verify(Leaves[Index], TwoOfThree, Moment);
        shown.Checkpoint.ShouldBe(Head);
        // The second smallest of three: one liar cannot move it earlier.
        shown.ProvenAt.ShouldBe(Moment.AddSeconds(-9));
        read.Extra!.Value.ToArray().ShouldBe([1, 2]);
        Proof(-9, -20).Verify(Leaves[Index], TwoOfThree, Moment).ProvenAt.ShouldBe(Moment.AddSeconds(-9));
    }

    [Fact]
    public void Too_few_a_wrong_one_or_one_from_the_future_are_refused_by_name()
    {
        Refused(Proof(-9)).ShouldBe(LogCodes.QuorumNotMet);
        Refused(Proof()).ShouldBe(LogCodes.QuorumNotMet);
        Refused(Proof(61, 61, -1)).ShouldBe(LogCodes.CosignatureFuture);
        Proof(60, 61, -1).Verify(Leaves[Index], TwoOfThree, Moment).ProvenAt.ShouldBe(Moment.AddSeconds(60));
        // The same witness twice is one witness.
        var twice = Proof(-9);
        Refused(twice with { Note = twice.Note with { Signatures = [.. twice.Note.Signatures, Cosignature.Make(Witnesses[0], Head.Text, Moment)] } }).ShouldBe(LogCodes.QuorumNotMet);
        // A wrong cosignature of a known witness refuses the note even where the others are enough.
        var wrong = Cosignature.Make(Witnesses[2], HeadOf(6).Text, Moment);
        Refused(Proof(-9, -8) with { Note = new(Head.Text, [.. Proof(-9, -8).Note.Signatures, wrong]) }).ShouldBe(LogCodes.NoteSignature);
    }

    [Fact]
    public void A_proof_of_something_else_is_refused_by_name()
    {
        Refused(Proof(0, 0) with { Index = 3 }).ShouldBe(LogCodes.ProofInclusion);
        Refused(Proof(0, 0) with { Index = Size }).ShouldBe(LogCodes.ProofInclusion);
        Refused(Proof(0, 0) with { Path = [.. Path, Leaves[0]] }).ShouldBe(LogCodes.ProofInclusion);
        Refused(Proof(0, 0) with { Path = [.. Path.Skip(1)] }).ShouldBe(LogCodes.ProofInclusion);
        CodeOf(() => Proof(0, 0).Verify(Leaves[0], TwoOfThree, Moment)).ShouldBe(LogCodes.ProofInclusion);
        // Another size, another origin, an unknown key: signed by that key, all in order otherwise.
        Refused(Signed(HeadOf(6), Log)).ShouldBe(LogCodes.ProofInclusion);
        Refused(Signed(HeadOf(Size, "log.example/2"), Log)).ShouldBe(LogCodes.CheckpointUnknownLog);
        Refused(Signed(Head, new NoteSigner("log.example/1", NoteKeyType.Ed25519, Seed(9)))).ShouldBe(LogCodes.CheckpointUnknownLog);
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2"), InlineData("index 4", "index 04"), InlineData("index 4", "index -4"), InlineData("index 4", "Index 4"), InlineData("index 4", "extra !\nindex 4")]
    [InlineData("index 4", "extra AQ==\nextra AQ==\nindex 4"), InlineData("index 4\n", "index 4\nAQ==\n"), InlineData("index 4", "index 99999999999999999999"), InlineData("index 4\n", "")]
    public void What_is_no_proof_is_refused(string old, string changed) =>
        CodeOf(() => TlogProof.Parse(Encoding.UTF8.GetBytes(Proof(0, 0).ToString().Replace(old, changed, StringComparison.Ordinal)))).ShouldBe(LogCodes.ProofFormat);

    [Fact]
    public void Any_changed_byte_of_a_proof_is_refused_or_means_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes(Proof(-2, -1, 0).ToString());
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 1;
            try
            {
                // Only a name or id may change unseen: that witness is then unknown, and the other two are enough.
                TlogProof.Parse(changed).Verify(Leaves[Index], TwoOfThree, Moment).Checkpoint.ShouldBe(Head);
            }
            catch (LogFormatException) { }
        }
    }

    [Fact]
    public void A_quorum_may_be_of_groups_or_none()
    {
        TlogPolicy.Parse($"{Known}group a any W0 W1\ngroup all all a W2\nquorum all").ProvenTime(Proof(-9, -3, -5).Note).ShouldBe(Moment.AddSeconds(-5));
        TlogPolicy.Parse($"{Known}group all all W0 W1 W2\nquorum all").ProvenTime(Proof(-9, -3, -5).Note).ShouldBe(Moment.AddSeconds(-3));
        Refused(Proof(-9, -3), TlogPolicy.Parse($"{Known}group all all W0 W1 W2\nquorum all")).ShouldBe(LogCodes.QuorumNotMet);
        Proof().Verify(Leaves[Index], TlogPolicy.Parse($"{Known}quorum none"), Moment).ProvenAt.ShouldBeNull();
        TwoOfThree.Logs.Single().Address.ShouldBe(new Uri("https://log.example/1/"));
    }

    [Theory]
    [InlineData(""), InlineData("quorum W0\nquorum W0"), InlineData("quorum X"), InlineData("group g 0 W0\nquorum g"), InlineData("group g 2 W0\nquorum g"), InlineData("group g any\nquorum g")]
    [InlineData("group g any W0 W0\nquorum g"), InlineData("group W0 any W1\nquorum W0"), InlineData("group g any none\nquorum g"), InlineData("group none any W0\nquorum none"), InlineData("quorum g\ngroup g any W0")]
    [InlineData("group g any W0\ngroup h any W0\nquorum h"), InlineData("group g any g\nquorum g"), InlineData("quorum W0\r"), InlineData("other\nquorum W0"), InlineData("quorum")]
    public void What_is_no_policy_is_refused(string lines) => CodeOf(() => TlogPolicy.Parse(Known + lines)).ShouldBe(LogCodes.PolicyFormat);

    [Fact]
    public void The_same_key_under_another_name_is_no_second_witness()
    {
        var again = new NoteSigner("other.example", NoteKeyType.Cosignature, Seed(2));
        CodeOf(() => TlogPolicy.Parse($"{Known}witness W9 {again.Key}\nquorum W0")).ShouldBe(LogCodes.PolicyFormat);
        CodeOf(() => TlogPolicy.Parse($"{Known}witness W9 {Log.Key}\nquorum W0")).ShouldBe(LogCodes.PolicyFormat);
    }

    private static TlogProof Signed(Checkpoint head, NoteSigner log) =>
        new(Index, Path, new(head.Text, [log.Sign(head.Text), .. Witnesses.Select(w => Cosignature.Make(w, head.Text, Moment))]));
}
