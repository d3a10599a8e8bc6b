using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests;

public class StatusListTests
{
    // The two examples of draft-ietf-oauth-status-list, section 4.1 and 4.2.
    [Fact]
    public void Reads_the_draft_s_list_of_one_bit() =>
        Values(StatusList.Decompress(Base64Url.DecodeFromChars("eNrbuRgAAhcBXQ"), 1)!).ShouldBe([1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);

    [Fact]
    public void Reads_the_draft_s_list_of_two_bits() =>
        Values(StatusList.Decompress(Base64Url.DecodeFromChars("eNo76fITAAPfAgc"), 2)!).ShouldBe([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]);

    // The long examples of its appendix on test vectors, of 2^20 entries: the places and values that it names, and the SHA-256 of what its lst decompresses to.
    [Theory]
    [InlineData(1, "f2529d5d7b48665f8be86037b271b92a9cc7690a42688193d3c97baf2a1e4794", "0:1 1993:1 25460:1 159495:1 495669:1 554353:1 645645:1 723232:1 854545:1 934534:1 1000345:1")]
    [InlineData(2, "89014d93753a4996780da9354a6ac298c4e4c571b9d7ef344c2aefdd494d898c", "0:1 1993:2 25460:1 159495:3 495669:1 554353:1 645645:2 723232:1 854545:1 934534:2 1000345:3")]
    [InlineData(4, "7624b511c7462ca2e77514c416b5528b043d4333b5e0741494a4e21009241edb",
        "0:1 1993:2 35460:3 459495:4 595669:5 754353:6 845645:7 923232:8 924445:9 934534:10 1004534:11 1000345:12 1030203:13 1030204:14 1030205:15")]
    public void Packs_the_draft_s_long_lists(int bits, string sha256, string entries)
    {
        var list = new StatusList(1 << 20, bits);
        foreach (var entry in entries.Split(' ').Select(e => e.Split(':').Select(int.Parse).ToArray())) list[entry[0]] = (StatusValue)entry[1];
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Compressed.FromZlib(list.Compress())!)).ShouldBe(sha256);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Keeps_every_place_apart(int bits)
    {
        var list = new StatusList(1000, bits);
        for (var i = 0; i < 1000; i++) list[i] = (StatusValue)(i * 7 % (1 << bits));
        var read = StatusList.Decompress(list.Compress(), bits)!;
        for (var i = 0; i < 1000; i++) read[i].ShouldBe((StatusValue)(i * 7 % (1 << bits)));
        list[13] = StatusValue.Valid;
        list[13].ShouldBe(StatusValue.Valid);
        list[12].ShouldBe((StatusValue)(12 * 7 % (1 << bits)));
    }

    [Fact]
    public void Refuses_places_widths_and_values_that_do_not_exist()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new StatusList(10, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => new StatusList(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new StatusList(long.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => new StatusList(8)[8]);
        Should.Throw<ArgumentOutOfRangeException>(() => new StatusList(8)[-1]);
        Should.Throw<ArgumentOutOfRangeException>(() => new StatusList(8, 1)[0] = StatusValue.Suspended);
    }

    [Theory]
    [InlineData("body-a", "ES256")]
    [InlineData("body-b", "PS256")]
    public void A_token_says_what_the_draft_asks(string body, string algorithm)
    {
        var (key, list) = body == "body-a" ? (TestKeys.BodyA, Sample.ListA) : (TestKeys.BodyB, Sample.ListB);
        var parts = Encoding.ASCII.GetString(Sample.Token(key, list)).Split('.');
        var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        header.GetProperty("alg").GetString().ShouldBe(algorithm);
        header.GetProperty("typ").GetString().ShouldBe("statuslist+jwt");
        header.GetProperty("kid").GetString().ShouldBe(key.Id);
        header.GetProperty("x5c").GetArrayLength().ShouldBe(1 + key.Above.Length);
        var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        payload.GetProperty("sub").GetString().ShouldBe(list.AbsoluteUri);
        payload.GetProperty("iat").GetInt64().ShouldBe(Sample.At.AddHours(-2).ToUnixTimeSeconds());
        payload.GetProperty("exp").GetInt64().ShouldBe(Sample.At.AddDays(1).ToUnixTimeSeconds());
        payload.GetProperty("ttl").GetInt64().ShouldBe(12 * 3600);
        payload.GetProperty("status_list").GetProperty("bits").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void Without_a_list_the_answer_is_undetermined() => Judge(null, Sample.At).ShouldBe((Overall.Undetermined, Codes.StatusMissing));

    [Fact]
    public void A_list_that_the_trust_list_does_not_name_is_not_believed()
    {
        var trust = Sample.Trust();
        var without = new TrustList(false, trust.Roots, [.. trust.Issuers.Select(i => i with { StatusLists = [] })]);
        Judge(Sample.Token(TestKeys.BodyA, Sample.ListA), Sample.At, without).ShouldBe((Overall.Undetermined, Codes.StatusListNotTrusted));
    }

    [Theory]
    [InlineData(-60 - 7200, Overall.Valid, Codes.StatusGood)]
    [InlineData(-61 - 7200, Overall.Undetermined, Codes.StatusLaterThanAsked)]
    [InlineData(86399, Overall.Valid, Codes.StatusGood)]
    [InlineData(86400, Overall.Undetermined, Codes.StatusStale)]
    public void A_list_speaks_from_iat_up_to_exp_with_a_minute_for_clocks(int seconds, Overall overall, string code) =>
        Judge(Sample.Token(TestKeys.BodyA, Sample.ListA), Sample.At.AddSeconds(seconds)).ShouldBe((overall, code));

    [Fact]
    public void A_token_that_ends_before_it_begins_is_not_signed()
    {
        var (list, key) = (new StatusList(8), TestKeys.BodyA.Issuer());
        Should.Throw<ArgumentOutOfRangeException>(() => StatusListToken.Sign(list, Sample.ListA, key, Sample.At, Sample.At));
        Should.Throw<ArgumentOutOfRangeException>(() => StatusListToken.Sign(list, Sample.ListA, key, Sample.At, Sample.At.AddDays(1), TimeSpan.Zero));
        Should.Throw<ArgumentException>(() => StatusListToken.Sign(list, new("file:///list"), key, Sample.At, Sample.At.AddDays(1)));
    }

    private static (Overall, string) Judge(byte[]? token, DateTimeOffset at, TrustList? trust = null)
    {
        var document = File.ReadAllBytes(Vectors.VectorFiles.Credential + "/good/ecdsa.xml");
        var verdict = Verify.Document(document, trust ?? Sample.Trust(), token is null ? null : (ReadOnlyMemory<byte>?)token, at);
        return (verdict.Overall, verdict.Checks[^1].Code);
    }

    private static int[] Values(StatusList list) => [.. Enumerable.Range(0, (int)list.Capacity).Select(i => (int)list[i])];
}
