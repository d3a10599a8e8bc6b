using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Committed bitstring lists: the list of revocations, with one defect, and on the next line a good list of suspensions; judged together with the good ECDSA document.</summary>
internal static class BitstringVectors
{
    public const string Did = "did:web:status.example:issuers:BODY-A";
    private const int Bytes = BitstringList.MinimumEntries / 8;

    public static readonly StatusVector[] All =
    [
        new("good/body-a.jwts", Overall.Valid, Codes.StatusGood, "Both lists.", () => Pair(Made(StatusPurpose.Revocation))),
        new("good/body-a-turned.jwts", Overall.Valid, Codes.StatusGood, "Both lists, the suspensions first.", () => Lines(Made(StatusPurpose.Suspension), Made(StatusPurpose.Revocation))),
        new("refused/revoked.jwts", Overall.Invalid, Codes.StatusRevoked, "The bit of the place is set.", () => Pair(Made(StatusPurpose.Revocation, StatusValue.Invalid))),
        new("refused/suspended.jwts", Overall.Invalid, Codes.StatusSuspended, "The bit is set in the list of suspensions.", () => Lines(Made(StatusPurpose.Revocation), Made(StatusPurpose.Suspension, StatusValue.Suspended))),
        new("refused/revoked-alone.jwts", Overall.Invalid, Codes.StatusRevoked, "Revoked, and no list of suspensions: revoked all the same.", () => Made(StatusPurpose.Revocation, StatusValue.Invalid)),
        new("refused/half.jwts", Overall.Undetermined, Codes.StatusIncomplete, "The list of suspensions is missing.", () => Made(StatusPurpose.Revocation)),
        new("refused/twice-the-same.jwts", Overall.Undetermined, Codes.StatusIncomplete, "The list of revocations twice.", () => Lines(Made(StatusPurpose.Revocation), Made(StatusPurpose.Revocation))),
        new("refused/line-break.jwts", Overall.Undetermined, Codes.StatusMalformed, "A line break at the end.", () => [.. Pair(Made(StatusPurpose.Revocation)), (byte)'\n']),
        new("refused/wrong-issuer.jwts", Overall.Undetermined, Codes.StatusWrongIssuer, "Body C's list under body A's address.", () => Pair(Made(StatusPurpose.Revocation, key: TestKeys.BodyC))),
        new("refused/stranger.jwts", Overall.Undetermined, Codes.StatusUntrusted, "A stranger's list.", () => Pair(Made(StatusPurpose.Revocation, key: TestKeys.Stranger))),
        new("refused/key-retired.jwts", Overall.Undetermined, Codes.StatusKeyNotValid, "Signed by a key that the issuer no longer uses.", () => Pair(Made(StatusPurpose.Revocation, key: TestKeys.Retired))),
        new("refused/stale.jwts", Overall.Undetermined, Codes.StatusStale, "A list of last week, replayed.", () => Pair(Made(StatusPurpose.Revocation, from: Sample.At.AddDays(-8)))),
        new("refused/later-than-asked.jwts", Overall.Undetermined, Codes.StatusLaterThanAsked, "A list of tomorrow, which cannot tell since when.", () => Pair(Made(StatusPurpose.Revocation, from: Sample.At.AddDays(1)))),
        Open("alg-none", Codes.StatusAlgorithm, "A header that says none.", header: h => h["alg"] = "none"),
        Open("alg-hs256", Codes.StatusAlgorithm, "A header that says HMAC.", header: h => h["alg"] = "HS256"),
        Open("other-type", Codes.StatusMalformed, "A token of another type.", header: h => h["typ"] = "JWT"),
        Open("type-of-the-other-format", Codes.StatusMalformed, "The type of a token status list.", header: h => h["typ"] = "statuslist+jwt"),
        Open("kid-of-another", Codes.StatusMalformed, "The key id is another's.", header: h => h["kid"] = TestKeys.BodyC.Id),
        Open("wrong-list", Codes.StatusWrongList, "Another list of the same issuer.", p => p["id"] = "https://status.example/body-a/2/revocation"),
        Open("list-of-the-other-purpose", Codes.StatusWrongList, "The address of the suspensions.", p => p["id"] = "https://status.example/body-a/1/suspension"),
        Open("not-a-list", Codes.StatusMalformed, "Another credential of the issuer.", p => p["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential")),
        Open("other-context", Codes.StatusMalformed, "A context of the first data model.", p => p["@context"] = new JsonArray("https://www.w3.org/2018/credentials/v1")),
        Open("without-exp", Codes.StatusMalformed, "Speaks for ever.", p => p.Remove("exp")),
        Open("times-differ", Codes.StatusMalformed, "validUntil is later than exp.", p => p["validUntil"] = "2036-01-01T00:00:00Z"),
        Open("other-purpose", Codes.StatusMalformed, "A purpose that tells nothing of validity.", p => p["credentialSubject"]!["statusPurpose"] = "message"),
        Open("two-bits", Codes.StatusMalformed, "A status size, so a bit would be read at another place.", p => p["credentialSubject"]!["statusSize"] = 2),
        Open("multibase-standard", Codes.StatusMalformed, "Another base than base64url.", p => p["credentialSubject"]!["encodedList"] = "m" + Encoded(Zip(Bytes))[1..]),
        Open("zlib", Codes.StatusMalformed, "Compressed as the other format is.", p => p["credentialSubject"]!["encodedList"] = Encoded(Sample.List().Compress())),
        Open("list-cut-off", Codes.StatusMalformed, "The last bytes of the compressed list are missing.", p => p["credentialSubject"]!["encodedList"] = Encoded(Zip(Bytes)[..^8])),
        Open("list-cut-off-by-a-byte", Codes.StatusMalformed, "The last byte of the compressed list is missing.", p => p["credentialSubject"]!["encodedList"] = Encoded(Zip(Bytes)[..^1])),
        Open("zip-bomb", Codes.StatusMalformed, "Sixteen mebibytes of zeros in a few kilobytes.", p => p["credentialSubject"]!["encodedList"] = Encoded(Zip(16 * 1024 * 1024))),
        Open("herd-too-small", Codes.StatusTooShort, "One byte fewer than 131,072 places.", p => p["credentialSubject"]!["encodedList"] = Encoded(Zip(Bytes - 1))),
        new("refused/changed-payload.jwts", Overall.Undetermined, Codes.StatusSignature, "A later end, the old signature.", ChangedPayload),
    ];

    /// <summary>Writes the vectors and their index afresh.</summary>
    public static void Rewrite()
    {
        var folder = Repository.Vectors("status-bitstring");
        if (!Repository.KeepsVectors && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var part in (string[])["good", "refused"]) Directory.CreateDirectory(Path.Combine(folder, part));
        foreach (var vector in All.Where(v => !File.Exists(Path.Combine(folder, v.File)))) File.WriteAllBytes(Path.Combine(folder, vector.File), vector.Make());
        VectorIndex.Write(folder, All.Select(v => new IndexEntry(v.File, "trust.json", Sample.At, v.Overall.ToString().ToLowerInvariant(), VectorIndex.CheckOf(v.Code), v.Code, v.Why, null)));
    }

    private static StatusVector Open(string name, string code, string why, Action<JsonObject>? payload = null, Action<JsonObject>? header = null) =>
        new($"refused/{name}.jwts", Overall.Undetermined, code, why, () => Pair(Signed(payload, header)));

    /// <summary>A list as the library makes it; the place of the good document may be set.</summary>
    private static byte[] Made(StatusPurpose purpose, StatusValue good = StatusValue.Valid, TestKey? key = null, DateTimeOffset? from = null)
    {
        var (list, start) = (Sample.List(), from ?? Sample.At.AddHours(-2));
        list[Sample.GoodIndex] = good;
        return BitstringToken.Sign(list, Sample.ListA, purpose, Did, (key ?? TestKeys.BodyA).Issuer(), start, start.AddDays(1), TimeSpan.FromMinutes(5));
    }

    private static byte[] Pair(byte[] revocations) => Lines(revocations, Made(StatusPurpose.Suspension));

    private static byte[] Lines(byte[] one, byte[] other) => [.. one, (byte)'\n', .. other];

    private static byte[] Signed(Action<JsonObject>? payload, Action<JsonObject>? header)
    {
        var (head, body) = (Part(0), Part(1));
        header?.Invoke(head);
        payload?.Invoke(body);
        var input = $"{Encode(head)}.{Encode(body)}";
        return Encoding.ASCII.GetBytes($"{input}.{Base64Url.EncodeToString(TestKeys.BodyA.Sign(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}");
    }

    private static byte[] ChangedPayload()
    {
        var body = Part(1);
        (body["exp"], body["validUntil"]) = (Sample.At.AddYears(1).ToUnixTimeSeconds(), "2027-11-22T12:00:00Z");
        var parts = Encoding.ASCII.GetString(Made(StatusPurpose.Revocation)).Split('.');
        return Pair(Encoding.ASCII.GetBytes($"{parts[0]}.{Encode(body)}.{parts[2]}"));
    }

    private static JsonObject Part(int index) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(Encoding.ASCII.GetString(Made(StatusPurpose.Revocation)).Split('.')[index]))!.AsObject();

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static string Encoded(byte[] data) => "u" + Base64Url.EncodeToString(data);

    private static byte[] Zip(int bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize)) gzip.Write(new byte[bytes]);
        return output.ToArray();
    }
}
