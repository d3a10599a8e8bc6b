using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Receipts;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>A committed receipt, judged with the good ECDSA document and a committed trust snapshot.</summary>
internal sealed record ReceiptVector(string File, string Snapshot, Overall Overall, string Code, string Why, Func<byte[]> Make)
{
    public const string Ledger = "did:web:ledger.example";

    private static readonly TestKey Key = TestKeys.BodyC, Ended = TestKeys.Retired, Stolen = TestKeys.Unlisted, Other = TestKeys.Stranger, TrustKey = TestKeys.BodyA;

    private static readonly DateTimeOffset AskedAt = Sample.At.AddHours(-1);

    public static readonly ReceiptVector[] All =
    [
        Good("valid", "The ledger answered valid.", () => Sign(Content())),
        Good("not-valid", "The ledger answered that the document is not valid: the receipt holds all the same.", () => Sign(Content() with { Answered = Overall.Invalid, Checks = [new("status", CheckResult.Failed, Codes.StatusRevoked)] })),
        Good("without-log", "No state of the log, no status list.", () => Sign(Content() with { LogCheckpoint = null, StatusList = null, StatusListSha256 = null })),
        Good("by-a-key-that-ended", "Given while the key before was in use.", () => Sign(Content() with { AskedAt = Sample.At.AddDays(-40), AsOf = Sample.At.AddDays(-40), LogCheckpoint = null }, Ended)),
        Bad("changed", ReceiptCodes.Signature, "A better answer, the old signature.", () => Forged(Content() with { Answered = Overall.Invalid }, payload: p => p["overall"] = "valid", sign: false)),
        Bad("another-key", ReceiptCodes.Signature, "Signed by another key under this one's id.", () => Forged(Content(), by: Other)),
        Open("unknown-key", ReceiptCodes.UnknownKey, "Signed by a key of its own, which the trust list does not have.", () => Sign(Content(), Other)),
        Open("another-ledger", ReceiptCodes.UnknownKey, "The key, under the name of another ledger.", () => Forged(Content(), header: h => h["kid"] = $"did:web:other.example#{SignedTrustList.KeyIdOf(Private(Key))}")),
        Bad("alg-none", ReceiptCodes.Algorithm, "No signature, and a header that says so.", () => Cut(Forged(Content(), header: h => h["alg"] = "none"))),
        Bad("alg-hs256-by-public-key", ReceiptCodes.Algorithm, "An HMAC whose secret is the public key.", Hmac),
        Bad("other-type", ReceiptCodes.Malformed, "A token of another type.", () => Forged(Content(), header: h => h["typ"] = "JWT")),
        Bad("crit", ReceiptCodes.Malformed, "A critical extension.", () => Forged(Content(), header: h => h["crit"] = new JsonArray("exp"))),
        Bad("cut-off", ReceiptCodes.Signature, "The last characters are missing.", () => Sign(Content())[..^6]),
        Bad("line-break", ReceiptCodes.Malformed, "A line break at the end.", () => [.. Sign(Content()), (byte)'\n']),
        Bad("empty", ReceiptCodes.Malformed, "No bytes.", () => []),
        Bad("without-answer", ReceiptCodes.Malformed, "No overall.", () => Forged(Content(), payload: p => p.Remove("overall"))),
        Bad("unknown-answer", ReceiptCodes.Malformed, "An answer that does not exist.", () => Forged(Content(), payload: p => p["overall"] = "Valid")),
        Bad("deep", ReceiptCodes.Malformed, "Brackets in brackets.", () => Forged(Content(), payload: p => p["more"] = JsonNode.Parse(new string('[', 60) + new string(']', 60)))),
        Bad("as-of-later-than-asked", ReceiptCodes.Malformed, "An answer about a time that had not come.", () => Sign(Content() with { AsOf = AskedAt.AddDays(1) })),
        Open("of-tomorrow", ReceiptCodes.TimeToCome, "It says that it was asked tomorrow.", () => Sign(Content() with { AskedAt = Sample.At.AddDays(1) })),
        Bad("after-the-key-ended", ReceiptCodes.KeyNotInForce, "Given after its key had been replaced.", () => Sign(Content(), Ended)),
        Open("stolen-key", ReceiptCodes.KeyCompromised, "By a key that somebody else may hold.", () => Sign(Content(), Stolen)),
        Bad("of-another-document", ReceiptCodes.DocumentOther, "A receipt of another file.", () => Sign(Content() with { DocumentSha256 = Digest("another"u8) })),
        Open("log-unknown", ReceiptCodes.LogUnknown, "The state of a log that the trust list does not have.", () => Sign(Content() with { LogCheckpoint = Checkpoint(Sample.At.AddHours(-2)).Replace(TestLog.Origin, "log.example/other", StringComparison.Ordinal) })),
        Open("log-not-cosigned", ReceiptCodes.LogNotCosigned, "One witness of the two that are needed.", () => Sign(Content() with { LogCheckpoint = Checkpoint(Sample.At.AddHours(-2), 1) })),
        Bad("log-later", ReceiptCodes.LogLater, "Backdated: the witnesses saw its state of the log after the time that it names.", () => Sign(Content() with { LogCheckpoint = Checkpoint(Sample.At.AddMinutes(-10)) })),
        Bad("log-wrong", ReceiptCodes.LogWrong, "A state of the log that the log did not sign.", () => Sign(Content() with { LogCheckpoint = Checkpoint(Sample.At.AddHours(-2)).Replace("\n1\n", "\n2\n", StringComparison.Ordinal) })),
        new("refused/old-snapshot.jwt", "old-snapshot", Overall.Undetermined, ReceiptCodes.UnknownKey, "A snapshot from before the ledger named the keys of its receipts.", () => Sign(Content())),
    ];

    public IndexEntry Entry => new(File, Snapshot, Sample.At, Overall.ToString().ToLowerInvariant(), CheckOf(Code), Code, Why, null);

    /// <summary>The snapshots' files.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> Snapshots { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["snapshot/ledger.json"] = LedgerFile,
        ["old-snapshot/ledger.json"] = LedgerFile,
        ["snapshot/trust.jwt"] = () => Trust(SignedTrustList.Naming([
            new(Private(Key), Sample.At.AddDays(-30), null, false), new(Private(Ended), null, Sample.At.AddDays(-30), false), new(Private(Stolen), null, Sample.At, true)])),
        ["old-snapshot/trust.jwt"] = () => Trust([]),
    };

    private static ReceiptVector Good(string name, string why, Func<byte[]> make) => new($"good/{name}.jwt", "snapshot", Overall.Valid, ReceiptCodes.DocumentSame, why, make);

    private static ReceiptVector Bad(string name, string code, string why, Func<byte[]> make) => new($"refused/{name}.jwt", "snapshot", Overall.Invalid, code, why, make);

    private static ReceiptVector Open(string name, string code, string why, Func<byte[]> make) => new($"refused/{name}.jwt", "snapshot", Overall.Undetermined, code, why, make);

    private static string CheckOf(string code) => code switch
    {
        ReceiptCodes.Malformed or ReceiptCodes.Algorithm => "receipt-form",
        ReceiptCodes.TimeToCome => "receipt-time",
        _ when code.StartsWith("receipt.document", StringComparison.Ordinal) => "receipt-document",
        _ when code.StartsWith("receipt.log", StringComparison.Ordinal) => "receipt-log",
        _ => "receipt-signature",
    };

    private static ReceiptContent Content() => new(Ledger, AskedAt, Digest(System.IO.File.ReadAllBytes(Repository.Vectors("credential", "good", "ecdsa.xml"))), AskedAt, Overall.Valid,
        [new("structure", CheckResult.Passed, Codes.StructureGood), new("status", CheckResult.Passed, Codes.StatusGood)],
        Digest(Sample.Trust().ToJson()), Sample.ListA, Digest("the list"u8), Checkpoint(Sample.At.AddHours(-2)));

    private static string Checkpoint(DateTimeOffset seen, int witnesses = 2) =>
        TestLog.Proof([new byte[32]], 0, TestLog.Signer, [.. TestLog.Witnesses.Take(witnesses).Select(w => (w, seen))]).Note.ToString();

    private static byte[] Sign(ReceiptContent content, TestKey? key = null) => VerificationReceipt.Sign(content, Private(key ?? Key));

    private static byte[] Forged(ReceiptContent content, Action<JsonObject>? header = null, Action<JsonObject>? payload = null, TestKey? by = null, bool sign = true)
    {
        var forge = new TokenForge(Sign(content));
        header?.Invoke(forge.Header);
        payload?.Invoke(forge.Payload);
        return sign ? forge.Sign(by ?? Key) : forge.Unsigned();
    }

    private static byte[] Hmac() => new TokenForge(Sign(Content())).SignByPublicKey(Key);

    private static byte[] Cut(byte[] token) => token[..(Array.LastIndexOf(token, (byte)'.') + 1)];

    private static byte[] LedgerFile() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["format"] = "credentialledger-snapshot-1", ["ledger"] = "https://ledger.example/", ["key"] = SignedTrustList.JwkOf(Private(TrustKey)) });

    private static byte[] Trust(JsonObject more) => SignedTrustList.Sign(Sample.Trust(), more, Private(TrustKey), Sample.At.AddHours(-3), Sample.At.AddDays(30));

    private static ECDsa Private(TestKey key) => (ECDsa)key.Private;

    private static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
