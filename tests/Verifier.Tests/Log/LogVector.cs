using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Log.Tiles;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Tests.Vectors;

namespace CredentialLedger.Verifier.Tests.Log;

/// <summary>One committed file of a log: its folder says what it is, its name what is wrong with it, and the code what it is refused for; none where it is good.</summary>
internal sealed record LogVector(string File, string? Code, string Why, Func<byte[]> Make)
{
    private const string Canonical = """{"actor":{"authority":"development","duty":"record-training","organisation":"DGA","person":"d0000000-0000-4000-8000-000000000003"},"commitment":"zYsOxaq7MDu5gxvXVoUpR4ehaC0Z0z9hqyYs1fSf7Zc=","correlation":"0000000000000000000000000000000c","event":"c0000012-0000-7000-8000-000000000000","recorded":"2026-11-23T02:00:12.012012Z","stream":"e0000000-0000-4000-8000-000000000001","type":"completion-recorded","version":1}""";
    private const string Payload = """{"completedOn":"2026-03-20","completion":"e0000000-0000-4000-8000-000000000001","course":"c0000000-0000-4000-8000-000000000001","evidence":{"kind":"attendance","reference":"TDGA-DT-01/2569/1","sha256":"efda397f8b5a3996bc4aa081e105919fd7edc360037fa382da313ef42dc9c9c7"},"framework":"TPQI-2560","person":"a0000000-0000-4000-8000-000000000001","units":["CEC-BCTZ-001"]}""";

    private static readonly byte[] Salt = Convert.FromHexString("50d67910d32e897e8482a85dd33a1938a6d7e221b4b230d19be823be6586f971");
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, 7).Select(i => MerkleTree.LeafHash(Entry(i)))];
    private static readonly DateTimeOffset Seen = Sample.SignedAt;

    /// <summary>Every vector.</summary>
    public static readonly LogVector[] All =
    [
        Good("policy", "txt", "One log, three witnesses, two of them asked.", () => TestLog.Policy),
        Good("policy", "txt", "No witness asked.", () => TestLog.WithoutWitnesses, "good-without-witnesses"),
        Policy("quorum-missing", "No quorum.", p => p.Replace("quorum parties\n", "", StringComparison.Ordinal)),
        Policy("quorum-twice", "Two quorums.", p => p + "quorum parties\n"),
        Policy("quorum-undefined", "A quorum of a group that is not defined.", p => p.Replace("quorum parties", "quorum others", StringComparison.Ordinal)),
        Policy("group-needs-none", "A group that needs none of its members.", p => p.Replace("parties 2", "parties 0", StringComparison.Ordinal)),
        Policy("group-needs-too-many", "A group of three that needs four.", p => p.Replace("parties 2", "parties 4", StringComparison.Ordinal)),
        Policy("group-member-twice", "One witness twice in the group.", p => p.Replace("DGA TPQI\n", "DGA DGA\n", StringComparison.Ordinal)),
        Policy("witness-twice", "One key under two names, so that one witness could be two.", p => p.Replace("group", $"witness AGAIN {TestLog.Witnesses[0].Key}\ngroup", StringComparison.Ordinal)),
        Policy("unknown-line", "A line of a kind that nobody knows.", p => p + "mirror x\n"),
        Policy("carriage-return", "A carriage return at the end of a line.", p => p.Replace("\nquorum", "\r\nquorum", StringComparison.Ordinal)),

        Good("key", "vkey", "The log's.", () => TestLog.Signer.Key.ToString()),
        Of("key/other-id.vkey", LogCodes.KeyFormat, "An id that is not that of the key.", () => Text(TestLog.Signer.Key.ToString().Replace(Convert.ToHexStringLower(TestLog.Signer.Key.Id.Span), "00000000", StringComparison.Ordinal))),
        Of("key/other-type.vkey", LogCodes.KeyFormat, "A key of ML-DSA-44, which is not read yet.", () => Text($"log.example+00000000+{Convert.ToBase64String([6, .. TestLog.Signer.Key.PublicKey.Span])}")),
        Of("key/short.vkey", LogCodes.KeyFormat, "A key of 31 bytes.", () => Text($"log.example+00000000+{Convert.ToBase64String([1, .. TestLog.Signer.Key.PublicKey.Span[..31]])}")),
        Of("key/small-order.vkey", LogCodes.KeyFormat, "A point of small order, under which one signature is good for many texts.", () => Text($"log.example+00000000+{Convert.ToBase64String([1, 1, .. new byte[31]])}")),

        Good("note", "txt", "A checkpoint, signed by the log and two witnesses.", () => Checkpoint().ToString()),
        Note("without-signature", "No signature.", n => n[..n.IndexOf('—', StringComparison.Ordinal)]),
        Note("without-blank-line", "No blank line before the signatures.", n => n.Replace("\n\n", "\n", StringComparison.Ordinal)),
        Note("without-last-newline", "No newline at the end.", n => n[..^1]),
        Note("hyphen", "A hyphen where the em dash must be.", n => n.Replace('—', '-')),
        Note("tab", "A tab in the text.", n => n.Replace("\n7\n", "\n7\t\n", StringComparison.Ordinal)),
        Note("base64-not-padded", "A signature without padding.", n => n.Replace("=\n\n", "\n\n", StringComparison.Ordinal).Replace("==\n", "\n", StringComparison.Ordinal).Replace("=\n—", "\n—", StringComparison.Ordinal)),
        Of("note/not-utf8.txt", LogCodes.NoteFormat, "A byte that is no UTF-8.", () => [.. Checkpoint().ToBytes(), 0xff, (byte)'\n']),

        Good("checkpoint", "txt", "Two of three cosigned.", () => Checkpoint().ToString()),
        Head("size-with-zero", LogCodes.CheckpointFormat, "A leading zero.", () => Signed("log.example/credentials\n07\n" + Root() + "\n")),
        Head("size-negative", LogCodes.CheckpointFormat, "A size below zero.", () => Signed("log.example/credentials\n-7\n" + Root() + "\n")),
        Head("root-short", LogCodes.CheckpointFormat, "A root of 31 bytes.", () => Signed("log.example/credentials\n7\n" + Convert.ToBase64String(new byte[31]) + "\n")),
        Head("root-of-nothing", LogCodes.CheckpointFormat, "Size 0 with a root that is not that of the empty tree.", () => Signed("log.example/credentials\n0\n" + Root() + "\n")),
        Head("without-root", LogCodes.CheckpointFormat, "Two lines only.", () => Signed("log.example/credentials\n7\n")),
        Head("other-origin", LogCodes.CheckpointUnknownLog, "The log's key signed another origin.", () => Signed("log.example/other\n7\n" + Root() + "\n")),
        Head("unknown-key", LogCodes.CheckpointUnknownLog, "A valid signature under the log's name, of a key that the policy does not have.", () => Prove(TestLog.Stranger).Note.ToString()),
        Head("changed-size", LogCodes.NoteSignature, "Another size than was signed.", () => Checkpoint().ToString().Replace("\n7\n", "\n8\n", StringComparison.Ordinal)),
        Head("too-few", LogCodes.QuorumNotMet, "One witness where two are asked.", () => Prove(TestLog.Signer, 0).Note.ToString()),
        Head("one-twice", LogCodes.QuorumNotMet, "Two cosignatures of one witness.", () => Prove(TestLog.Signer, 0, 0).Note.ToString()),
        Head("wrong-cosignature", LogCodes.NoteSignature, "A known witness' cosignature of another checkpoint, beside two good ones.", () => (Checkpoint() with { Signatures = [.. Checkpoint().Signatures, Cosignature.Make(TestLog.Witnesses[1], "log.example/credentials\n1\n\n", Seen)] }).ToString()),

        Good("proof", "tlog-proof", "Entry 4 of 7.", () => Proof().ToString()),
        Good("proof", "tlog-proof", "With extra data, which nothing authenticates.", () => (Proof() with { Extra = new byte[] { 1 } }).ToString(), "good-with-extra"),
        Bad("another-index", LogCodes.ProofInclusion, "For another index.", p => p with { Index = 3 }),
        Bad("index-beyond-size", LogCodes.ProofInclusion, "An index that the tree does not have.", p => p with { Index = 7 }),
        Bad("another-size", LogCodes.ProofInclusion, "Of another size: the path of a tree of six under the checkpoint of seven.", p => p with { Path = TestLog.Proof(Leaves[..6], 4, TestLog.Signer).Path }),
        Bad("one-hash-more", LogCodes.ProofInclusion, "One hash more.", p => p with { Path = [.. p.Path, new byte[32]] }),
        Bad("one-hash-less", LogCodes.ProofInclusion, "One hash less.", p => p with { Path = [.. p.Path.SkipLast(1)] }),
        Bad("of-another-entry", LogCodes.ProofInclusion, "Entry 5, in order in itself.", _ => TestLog.Proof(Leaves, 5, TestLog.Signer, Cosigners(0, 2))),
        Bad("another-origin", LogCodes.CheckpointUnknownLog, "From another log.", _ => Prove(new("log.example/other", NoteKeyType.Ed25519, TestLog.Seed(1)), 0, 2)),
        Bad("unknown-key", LogCodes.CheckpointUnknownLog, "A checkpoint with a valid signature of an unknown key.", _ => Prove(TestLog.Stranger, 0, 2)),
        Bad("cosigned-by-too-few", LogCodes.QuorumNotMet, "Cosigned by too few.", _ => Prove(TestLog.Signer, 0)),
        Bad("cosignature-from-the-future", LogCodes.CosignatureFuture, "Cosigned an hour after now.", _ => TestLog.Proof(Leaves, 4, TestLog.Signer, [.. Cosigners(0, 2).Select(c => (c.Witness, Sample.At.AddHours(1)))])),
        Bad("index-with-zero", LogCodes.ProofFormat, "A leading zero.", p => p, t => t.Replace("index 4", "index 04", StringComparison.Ordinal)),
        Bad("without-index", LogCodes.ProofFormat, "No index.", p => p, t => t.Replace("index 4\n", "", StringComparison.Ordinal)),
        Bad("version-2", LogCodes.ProofFormat, "Of version 2.", p => p, t => t.Replace("@v1", "@v2", StringComparison.Ordinal)),
        Bad("short-hash", LogCodes.ProofFormat, "A hash of 31 bytes.", p => p with { Path = [new byte[31], .. p.Path.Skip(1)] }),
        Bad("too-many-hashes", LogCodes.ProofFormat, "64 hashes: no tree is that high.", p => p with { Path = [.. Enumerable.Repeat(new byte[32], 64)] }),

        Good("bundle", "bin", "Three entries of 33 bytes.", () => Bundle(3)),
        Of("bundle/fewer.bin", LogCodes.EntryBundle, "Two entries.", () => Bundle(2)),
        Of("bundle/more.bin", LogCodes.EntryBundle, "Four entries.", () => Bundle(4)),
        Of("bundle/half.bin", LogCodes.EntryBundle, "The last entry without its last byte.", () => Bundle(3)[..^1]),
        Of("bundle/half-length.bin", LogCodes.EntryBundle, "One byte of a fourth entry's length.", () => [.. Bundle(3), 0]),
        Of("bundle/empty.bin", LogCodes.EntryBundle, "No byte.", () => []),

        Good("tile", "bin", "256 hashes.", () => Tile(256)),
        Of("tile/257-hashes.bin", LogCodes.TileLength, "257 hashes.", () => Tile(257)),
        Of("tile/255-hashes.bin", LogCodes.TileLength, "255 hashes.", () => Tile(255)),
        Of("tile/half-a-hash.bin", LogCodes.TileLength, "The last hash without its last byte.", () => Tile(256)[..^1]),

        Good("opening", "json", "The worked example of docs/formats/event.md, with its payload.", () => Opening()),
        Good("opening", "json", "The same without its payload.", () => Opening(o => { o.Remove("payload"); o.Remove("payloadKey"); }), "good-without-payload"),
        Open("short-salt", LogCodes.OpeningKey, "k1 of 31 bytes, as of a short salt.", o => o["envelopeKey"] = Convert.ToBase64String(Commitment.EnvelopeKey(Salt)[..31])),
        Open("long-key", LogCodes.OpeningKey, "k1 with a zero behind it, which HMAC takes for the same key.", o => o["envelopeKey"] = Convert.ToBase64String([.. Commitment.EnvelopeKey(Salt), 0])),
        Open("short-payload-key", LogCodes.OpeningKey, "k2 of 31 bytes.", o => o["payloadKey"] = Convert.ToBase64String(Commitment.PayloadKey(Salt)[..31])),
        Open("keys-swapped", LogCodes.OpeningPayload, "k1 and k2 in each other's place.", o => (o["envelopeKey"], o["payloadKey"]) = (o["payloadKey"]!.DeepClone(), o["envelopeKey"]!.DeepClone())),
        Open("other-payload", LogCodes.OpeningPayload, "Another day of completion.", o => o["payload"] = Base64(Payload.Replace("03-20", "03-21", StringComparison.Ordinal))),
        Open("payload-not-canonical", LogCodes.OpeningPayload, "The payload with a space.", o => o["payload"] = Base64(Payload.Replace(",", ", ", StringComparison.Ordinal))),
        Open("envelope-not-canonical", LogCodes.EnvelopeFormat, "The envelope with a space.", o => o["envelope"] = Base64(Canonical.Replace(",", ", ", StringComparison.Ordinal))),
        Open("envelope-more", LogCodes.EnvelopeFormat, "A name that envelopes do not have.", o => o["envelope"] = Base64(Canonical.Replace("\"version\":1", "\"version\":1,\"x\":1", StringComparison.Ordinal))),
        Open("envelope-short-commitment", LogCodes.EnvelopeFormat, "A commitment of 31 bytes.", o => o["envelope"] = Base64(Canonical.Replace("zYsOxaq7MDu5gxvXVoUpR4ehaC0Z0z9hqyYs1fSf7Zc=", Convert.ToBase64String(new byte[31]), StringComparison.Ordinal))),
    ];

    /// <summary>Reads a file as its folder says and answers with the code that it is refused for; null when it is good.</summary>
    public static string? Judge(string file, byte[] bytes)
    {
        try
        {
            Read(file.Split('/')[0], bytes);
            return null;
        }
        catch (LogFormatException refused)
        {
            return refused.Code;
        }
    }

    private static void Read(string kind, byte[] bytes)
    {
        var policy = TlogPolicy.Parse(TestLog.Policy);
        switch (kind)
        {
            case "policy": TlogPolicy.Parse(Encoding.UTF8.GetString(bytes)); break;
            case "key": VerifierKey.Parse(Encoding.UTF8.GetString(bytes)); break;
            case "note": SignedNote.Parse(bytes); break;
            case "checkpoint": policy.CheckpointOf(SignedNote.Parse(bytes)); policy.ProvenTime(SignedNote.Parse(bytes)); break;
            case "proof": TlogProof.Parse(bytes).Verify(Leaves[4], policy, Sample.At).ProvenAt.ShouldBe(Seen); break;
            case "bundle": EntryBundle.Read(bytes, 3); break;
            case "tile": new TileHashes(256, _ => bytes).Of(0, 0); break;
            case "opening": Convert.ToHexStringLower(Read(JsonNode.Parse(bytes)!.AsObject()).Entry()).ShouldBe("01a2efb0de0841e0c44354794c3555a2f6f28e52a5ca3539b5935a322054582fc0"); break;
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private static Opening Read(JsonObject json) => new(Envelope.Parse(Bytes(json, "envelope")), Bytes(json, "envelopeKey"), json.ContainsKey("payload") ? (Bytes(json, "payload"), Bytes(json, "payloadKey")) : null);

    private static byte[] Bytes(JsonObject json, string name) => Convert.FromBase64String((string)json[name]!);

    private static LogVector Of(string file, string? code, string why, Func<byte[]> make) => new(file, code, why, make);

    private static LogVector Good(string kind, string extension, string why, Func<string> make, string name = "good") => Of($"{kind}/{name}.{extension}", null, why, () => Text(make()));

    private static LogVector Good(string kind, string extension, string why, Func<byte[]> make) => Of($"{kind}/good.{extension}", null, why, make);

    private static LogVector Policy(string name, string why, Func<string, string> change) => Of($"policy/{name}.txt", LogCodes.PolicyFormat, why, () => Text(change(TestLog.Policy)));

    private static LogVector Note(string name, string why, Func<string, string> change) => Of($"note/{name}.txt", LogCodes.NoteFormat, why, () => Text(change(Checkpoint().ToString())));

    private static LogVector Head(string name, string code, string why, Func<string> make) => Of($"checkpoint/{name}.txt", code, why, () => Text(make()));

    private static LogVector Bad(string name, string code, string why, Func<TlogProof, TlogProof> change, Func<string, string>? text = null) =>
        Of($"proof/{name}.tlog-proof", code, why, () => Text((text ?? (t => t))(change(Proof()).ToString())));

    private static LogVector Open(string name, string code, string why, Action<JsonObject> change) => Of($"opening/{name}.json", code, why, () => Text(Opening(change)));

    private static TlogProof Proof() => Prove(TestLog.Signer, 0, 2);

    private static TlogProof Prove(NoteSigner log, params int[] witnesses) => TestLog.Proof(Leaves, 4, log, Cosigners(witnesses));

    private static (NoteSigner Witness, DateTimeOffset At)[] Cosigners(params int[] witnesses) => [.. witnesses.Select((w, i) => (TestLog.Witnesses[w], Seen.AddSeconds(i - witnesses.Length + 1)))];

    private static SignedNote Checkpoint() => Proof().Note;

    private static string Root() => Checkpoint().Text.Split('\n')[2];

    private static string Signed(string text) => new SignedNote(text, [TestLog.Signer.Sign(text), .. Cosigners(0, 2).Select(c => Cosignature.Make(c.Witness, text, c.At))]).ToString();

    private static byte[] Entry(int i) => [Envelope.Format, .. Enumerable.Repeat((byte)i, Envelope.EntryLength - 1)];

    private static byte[] Bundle(int entries) => EntryBundle.Write([.. Enumerable.Range(0, entries).Select(i => (ReadOnlyMemory<byte>)Entry(i))]);

    private static byte[] Tile(int hashes) => [.. Enumerable.Range(0, hashes).SelectMany(i => MerkleTree.LeafHash(Entry(i)))];

    private static string Opening(Action<JsonObject>? change = null)
    {
        var json = new JsonObject
        {
            ["envelope"] = Base64(Canonical),
            ["envelopeKey"] = Convert.ToBase64String(Commitment.EnvelopeKey(Salt)),
            ["payload"] = Base64(Payload),
            ["payloadKey"] = Convert.ToBase64String(Commitment.PayloadKey(Salt)),
        };
        change?.Invoke(json);
        return json.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    private static string Base64(string text) => Convert.ToBase64String(Text(text));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
