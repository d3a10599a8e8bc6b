using System.IO.Compression;
using System.Text;
using CredentialLedger.Verifier.Evidence;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Tests.Evidence.EvidenceScene;

namespace CredentialLedger.Verifier.Tests.Evidence;

/// <summary>One committed bundle: its name is what is wrong with it; the code, the check that says so, and the verdict.</summary>
internal sealed record EvidenceVector(string File, string Trust, Overall Overall, string Check, string Code, string Why, Func<byte[]> Make)
{
    private static readonly Guid Elsewhere = new("e0000000-0000-4000-8000-000000000009");

    /// <summary>Every vector.</summary>
    public static readonly EvidenceVector[] All =
    [
        Good("good", "proofs", EvidenceCodes.Proven, "Four events of a person under two checkpoints.", () => Bundle()),
        Good("good-sealed", "sealing", EvidenceCodes.Sealed, "Nothing is opened.", () => Bundle()),
        Good("good-whole", "completeness", EvidenceCodes.Whole, "No version is missing.", () => Bundle()),
        Good("good-manifest", "manifest", EvidenceCodes.ManifestGood, "Every hash holds.", () => Bundle()),
        Good("good-container", "container", EvidenceCodes.ContainerGood, "A stored ZIP file as it is written.", () => Bundle()),
        Good("good-events", "openings", EvidenceCodes.EventsOpen, "Every event opens.", () => Bundle()),
        Good("good-without-witnesses", "proofs", EvidenceCodes.Included, "The trust list asks no witness.", () => Bundle()) with { Trust = "trust-no-witness.json" },
        Good("good-holes", "completeness", EvidenceCodes.Holes, "The first version of the result's stream is not shown.", () => Bundle(events: [Events[0], Events[2], Events[3]])),
        Good("good-opened", "sealing", EvidenceCodes.Encrypted, "What was opened, encrypted to one recipient.", () => Bundle(Manifest with { Recipient = Recipient }, null, null, (EvidenceMembers.Opened, Enveloped([1])))),
        Good("good-period", "proofs", EvidenceCodes.Proven, "Four events of a day.", () => Bundle(Manifest with { Selection = new("period", null, new(2026, 11, 20), new(2026, 11, 20)) })),

        Bad("not-zip", "container", EvidenceCodes.Container, "A text.", () => Utf8("no bundle\n")),
        Bad("empty", "container", EvidenceCodes.Container, "Nothing.", () => []),
        Bad("compressed", "container", EvidenceCodes.Container, "The same members, compressed.", Compressed),
        Bad("crc", "container", EvidenceCodes.Container, "A check sum of a member that is not its own.", () => Changed(Bundle(), 14)),
        Bad("trailing", "container", EvidenceCodes.Container, "A byte after the end.", () => [.. Bundle(), 0]),
        Bad("leading", "container", EvidenceCodes.Container, "A byte before the beginning.", () => [0, .. Bundle()]),
        Bad("without-directory", "container", EvidenceCodes.Container, "Cut off before its end.", () => Bundle()[..^30]),
        Bad("path-up", "container", EvidenceCodes.MemberName, "A member whose name leads out of the folder.", () => Repacked(m => m.Add(("../../etc/passwd", new byte[1])))),
        Bad("path-absolute", "container", EvidenceCodes.MemberName, "A member with an absolute path.", () => Repacked(m => m.Add(("/tmp/x", new byte[1])))),
        Bad("path-backslash", "container", EvidenceCodes.MemberName, "A member with a backslash.", () => Repacked(m => m.Add(("documents\\x", new byte[1])))),
        Bad("member-unknown", "container", EvidenceCodes.MemberName, "A member that no bundle has.", () => Repacked(m => m.Add(("readme.txt", new byte[1])))),
        Bad("member-twice", "container", EvidenceCodes.MemberTwice, "Two members of one name.", () => Repacked(m => m.Add(m[^1]))),
        Bad("member-order", "container", EvidenceCodes.MemberOrder, "Two members changed their places.", () => Repacked(m => (m[1], m[2]) = (m[2], m[1]))),
        Bad("without-events", "container", EvidenceCodes.MemberMissing, "No events.", () => Repacked(m => m.RemoveAll(x => x.Name == EvidenceMembers.Events))),
        Bad("without-manifest", "container", EvidenceCodes.MemberMissing, "No manifest.", () => Repacked(m => m.RemoveAt(0))),

        Bad("manifest-space", "manifest", EvidenceCodes.ManifestFormat, "A space in the manifest.", () => Retold(EvidenceMembers.Manifest, t => t + " ")),
        Bad("manifest-format", "manifest", EvidenceCodes.ManifestFormat, "Another version.", () => Retold(EvidenceMembers.Manifest, t => t.Replace("evidence/1", "evidence/2", StringComparison.Ordinal))),
        Bad("manifest-more", "manifest", EvidenceCodes.ManifestFormat, "An unknown member.", () => Retold(EvidenceMembers.Manifest, t => t.Replace("{\"bundle\"", "{\"a\":1,\"bundle\"", StringComparison.Ordinal))),
        Bad("selection-half", "manifest", EvidenceCodes.ManifestFormat, "A person without an id.", () => Bundle(Manifest with { Selection = new("person", null, null, null) })),
        Bad("selection-unknown", "manifest", EvidenceCodes.ManifestFormat, "A selection of an unknown kind.", () => Bundle(Manifest with { Selection = new("friend", Person, null, null) })),
        Bad("member-not-listed", "manifest", EvidenceCodes.ManifestMembers, "A member more than the manifest names.", () => Repacked(m => m.Insert(1, ("certificates/" + new string('0', 64) + ".pem", new byte[1])))),
        Bad("member-left-out", "manifest", EvidenceCodes.ManifestMembers, "A checkpoint taken out.", () => Repacked(m => m.RemoveAll(x => x.Name == EvidenceMembers.Checkpoint(3)))),
        Bad("report-changed", "manifest", EvidenceCodes.MemberHash, "Another report.", () => Repacked(m => m[m.FindIndex(x => x.Name == EvidenceMembers.ReportEn)] = (EvidenceMembers.ReportEn, Utf8("# Other\n")))),

        Bad("event-space", "openings", EvidenceCodes.EventFormat, "A space in a line.", () => Told(l => l + " ")),
        Bad("event-not-json", "openings", EvidenceCodes.EventFormat, "A line that is none.", () => Told(_ => "event")),
        Bad("event-short-hash", "openings", EvidenceCodes.EventFormat, "A hash of three bytes in a path.", () => Told(l => l.Replace("\"path\":[", "\"path\":[\"AAAA\",", StringComparison.Ordinal))),
        Bad("event-without-newline", "openings", EvidenceCodes.EventFormat, "No newline at the end.", () => Retold(EvidenceMembers.Events, t => t[..^1])),
        Bad("event-order", "openings", EvidenceCodes.EventOrder, "The last event first.", () => Retold(EvidenceMembers.Events, t => string.Join('\n', t.Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse()) + "\n")),
        Bad("event-twice", "openings", EvidenceCodes.EventTwice, "An event at two places.", () => Retold(EvidenceMembers.Events, t => t + t.Split('\n')[0].Replace("\"index\":1", "\"index\":6", StringComparison.Ordinal) + "\n")),
        Bad("event-left-out", "openings", EvidenceCodes.EventCount, "A line taken out.", () => Retold(EvidenceMembers.Events, t => t[(t.IndexOf('\n', StringComparison.Ordinal) + 1)..])),
        Bad("payload-changed", "openings", LogCodes.OpeningPayload, "Another payload.", () => Told(l => l.Replace("\"what\":\"registered\"", "\"what\":\"removed\"", StringComparison.Ordinal))),
        Bad("key-short", "openings", LogCodes.OpeningKey, "A key of three bytes.", () => Bundle(events: [Events[0] with { Opening = Events[0].Opening with { EnvelopeKey = new byte[3] } }, .. Events[1..]])),
        Bad("envelope-more", "openings", LogCodes.EnvelopeFormat, "An unknown member in an envelope.", () => Told(l => l.Replace("\"version\":1}", "\"version\":1,\"x\":1}", StringComparison.Ordinal))),

        Bad("envelope-changed", "proofs", LogCodes.ProofInclusion, "Another actor.", () => Told(l => l.Replace("\"AUDIT\"", "\"OCSC\"", StringComparison.Ordinal))),
        Bad("index-other", "proofs", LogCodes.ProofInclusion, "Another place.", () => Told(l => l.Replace("\"index\":1", "\"index\":0", StringComparison.Ordinal))),
        Bad("path-longer", "proofs", LogCodes.ProofInclusion, "A hash more.", () => Bundle(events: [Events[0] with { Place = Events[0].Place! with { Path = [.. Events[0].Place!.Path, new byte[32]] } }, .. Events[1..]])),
        Bad("checkpoint-missing", "proofs", EvidenceCodes.CheckpointMissing, "No checkpoint of that size.", () => Bundle(checkpoints: Checkpoints.Where(c => c.Key != 3))),
        Bad("checkpoint-size", "proofs", EvidenceCodes.CheckpointSize, "A checkpoint under the name of another.", () => Bundle(checkpoints: new Dictionary<long, Verifier.Log.Notes.SignedNote> { [3] = Checkpoint(7), [7] = Checkpoint(7) })),
        Bad("checkpoint-changed", "proofs", LogCodes.NoteSignature, "A root that the log did not sign.", () => Retold(EvidenceMembers.Checkpoint(3), t => t.Replace(t.Split('\n')[2], Convert.ToBase64String(new byte[32]), StringComparison.Ordinal))),
        Bad("recorded-after-proof", "proofs", EvidenceCodes.RecordedAfterProof, "Witnesses saw an event before it was recorded.", () => Bundle(checkpoints: new Dictionary<long, Verifier.Log.Notes.SignedNote> { [3] = Checkpoint(3), [7] = Checkpoint(7, null, -300) })),
        Open("strange-log", "proofs", LogCodes.CheckpointUnknownLog, "A log of the same name with another key.", () => Bundle(checkpoints: new Dictionary<long, Verifier.Log.Notes.SignedNote> { [3] = Checkpoint(3, TestLog.Stranger), [7] = Checkpoint(7) })),
        Open("quorum", "proofs", LogCodes.QuorumNotMet, "One witness of three.", () => Bundle(checkpoints: new Dictionary<long, Verifier.Log.Notes.SignedNote> { [3] = Checkpoint(3), [7] = Checkpoint(7, null, 0, 1) })),
        Open("cosigned-later", "proofs", LogCodes.CosignatureFuture, "Cosigned in days to come.", () => Bundle(checkpoints: new Dictionary<long, Verifier.Log.Notes.SignedNote> { [3] = Checkpoint(3), [7] = Checkpoint(7, null, 7 * 86400) })),
        Open("policy-missing", "proofs", EvidenceCodes.NoPolicy, "The trust list knows no log.", () => Bundle()) with { Trust = "trust-without-logs.json" },
        Open("not-covered", "proofs", EvidenceCodes.NotAllProven, "An event under no checkpoint yet.", () => Bundle(events: [.. Events[..3], Events[3] with { Place = null }])),

        Bad("subject-hole", "completeness", EvidenceCodes.SubjectHole, "The person's own first event is not shown.", () => Bundle(events: Events[1..])),
        Bad("subject-elsewhere", "completeness", EvidenceCodes.SubjectHole, "The bundle is about a person of whom it shows nothing.", () => Bundle(Manifest with { Selection = new("person", Elsewhere, null, null) })),
        Open("unshown", "completeness", EvidenceCodes.Unshown, "An event of the selection that could not be opened.", () => Bundle(Manifest with { Unshown = [Elsewhere] })),
        Bad("opened-in-the-clear", "sealing", EvidenceCodes.NotEncrypted, "What was opened is not encrypted.", () => Bundle(Manifest with { Recipient = Recipient }, null, null, (EvidenceMembers.Opened, Utf8("{}")))),
        Bad("opened-for-nobody", "sealing", EvidenceCodes.NotEncrypted, "Encrypted, and no recipient is named.", () => Bundle(null, null, null, (EvidenceMembers.Opened, Enveloped([1])))),
    ];

    private static EvidenceVector Good(string name, string check, string code, string why, Func<byte[]> make) => Of(name, Overall.Valid, check, code, why, make);

    private static EvidenceVector Bad(string name, string check, string code, string why, Func<byte[]> make) => Of(name, Overall.Invalid, check, code, why, make);

    private static EvidenceVector Open(string name, string check, string code, string why, Func<byte[]> make) => Of(name, Overall.Undetermined, check, code, why, make);

    private static EvidenceVector Of(string name, Overall overall, string check, string code, string why, Func<byte[]> make) => new($"{name}.zip", "trust.json", overall, $"evidence-{check}", code, why, make);

    private static byte[] Changed(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] Compressed()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, content) in StoredZip.Read(Bundle())!)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Sample.At;
                using var stream = entry.Open();
                stream.Write(content.Span);
            }
        }
        return file.ToArray();
    }
}
