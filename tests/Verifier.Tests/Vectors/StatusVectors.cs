using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>A committed status list token, judged together with the good ECDSA document.</summary>
internal sealed record StatusVector(string File, Overall Overall, string Code, string Why, Func<byte[]> Make)
{
    public static readonly StatusVector[] All =
    [
        new("good/body-a.jwt", Overall.Valid, Codes.StatusGood, "ES256.", () => Good(TestKeys.BodyA, Sample.ListA)),
        Open("not-a-token", Codes.StatusMalformed, "Words.", () => [.. "valid"u8]),
        Open("empty", Codes.StatusMalformed, "No bytes.", () => []),
        Open("truncated", Codes.StatusSignature, "The last characters are missing, so the signature is shorter.", () => [.. Text()[..^6].Select(c => (byte)c)]),
        Open("two-parts", Codes.StatusMalformed, "Without a signature part.", () => Bytes(Text()[..Text().LastIndexOf('.')])),
        Open("four-parts", Codes.StatusMalformed, "With a fourth part.", () => Bytes(Text() + ".AAAA")),
        Open("padding", Codes.StatusMalformed, "Base64url with padding.", () => Bytes(Text() + "==")),
        Open("line-break", Codes.StatusMalformed, "A line break at the end.", () => Bytes(Text() + "\n")),
        Open("alg-none", Codes.StatusAlgorithm, "No signature at all, and a header that says so.", () => Bytes(Signed(h => h["alg"] = "none")[..^86])),
        Open("alg-none-with-signature", Codes.StatusAlgorithm, "A header that says none.", () => Bytes(Signed(h => h["alg"] = "none"))),
        Open("alg-hs256-by-public-key", Codes.StatusAlgorithm, "An HMAC whose secret is the public key.", Hmac),
        Open("alg-es384", Codes.StatusAlgorithm, "An algorithm that does not fit the key.", () => Bytes(Signed(h => h["alg"] = "ES384"))),
        Open("alg-rs256", Codes.StatusAlgorithm, "RSA with PKCS#1 padding, by a body with an RSA key.", () => Bytes(Signed(h => h["alg"] = "RS256", key: TestKeys.BodyB))),
        Open("crit", Codes.StatusMalformed, "A critical extension.", () => Bytes(Signed(h => { h["crit"] = new JsonArray("exp"); h["exp"] = 1; }))),
        Open("jwk", Codes.StatusMalformed, "A key in the header.", () => Bytes(Signed(h => h["jwk"] = new JsonObject { ["kty"] = "EC" }))),
        Open("without-type", Codes.StatusMalformed, "No type, so any JWT of the issuer would do.", () => Bytes(Signed(h => h.Remove("typ")))),
        Open("other-type", Codes.StatusMalformed, "A token of another type.", () => Bytes(Signed(h => h["typ"] = "JWT"))),
        Open("without-certificate", Codes.StatusMalformed, "No certificate.", () => Bytes(Signed(h => h.Remove("x5c")))),
        Open("kid-of-another", Codes.StatusMalformed, "The key id is another's.", () => Bytes(Signed(h => h["kid"] = TestKeys.BodyC.Id))),
        Open("duplicate-member", Codes.StatusMalformed, "sub twice.", () => Bytes(SignedText(Payload().ToJsonString()[..^1] + $",\"sub\":\"{Sample.ListA}\"}}"))),
        Open("half-surrogate", Codes.StatusMalformed, "A name that is half a character.", () => Bytes(SignedText(Payload().ToJsonString()[..^1] + ",\"\\ud800\":1}"))),
        Open("payload-not-object", Codes.StatusMalformed, "An array as payload.", () => Bytes(SignedText("[]"))),
        Open("without-exp", Codes.StatusMalformed, "Speaks for ever.", () => Bytes(Signed(payload: p => p.Remove("exp")))),
        Open("iat-as-text", Codes.StatusMalformed, "A time as text.", () => Bytes(Signed(payload: p => p["iat"] = "1795341600"))),
        Open("exp-fraction", Codes.StatusMalformed, "A time with a fraction.", () => Bytes(Signed(payload: p => p["exp"] = 1795341600.5))),
        Open("ttl-zero", Codes.StatusMalformed, "No time to live.", () => Bytes(Signed(payload: p => p["ttl"] = 0))),
        Open("three-bits", Codes.StatusMalformed, "A width that does not exist.", () => Bytes(Signed(payload: p => p["status_list"]!["bits"] = 3))),
        Open("zip-bomb", Codes.StatusMalformed, "Sixteen mebibytes of zeros in a few kilobytes.", ZipBomb),
        Open("not-zlib", Codes.StatusMalformed, "A list that is not ZLIB data.", () => Bytes(Signed(payload: p => p["status_list"]!["lst"] = "AAAA"))),
        Open("list-cut-off", Codes.StatusMalformed, "The last byte of the compressed list is missing.", () => Bytes(Signed(payload: p => p["status_list"]!["lst"] = Base64Url.EncodeToString(Sample.List().Compress()[..^1])))),
        Open("index-out-of-range", Codes.StatusIndexOutOfRange, "The list ends before the place.", () => Bytes(Signed(payload: p => p["status_list"]!["lst"] = Base64Url.EncodeToString(new StatusList(Sample.GoodIndex / 4 * 4).Compress())))),
        Open("changed-payload", Codes.StatusSignature, "A later end, the old signature.", ChangedPayload),
        Open("signed-by-another-key", Codes.StatusSignature, "Body C's signature under body A's certificate.", () => Bytes(SignedText(Payload().ToJsonString(), by: TestKeys.BodyC))),
        Open("stranger", Codes.StatusUntrusted, "A stranger's list.", () => Good(TestKeys.Stranger, Sample.ListA)),
        Open("unlisted-key", Codes.StatusUntrusted, "A certificate under the root, a key that the list does not have.", () => Good(TestKeys.Unlisted, Sample.ListA)),
        Open("wrong-issuer", Codes.StatusWrongIssuer, "Body C publishes a list under body A's address.", () => Good(TestKeys.BodyC, Sample.ListA)),
        Open("wrong-list", Codes.StatusWrongList, "Another list of the same issuer.", () => Good(TestKeys.BodyA, new("https://status.example/body-a/2"))),
        Open("key-retired", Codes.StatusKeyNotValid, "Signed by a key that the issuer no longer uses.", () => Good(TestKeys.Retired, Sample.ListA)),
        Open("stale", Codes.StatusStale, "A list of last week, replayed.", () => Times(Sample.At.AddDays(-8), Sample.At.AddDays(-7))),
        Open("stale-by-a-second", Codes.StatusStale, "It ends at the very second asked.", () => Times(Sample.At.AddDays(-1), Sample.At)),
        Open("later-than-asked", Codes.StatusLaterThanAsked, "A list of tomorrow, which cannot tell since when.", () => Times(Sample.At.AddDays(1), Sample.At.AddDays(2))),
    ];

    private static StatusVector Open(string name, string code, string why, Func<byte[]> make) =>
        new($"refused/{name}.jwt", Overall.Undetermined, code, why, make);

    private static byte[] Good(TestKey key, Uri list) => Sample.Token(key, list);

    private static byte[] Times(DateTimeOffset from, DateTimeOffset until) =>
        StatusListToken.Sign(Sample.List(), Sample.ListA, TestKeys.BodyA.Issuer(), from, until);

    private static string Text() => Encoding.ASCII.GetString(Good(TestKeys.BodyA, Sample.ListA));

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private static JsonObject Payload() => new()
    {
        ["sub"] = Sample.ListA.AbsoluteUri,
        ["iat"] = Sample.At.AddHours(-2).ToUnixTimeSeconds(),
        ["exp"] = Sample.At.AddDays(1).ToUnixTimeSeconds(),
        ["status_list"] = new JsonObject { ["bits"] = 2, ["lst"] = Base64Url.EncodeToString(Sample.List().Compress()) },
    };

    private static string Signed(Action<JsonObject>? header = null, Action<JsonObject>? payload = null, TestKey? key = null)
    {
        var body = Payload();
        payload?.Invoke(body);
        return SignedText(body.ToJsonString(), header, key);
    }

    /// <summary>A payload as given, under body A's certificate unless told otherwise.</summary>
    private static string SignedText(string payload, Action<JsonObject>? change = null, TestKey? key = null, TestKey? by = null)
    {
        key ??= TestKeys.BodyA;
        var header = new JsonObject
        {
            ["alg"] = "ES256",
            ["typ"] = "statuslist+jwt",
            ["kid"] = key.Id,
            ["x5c"] = new JsonArray([.. key.Above.Prepend(key.Certificate).Select(c => (JsonNode)Convert.ToBase64String(c.RawData))]),
        };
        change?.Invoke(header);
        var input = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        return $"{input}.{Base64Url.EncodeToString((by ?? key).Sign(Bytes(input), HashAlgorithmName.SHA256))}";
    }

    private static byte[] Hmac()
    {
        var signed = Signed(h => h["alg"] = "HS256");
        var input = signed[..signed.LastIndexOf('.')];
        var secret = Encoding.ASCII.GetBytes(TestKeys.BodyA.Certificate.PublicKey.ExportSubjectPublicKeyInfo() is { } spki ? PemEncoding.WriteString("PUBLIC KEY", spki) : "");
        return Bytes($"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Bytes(input)))}");
    }

    private static byte[] ZipBomb()
    {
        using var output = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(output, System.IO.Compression.CompressionLevel.SmallestSize)) zlib.Write(new byte[16 * 1024 * 1024]);
        return Bytes(Signed(payload: p => p["status_list"]!["lst"] = Base64Url.EncodeToString(output.ToArray())));
    }

    private static byte[] ChangedPayload()
    {
        var parts = Text().Split('.');
        var payload = Payload();
        payload["exp"] = Sample.At.AddYears(10).ToUnixTimeSeconds();
        return Bytes($"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()))}.{parts[2]}");
    }
}
