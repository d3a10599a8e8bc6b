using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Badges;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests;

public class TokenShapesSpec
{
    public static TheoryData<string> Contents => ["sample", "fewest", "special", "test"];

    [Theory]
    [MemberData(nameof(Contents))]
    public void Every_shape_of_a_credential_says_the_same(string which)
    {
        var content = Content(which);
        foreach (var shape in Shapes(content)) Judge(shape).Content.ShouldBe(content);
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void Every_shape_of_a_credential_gets_the_same_verdict(string which)
    {
        var all = Shapes(Content(which)).Select(shape => Encoding.UTF8.GetString(Judge(shape).ToJson())).ToList();
        all.ShouldAllBe(verdict => verdict == all[0]);
        all[0].ShouldContain("\"overall\": \"valid\"");
    }

    [Fact]
    public void A_holder_shows_what_they_will_and_the_rest_is_not_told()
    {
        var pieces = Encoding.ASCII.GetString(SdJwt(Content("sample"))).Split('~');
        var shown = Judge(Encoding.ASCII.GetBytes($"{pieces[0]}~{pieces[2]}~"));
        (shown.Overall, shown.Content!.Holder).ShouldBe((Overall.Valid, new HolderReference(null, "Somying Tuayang", null)));
        (shown.Content with { Holder = Content("sample").Holder }).ShouldBe(Content("sample"));
    }

    [Fact]
    public void The_signed_part_of_an_sd_jwt_tells_nothing_of_the_holder()
    {
        foreach (var which in new[] { "sample", "fewest" })
        {
            var payload = Payload(SdJwt(Content(which)));
            payload.GetProperty("_sd").GetArrayLength().ShouldBe(3);
            var text = payload.GetRawText();
            foreach (var personal in new[] { "สมหญิง", "Somying", "name_th\":\"สม", "national_id" }) text.ShouldNotContain(personal);
        }
    }

    [Fact]
    public void Two_tokens_of_one_content_share_no_digest() =>
        Digests(SdJwt(Content("sample"))).Intersect(Digests(SdJwt(Content("sample")))).ShouldBeEmpty();

    [Fact]
    public void An_open_badge_has_what_the_specifications_ask()
    {
        var badge = Payload(Badge(Content("sample")));
        badge.GetProperty("@context")[0].GetString().ShouldBe("https://www.w3.org/ns/credentials/v2");
        badge.GetProperty("type").EnumerateArray().Select(t => t.GetString()).ShouldBe(["VerifiableCredential", "AchievementCredential"]);
        // Open Badges 3.0 section 8.2.4.1: the JWT's claims and the credential's properties agree.
        badge.GetProperty("iss").GetString().ShouldBe(badge.GetProperty("issuer").GetProperty("id").GetString());
        badge.GetProperty("jti").GetString().ShouldBe(badge.GetProperty("id").GetString());
        badge.GetProperty("sub").GetString().ShouldBe(badge.GetProperty("credentialSubject").GetProperty("id").GetString());
        badge.GetProperty("nbf").GetInt64().ShouldBe(badge.GetProperty("validFrom").GetDateTimeOffset().ToUnixTimeSeconds());
        badge.GetProperty("exp").GetInt64().ShouldBe(badge.GetProperty("validUntil").GetDateTimeOffset().ToUnixTimeSeconds());
    }

    [Fact]
    public void Content_that_a_token_cannot_carry_is_not_signed()
    {
        var good = Content("sample");
        CredentialContent[] bad =
        [
            good with { Number = CredentialNumber.For(Guid.Empty) },
            good with { ValidUntil = good.ValidFrom.AddDays(-1) },
            good with { ValidFrom = new(1969, 12, 31) },
            good with { ValidFrom = DateOnly.MinValue },
            good with { Issuer = good.Issuer with { KeyId = TestKeys.BodyC.Id } },
            good with { Holder = good.Holder with { NameTh = null } },
            good with { Holder = good.Holder with { Identity = null } },
            good with { Holder = good.Holder with { NameTh = "half \ud83d" } },
            good with { Achievement = good.Achievement with { Level = 100 } },
            good with { Status = new(new("relative", UriKind.Relative), 1) },
            good with { Status = new(Sample.ListA, -1) },
        ];
        foreach (var content in bad)
        {
            Should.Throw<ArgumentException>(() => Badge(content));
            Should.Throw<ArgumentException>(() => SdJwt(content));
        }

        Should.Throw<ArgumentException>(() => OpenBadge.Sign(good, TestKeys.BodyA.Issuer(), new("https://issuer.example/#a"), Sample.SignedAt));
        Should.Throw<ArgumentException>(() => Badge(Sample.Content(TestKeys.BodyB, "BODY-B"), TestKeys.BodyB)).Message.ShouldContain("P-256");
        Should.Throw<ArgumentException>(() => CredentialDocument.Sign(good with { Holder = good.Holder with { NameTh = null } }, TestKeys.BodyA.Issuer(), Sample.SignedAt));
    }

    [Theory]
    [InlineData("vc-jwt/good/es256.jwt")]
    [InlineData("sd-jwt/good/es256.sd-jwt")]
    public void No_single_changed_byte_of_a_token_is_valid(string file)
    {
        var token = File.ReadAllBytes(Repository.Vectors(file));
        Parallel.For(0, token.Length, at =>
        {
            byte[] bytes = [.. token];
            bytes[at] ^= (byte)(1 << (at % 7));
            Judge(bytes).Overall.ShouldNotBe(Overall.Valid, $"byte {at}");
        });
    }

    private static CredentialContent Content(string which) => which switch
    {
        "fewest" => GoodVectors.Fewest(),
        "special" => GoodVectors.Special(),
        "test" => Sample.Content(TestKeys.BodyA) with { Test = true },
        _ => Sample.Content(TestKeys.BodyA),
    };

    private static byte[][] Shapes(CredentialContent content) =>
        [CredentialDocument.Sign(content, TestKeys.BodyA.Issuer(), Sample.SignedAt), Badge(content), SdJwt(content), BakedBadge.Sign(Pictures.Plain(), content, TestKeys.BodyA.Issuer(), Sample.Issuer, Sample.SignedAt), Papers.Of(content)];

    private static byte[] Badge(CredentialContent content, TestKey? key = null) => OpenBadge.Sign(content, (key ?? TestKeys.BodyA).Issuer(), Sample.Issuer, Sample.SignedAt);

    private static byte[] SdJwt(CredentialContent content) => SdJwtCredential.Sign(content, TestKeys.BodyA.Issuer(), Sample.Issuer, Sample.SignedAt);

    private static Verdict Judge(byte[] file) => Verify.Document(file, Trust, Token, Sample.At);

    private static readonly Trust.TrustList Trust = Sample.Trust(allowsTest: true);

    private static readonly byte[] Token = Sample.Token(TestKeys.BodyA, Sample.ListA);

    private static JsonElement Payload(byte[] token) => JsonDocument.Parse(Base64Url.DecodeFromChars(Encoding.ASCII.GetString(token).Split('.')[1])).RootElement;

    private static IEnumerable<string?> Digests(byte[] token) => Payload(token).GetProperty("_sd").EnumerateArray().Select(d => d.GetString());
}
