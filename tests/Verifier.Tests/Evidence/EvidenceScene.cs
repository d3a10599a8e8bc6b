using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.Json;
using CredentialLedger.Verifier.Evidence;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Merkle;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Evidence;

/// <summary>A person's bundle of four events in the log of seven leaves, under two checkpoints; any part of it can be another.</summary>
internal static class EvidenceScene
{
    public static readonly Guid Person = new("a0000000-0000-4000-8000-000000000001"), Result = new("f0000000-0000-4000-8000-000000000001");
    public static readonly string Recipient = Convert.ToHexStringLower(SHA256.HashData(TestKeys.BodyB.Certificate.RawData));

    private const string Actor = """{"authority":"development","duty":"audit","organisation":"AUDIT","person":"d0000000-0000-4000-8000-00000000000a"}""";

    private static readonly (int Index, Opening Opening)[] Opened =
    [
        (1, Open("registered", "person-registered", Person, 1, Sample.SignedAt)),
        (2, Open("declared", "result-declared", Result, 1, Sample.SignedAt.AddSeconds(1))),
        (4, Open("updated", "person-updated", Person, 2, Sample.SignedAt.AddMinutes(10))),
        (5, Open("superseded", "result-superseded", Result, 2, Sample.SignedAt.AddMinutes(11))),
    ];

    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, 7).Select(i => MerkleTree.LeafHash(Opened.FirstOrDefault(o => o.Index == i).Opening?.Entry() ?? [(byte)i]))];

    /// <summary>Each checkpoint is cosigned by two of three, some seconds after the last event under it.</summary>
    public static SignedNote Checkpoint(int size, NoteSigner? log = null, int seconds = 0, params int[] witnesses) => TestLog.Proof(Leaves[..size], 0, log ?? TestLog.Signer,
        [.. (witnesses is [] ? [0, 2] : witnesses).Select((w, i) => (TestLog.Witnesses[w], Sample.SignedAt.AddMinutes(size == 3 ? 0 : 11).AddSeconds(5 + i + seconds)))]).Note;

    public static Dictionary<long, SignedNote> Checkpoints => new() { [3] = Checkpoint(3), [7] = Checkpoint(7) };

    public static EvidenceEvent[] Events => [.. Opened.Select(o => new EvidenceEvent(o.Opening, Place(o.Index, o.Index < 3 ? 3 : 7)))];

    public static EvidencePlace Place(int index, int size) => new(index, size, TestLog.Proof(Leaves[..size], index, TestLog.Signer).Path);

    public static EvidenceManifest Manifest => new(new("0b0d1e00-0000-4000-8000-000000000001"), new("person", Person, null, null), Sample.At, JsonElement.Parse(Actor), TestLog.Origin, 0, [], null, []);

    public static Dictionary<string, ReadOnlyMemory<byte>> Others => new()
    {
        [EvidenceMembers.Policy] = Utf8(TestLog.Policy),
        [EvidenceMembers.Trust] = Sample.Trust().ToJson(),
        [EvidenceMembers.ReportTh] = Utf8("# ชุดหลักฐาน\n"),
        [EvidenceMembers.ReportEn] = Utf8("# Evidence bundle\n"),
        [EvidenceMembers.Certificate(Convert.ToHexStringLower(SHA256.HashData(TestKeys.BodyA.Certificate.RawData)))] = Utf8(TestKeys.BodyA.Certificate.ExportCertificatePem() + "\n"),
    };

    /// <summary>A bundle; what is not given is right.</summary>
    public static byte[] Bundle(EvidenceManifest? manifest = null, IEnumerable<EvidenceEvent>? events = null, IEnumerable<KeyValuePair<long, SignedNote>>? checkpoints = null, params (string Name, byte[] Content)[] more) =>
        EvidenceBundle.Write(manifest ?? Manifest, events ?? Events, checkpoints ?? Checkpoints, [.. Others, .. more.Select(m => KeyValuePair.Create(m.Name, (ReadOnlyMemory<byte>)m.Content))]);

    /// <summary>The good bundle with other members, and a manifest that does not know.</summary>
    public static byte[] Repacked(Action<List<(string Name, ReadOnlyMemory<byte> Content)>> change)
    {
        var members = StoredZip.Read(Bundle())!;
        change(members);
        return StoredZip.Write(members);
    }

    /// <summary>The good bundle with a changed member, and its hash in the manifest again.</summary>
    public static byte[] Retold(string name, Func<string, string> change) => Repacked(members =>
    {
        var at = members.FindIndex(m => m.Name == name);
        var text = change(Encoding.UTF8.GetString(members[at].Content.Span));
        text.ShouldNotBe(Encoding.UTF8.GetString(members[at].Content.Span));
        members[at] = (name, Utf8(text));
        if (at == 0) return;
        var manifest = EvidenceManifest.Parse(members[0].Content);
        members[0] = (members[0].Name, (manifest with { Members = [.. members.Skip(1).Select(m => (m.Name, EvidenceBundle.Hash(m.Content.Span)))] }).Canonical());
    });

    /// <summary>The good bundle with another first event, its hash in the manifest again.</summary>
    public static byte[] Told(Func<string, string> line) => Retold(EvidenceMembers.Events, lines => line(lines[..lines.IndexOf('\n')]) + lines[lines.IndexOf('\n')..]);

    public static byte[] Enveloped(byte[] content)
    {
        var cms = new EnvelopedCms(new ContentInfo(content), new AlgorithmIdentifier(new("2.16.840.1.101.3.4.1.42")));
        cms.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, TestKeys.BodyB.Certificate, RSAEncryptionPadding.OaepSHA256));
        return cms.Encode();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static Opening Open(string name, string type, Guid stream, long version, DateTimeOffset recorded)
    {
        byte[] salt = SHA256.HashData(Utf8(name)), canonical = CanonicalJson.Of(Utf8($$"""{"person":"{{Person}}","what":"{{name}}"}"""));
        var id = new Guid(SHA256.HashData(Utf8($"event {name}")).AsSpan(0, 16));
        return Opening.Of(new(id, stream, version, type, recorded, JsonElement.Parse(Actor), null, null, Commitment.ToPayload(salt, canonical)), salt, canonical);
    }
}
