using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests;

public class BitstringListTests
{
    public static TheoryData<IndexEntry> Lists => [.. VectorFiles.Index(VectorFiles.StatusBitstring)];

    // The example of W3C Bitstring Status List v1.0, section 2.2: 16 kB of zeros.
    [Fact]
    public void Reads_the_specification_s_list()
    {
        var list = BitstringList.Decode("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA")!;
        list.Length.ShouldBe(131_072);
        Enumerable.Range(0, 131_072).ShouldNotContain(i => list[i]);
    }

    [Fact]
    public void The_first_place_is_the_left_most_bit_here_and_the_right_most_in_the_token_status_list()
    {
        var list = new StatusList(BitstringList.MinimumEntries, 1);
        (list[0], list[9]) = (StatusValue.Invalid, StatusValue.Invalid);
        Compressed.FromZlib(list.Compress())![..2].ShouldBe([0b0000_0001, 0b0000_0010]);
        Compressed.FromGzip(System.Buffers.Text.Base64Url.DecodeFromChars(BitstringList.Of(list, StatusPurpose.Revocation).Encode().AsSpan(1)))![..2].ShouldBe([0b1000_0000, 0b0100_0000]);
    }

    [Fact]
    public void Both_lists_together_say_what_the_token_status_list_says()
    {
        var (all, random) = (new StatusList(BitstringList.MinimumEntries), new Random(5));
        for (var i = 0; i < all.Capacity; i++) all[i] = (StatusValue)random.Next(3);
        var (revoked, suspended) = (Again(StatusPurpose.Revocation), Again(StatusPurpose.Suspension));
        for (var i = 0; i < all.Capacity; i++) (revoked[i], suspended[i]).ShouldBe((all[i] is StatusValue.Invalid, all[i] is StatusValue.Suspended));
        BitstringList Again(StatusPurpose purpose) => BitstringList.Decode(BitstringList.Of(all, purpose).Encode())!;
    }

    [Fact]
    public void No_beginning_of_compressed_data_is_read()
    {
        var list = Sample.List();
        var (zlib, gzip) = (list.Compress(), Compressed.ToGzip(Compressed.FromZlib(list.Compress())));
        Compressed.FromGzip(gzip).ShouldNotBeNull();
        for (var length = 0; length < zlib.Length; length++) Compressed.FromZlib(zlib[..length]).ShouldBeNull($"{length}");
        for (var length = 0; length < gzip.Length; length++) Compressed.FromGzip(gzip[..length]).ShouldBeNull($"{length}");
        Compressed.FromZlib([.. zlib, 0]).ShouldBeNull();
        Compressed.FromGzip([.. gzip, 0]).ShouldBeNull();
    }

    [Fact]
    public void A_list_in_which_nobody_could_hide_is_not_made() =>
        Should.Throw<ArgumentOutOfRangeException>(() => BitstringList.Of(new StatusList(1000), StatusPurpose.Revocation));

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_pair_of_lists_is_judged_as_its_index_says(IndexEntry entry)
    {
        var verdict = Verify.Document(File.ReadAllBytes(VectorFiles.Credential + "/good/ecdsa.xml"), TrustList.Parse(File.ReadAllBytes(VectorFiles.Credential + "/" + entry.Trust)),
            File.ReadAllBytes(VectorFiles.StatusBitstring + "/" + entry.File), entry.At);
        (verdict.Overall.ToString().ToLowerInvariant(), verdict.Checks[^1].Code).ShouldBe((entry.Overall, entry.Code));
    }

    [Fact]
    public void Every_vector_has_a_file_and_every_file_a_vector()
    {
        VectorFiles.Index(VectorFiles.StatusBitstring).Select(e => e.File).ShouldBe(BitstringVectors.All.Select(v => v.File));
        VectorFiles.On(VectorFiles.StatusBitstring, "*.jwts").ShouldBe(BitstringVectors.All.Select(v => v.File), ignoreOrder: true);
    }

    [Fact]
    public void No_single_changed_byte_of_a_pair_is_good()
    {
        var (pair, trust) = (File.ReadAllBytes(VectorFiles.StatusBitstring + "/good/body-a.jwts"), Sample.Trust());
        Parallel.For(0, pair.Length, at =>
        {
            byte[] bytes = [.. pair];
            bytes[at] ^= (byte)(1 << (at % 7));
            StatusCheck.Run(Sample.Content(TestKeys.BodyA), bytes, trust, Sample.At, Sample.At).Result.ShouldBe(CheckResult.Unknown, $"byte {at}");
        });
    }
}
