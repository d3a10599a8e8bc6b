using System.Collections.Concurrent;
using System.Text;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Witnessing;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>What a witness and a mirror are asked: its bytes, and the proof of a bundle against the definition of the draft that tlog-mirror names.</summary>
public sealed class WitnessingSpec
{
    private const int Largest = 1300;
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Largest).Select(i => MerkleTree.LeafHash(BitConverter.GetBytes(i)))];
    private static readonly ConcurrentDictionary<(int, int), byte[]> Known = [];

    // C2SP tlog-witness, "Example request body", with its one ML-DSA-free signature.
    private const string Example = "old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\njrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n\n"
        + "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

    [Fact]
    public void A_bundles_proof_is_the_subtree_consistency_proof_of_the_draft()
    {
        foreach (var size in new[] { 1, 2, 255, 256, 257, 300, 512, 513, 767, 768, 769, 1024, 1025, 1300 })
        {
            for (var index = 0; index * 256 < size; index++)
            {
                var (start, end) = (index * 256, Math.Min((index + 1) * 256, size));
                var proof = BundleProof.Of(index, size, Complete);
                proof.ShouldBe(SubProof(start, end, 0, size, true), $"[{start}, {end}) of {size}");
                BundleProof.Holds(Mth(start, end), index, size, proof, Mth(0, size)).ShouldBeTrue();
                BundleProof.Holds(Mth(start, end), index + 1, size, proof, Mth(0, size)).ShouldBeFalse("another bundle");
                BundleProof.Holds(Leaves[0], index, size, proof, Mth(0, size)).ShouldBe(size == 1, "other entries");
                BundleProof.Holds(Mth(start, end), index, size, [.. proof, Leaves[0]], Mth(0, size)).ShouldBeFalse("one hash more");
                if (proof.Count > 0) BundleProof.Holds(Mth(start, end), index, size, [.. proof.Skip(1)], Mth(0, size)).ShouldBeFalse("one hash less");
            }
        }
    }

    [Fact]
    public void The_example_of_the_specification_is_read_and_written_again()
    {
        var request = AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes(Example));
        (request.Old, request.Proof.Count, Checkpoint.Parse(request.Note.Text).Size).ShouldBe((20_852_014, 4, 20_852_163));
        Encoding.UTF8.GetString(request.ToBytes()).ShouldBe(Example);
    }

    [Theory]
    [InlineData(""), InlineData("old 0"), InlineData("old 0\n"), InlineData("old 00\n\n"), InlineData("old -1\n\n"), InlineData("old 01\n\n"), InlineData("Old 1\n\n"), InlineData("old  1\n\n"), InlineData("old 1 \n\n"), InlineData("old 1\r\n\n")]
    [InlineData("old 9223372036854775808\n\n"), InlineData("old 1\nAAAA\n\n"), InlineData("old 1\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw\n\n"), InlineData("old 1\n PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\n"), InlineData("1\n\n"), InlineData("\n\n")]
    public void What_is_no_request_is_refused(string head) =>
        Should.Throw<LogFormatException>(() => AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes(head + Example[(Example.IndexOf("\n\n", StringComparison.Ordinal) + 2)..])))
            .Code.ShouldBeOneOf(LogCodes.RequestFormat, LogCodes.NoteFormat);

    [Fact]
    public void A_proof_of_64_hashes_is_refused()
    {
        var request = AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes(Example));
        AddCheckpointRequest.Parse((request with { Proof = Leaves[..63] }).ToBytes()).Proof.Count.ShouldBe(63);
        Should.Throw<LogFormatException>(() => AddCheckpointRequest.Parse((request with { Proof = Leaves[..64] }).ToBytes())).Code.ShouldBe(LogCodes.RequestFormat);
    }

    [Fact]
    public void The_packages_of_an_upload_are_aligned_at_multiples_of_256()
    {
        IEnumerable<(long, long)> Of(long start, long end) => new AddEntriesHeader("o", start, end, default).Packages;
        Of(0, 0).ShouldBeEmpty();
        Of(300, 300).ShouldBeEmpty();
        Of(0, 1).ShouldBe([(0, 1)]);
        Of(0, 256).ShouldBe([(0, 256)]);
        Of(255, 257).ShouldBe([(255, 256), (256, 257)]);
        Of(300, 1000).ShouldBe([(300, 512), (512, 768), (768, 1000)]);
        Of(long.MaxValue - 1, long.MaxValue).ShouldBe([(long.MaxValue - 1, long.MaxValue)]);
    }

    [Fact]
    public void A_header_behind_its_end_or_beyond_63_bits_is_refused()
    {
        AddEntriesHeader.Of("o"u8, 5, 5, default).ShouldBe(new("o", 5, 5, default));
        foreach (var (start, end) in new[] { (6UL, 5UL), (0UL, 1UL << 63), (ulong.MaxValue, ulong.MaxValue) })
            Should.Throw<LogFormatException>(() => AddEntriesHeader.Of("o"u8, start, end, default)).Code.ShouldBe(LogCodes.RequestFormat);
        Should.Throw<LogFormatException>(() => AddEntriesHeader.Of([0xC3, 0x28], 0, 1, default)).Code.ShouldBe(LogCodes.RequestFormat);
    }

    [Fact]
    public void Where_a_mirror_stands_is_three_lines()
    {
        var info = MirrorInfo.Parse("300\n256\nAAE=\n"u8);
        (info.Size, info.Next, Convert.ToHexString(info.Ticket.Span), Encoding.UTF8.GetString(info.ToBytes())).ShouldBe((300, 256, "0001", "300\n256\nAAE=\n"));
        MirrorInfo.Parse("0\n0\n\n"u8).Ticket.Length.ShouldBe(0);
        foreach (var wrong in new[] { "", "1\n2\n", "1\n2\n\n\n", "1\n2\nA\n", "01\n2\n\n", "1\n-2\n\n", "1\n2\n" + "AA==" })
            Should.Throw<LogFormatException>(() => MirrorInfo.Parse(Encoding.UTF8.GetBytes(wrong))).Code.ShouldBe(LogCodes.RequestFormat);
    }

    private static byte[] Complete(int level, long index) => Mth((int)(index << level), (int)((index + 1) << level));

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }

    private static byte[] Mth(int start, int end) => Known.GetOrAdd((start, end), range => range switch
    {
        (var s, var e) when e - s == 1 => Leaves[s],
        (var s, var e) => System.Security.Cryptography.SHA256.HashData([1, .. Mth(s, s + Split(e - s)), .. Mth(s + Split(e - s), e)]),
    });

    // SUBTREE_SUBPROOF(start, end, D[from:to], b), as the draft writes it; start and end are of the whole tree.
    private static byte[][] SubProof(int start, int end, int from, int to, bool b)
    {
        if (start == from && end == to) return b ? [] : [Mth(from, to)];
        var k = from + Split(to - from);
        return end <= k ? [.. SubProof(start, end, from, k, b), Mth(k, to)]
            : k <= start ? [.. SubProof(start, end, k, to, b), Mth(from, k)]
            : [.. SubProof(k, end, k, to, false), Mth(from, k)];
    }
}
