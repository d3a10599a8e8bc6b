using System.Globalization;
using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Badges;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Badges;

public class BakedBadgeSpec
{
    private const string Keyword = "openbadgecredential";

    private static readonly byte[] Good = Bake(Pictures.Plain());

    private static readonly string Token = TokenOf(Good);

    private static readonly byte[] Baked = Pictures.Text("iTXt", Keyword, Token);

    private static readonly byte[] Status = Sample.Token(TestKeys.BodyA, Sample.ListA);

    private static readonly Trust.TrustList Trust = Sample.Trust();

    [Fact]
    public void A_badge_is_valid_and_its_token_alone_too()
    {
        Judge(Good).Overall.ShouldBe(Overall.Valid);
        Judge(Encoding.ASCII.GetBytes(Token)).Overall.ShouldBe(Overall.Valid);
    }

    [Fact]
    public void What_a_badge_is_made_of_is_what_the_format_says() =>
        Good.ShouldBe([.. Pictures.Signature, .. Pictures.Header, .. Baked, .. Pictures.Pixels(200), .. Pictures.End]);

    public static TheoryData<string> Bad => [.. Wrong.Keys];

    /// <summary>The codes by which bad badges are told apart.</summary>
    internal static IEnumerable<string> Told => Wrong.Values.Select(wrong => wrong.Code);

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_badge_is_told_by_its_code(string which)
    {
        var (file, code) = Wrong[which];
        var verdict = Judge(file());
        verdict.Overall.ShouldBe(Overall.Invalid);
        verdict.Checks.First(c => c.Result is CheckResult.Failed).Code.ShouldBe(code);
    }

    [Fact]
    public void No_beginning_of_a_badge_is_valid_and_none_that_has_its_signature_is_taken_for_something_else()
    {
        for (var length = 8; length < Good.Length; length++) CodeOf(Good[..length]).ShouldBe(Codes.StructurePngCutShort);
        for (var length = 0; length < 8; length++) Judge(Good[..length]).Overall.ShouldBe(Overall.Invalid);
    }

    [Fact]
    public void No_single_changed_byte_of_a_badge_is_valid() => Parallel.For(0, Good.Length, at =>
    {
        byte[] bytes = [.. Good];
        bytes[at] ^= (byte)(1 << (at % 8));
        Judge(bytes).Overall.ShouldNotBe(Overall.Valid, $"byte {at}");
    });

    [Fact]
    public void Only_a_plain_picture_takes_a_credential()
    {
        foreach (var picture in new[] { Good, [], Pictures.Plain()[..^1], "no picture"u8.ToArray() }) Should.Throw<ArgumentException>(() => Bake(picture));
    }

    [Fact]
    public void An_independent_reader_takes_the_credential_out_and_refuses_every_bad_badge_but_two()
    {
        var folder = Directory.CreateTempSubdirectory("badges");
        try
        {
            System.IO.File.WriteAllBytes(Path.Combine(folder.FullName, "good"), Good);
            foreach (var (name, (file, _)) in Wrong) System.IO.File.WriteAllBytes(Path.Combine(folder.FullName, name), file());
            var (code, said) = Node.Run("badge.mjs", folder.FullName, Path.Combine(Repository.Vectors(), "keys", "body-a.cert.pem"), Sample.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            code.ShouldBe(0, said);
            var answers = JsonSerializer.Deserialize<Dictionary<string, string>>(said)!;
            answers["good"].ShouldBe("accepted");
            answers.Where(a => a.Value == "accepted").Select(a => a.Key).ShouldBe(["good", "a credential behind the pixels", "a line break in the token"], ignoreOrder: true, said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Each is right in all but what its name says: checksums are made anew where chunks change.
    private static readonly Dictionary<string, (Func<byte[]> File, string Code)> Wrong = new()
    {
        ["another picture"] = (() => File(Baked, Pictures.Pixels(201)), Codes.IntegrityPicture),
        ["a text added to the picture"] = (() => File(Baked, Pictures.Text("tEXt", "Comment", "more"), Pictures.Pixels(200)), Codes.IntegrityPicture),
        ["another credential's picture"] = (() => File(Pictures.Text("iTXt", Keyword, TokenOf(Bake(Pictures.Plain(1)))), Pictures.Pixels(200)), Codes.IntegrityPicture),
        ["no credential"] = (() => Pictures.Plain(), Codes.StructureBadgeNone),
        ["two credentials"] = (() => File(Baked, Baked, Pictures.Pixels(200)), Codes.StructureBadgeTwice),
        ["a second in another kind of text"] = (() => File(Baked, Pictures.Pixels(200), Pictures.Text("tEXt", Keyword, Token)), Codes.StructureBadgeTwice),
        ["a credential behind the pixels"] = (() => File(Pictures.Pixels(200), Baked), Codes.StructureBadgeChunk),
        ["a credential in plain text"] = (() => File(Pictures.Text("tEXt", Keyword, Token), Pictures.Pixels(200)), Codes.StructureBadgeChunk),
        ["a credential said to be compressed"] = (() => File(PngChunks.Write("iTXt", [.. Encoding.ASCII.GetBytes(Keyword), 0, 1, 0, 0, 0, .. Encoding.ASCII.GetBytes(Token)]), Pictures.Pixels(200)), Codes.StructureBadgeChunk),
        ["a token made for no picture"] = (() => File(Pictures.Text("iTXt", Keyword, Encoding.ASCII.GetString(OpenBadge.Sign(Sample.Content(TestKeys.BodyA), TestKeys.BodyA.Issuer(), Sample.Issuer, Sample.SignedAt))), Pictures.Pixels(200)), Codes.StructureBadgeUnbound),
        ["a token bound to another picture by a forger"] = (() => File(Pictures.Text("iTXt", Keyword, Forged()), Pictures.Pixels(201)), Codes.IntegritySignature),
        ["no token"] = (() => File(Pictures.Text("iTXt", Keyword, "hello"), Pictures.Pixels(200)), Codes.StructureJwtParts),
        ["a line break in the token"] = (() => File(Pictures.Text("iTXt", Keyword, Token + "\n"), Pictures.Pixels(200)), Codes.StructureJwtEncoding),
        ["more behind the end"] = (() => [.. Good, 0], Codes.StructurePngAppended),
        ["a second picture behind the end"] = (() => [.. Good, .. Good], Codes.StructurePngAppended),
        ["a wrong checksum"] = (() => [.. Good[..^1], (byte)(Good[^1] ^ 1)], Codes.StructurePngDamaged),
        ["line ends changed in transfer"] = (() => [.. Good[..4], (byte)'\n', .. Good[6..]], Codes.StructurePngDamaged),
        ["no pixels"] = (() => File(Baked), Codes.StructurePngChunks),
        ["pixels in two places"] = (() => File(Baked, Pictures.Pixels(200), Pictures.Text("tEXt", "a", "b"), Pictures.Pixels(200)), Codes.StructurePngChunks),
        ["two headers"] = (() => File(Baked, Pictures.Header, Pictures.Pixels(200)), Codes.StructurePngChunks),
        ["an unknown critical chunk"] = (() => File(Baked, PngChunks.Write("ABCD", []), Pictures.Pixels(200)), Codes.StructurePngChunks),
        ["a chunk that claims four gigabytes"] = (() => [.. Good[..8], 0xff, 0xff, 0xff, 0xff, .. Good[12..]], Codes.StructurePngCutShort),
        ["very many chunks"] = (() => File([Baked, .. Enumerable.Repeat(Pictures.Text("tEXt", "a", "b"), 1000), Pictures.Pixels(200)]), Codes.StructurePngChunks),
        ["a file over the limit"] = (() => [.. Good, .. new byte[1024 * 1024]], Codes.StructureTooLarge),
    };

    private static byte[] File(params byte[][] between) => [.. Pictures.Signature, .. Pictures.Header, .. between.SelectMany(c => c), .. Pictures.End];

    private static byte[] Bake(byte[] picture) => BakedBadge.Sign(picture, Sample.Content(TestKeys.BodyA), TestKeys.BodyA.Issuer(), Sample.Issuer, Sample.SignedAt);

    private static string TokenOf(byte[] badge)
    {
        PngChunks.Read(badge, out var chunks).ShouldBeNull();
        return Encoding.ASCII.GetString(chunks[1].Data.Span[(Keyword.Length + 5)..]);
    }

    private static string Forged()
    {
        var other = new TokenForge(Encoding.ASCII.GetBytes(TokenOf(Bake(Pictures.Plain(201)))));
        return Encoding.ASCII.GetString(new TokenForge(Encoding.ASCII.GetBytes(Token)).Change(f => f.Payload["relatedResource"] = other.Payload["relatedResource"]!.DeepClone()).Unsigned());
    }

    private static string CodeOf(byte[] file) => Judge(file).Checks[0].Code;

    private static Verdict Judge(byte[] file) => Verify.Document(file, Trust, Status, Sample.At);
}
