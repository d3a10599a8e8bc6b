using System.Globalization;
using System.Numerics;
using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log;
using CredentialLedger.Verifier.Log.Notes;
using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Documents whose log proof is of the right form and shows something else, or not enough.</summary>
internal static class LogVectors
{
    public static readonly CredentialVector[] All =
    [
        Bad("another-index", LogCodes.ProofInclusion, "The issue's proof is for another index.", i => i with { Proof = i.Proof with { Index = LogScene.IssueIndex - 1 } }),
        Bad("another-size", LogCodes.ProofInclusion, "The path is of a smaller tree than the checkpoint.", i => i with { Proof = i.Proof with { Path = Scene.Prove(LogScene.IssueIndex, LogScene.Size - 1).Path } }),
        Bad("one-hash-more", LogCodes.ProofInclusion, "One hash more.", i => i with { Proof = i.Proof with { Path = [.. i.Proof.Path, new byte[32]] } }),
        Bad("one-hash-less", LogCodes.ProofInclusion, "One hash less.", i => i with { Proof = i.Proof with { Path = [.. i.Proof.Path.SkipLast(1)] } }),
        Bad("proof-of-the-decision", LogCodes.ProofInclusion, "The issue has the decision's proof.", i => i with { Proof = Scene.Prove(LogScene.DecisionIndex) }),
        Refused("log/decision-not-in-the-log", LogCodes.ProofInclusion, "The issue is in the log, the decision is not.", () => Scene.Document(decision: d => d with { Proof = d.Proof with { Path = [.. d.Proof.Path.Select(_ => new byte[32])] } }), Xmlsec.Accepts),
        Bad("envelope-changed", LogCodes.ProofInclusion, "The recorded time in the envelope is another.", i => i with { Opening = i.Opening with { Envelope = i.Opening.Envelope with { Recorded = Sample.SignedAt.AddDays(-30) } } }),
        Bad("envelope-key-changed", LogCodes.ProofInclusion, "A key of 32 bytes that does not open the entry.", i => i with { Opening = i.Opening with { EnvelopeKey = new byte[32] } }),
        Bad("envelope-key-short", LogCodes.OpeningKey, "An envelope key of 31 bytes.", i => i with { Opening = i.Opening with { EnvelopeKey = i.Opening.EnvelopeKey[..31] } }),
        Bad("envelope-key-long", LogCodes.OpeningKey, "An envelope key with a zero behind it: HMAC takes both for the same.", i => i with { Opening = i.Opening with { EnvelopeKey = (byte[])[.. i.Opening.EnvelopeKey.Span, 0] } }),
        Bad("payload-key-short", LogCodes.OpeningKey, "A payload key of 31 bytes.", i => i with { Opening = i.Opening with { Payload = (i.Opening.Payload!.Value.Canonical, i.Opening.Payload.Value.Key[..31]) } }),
        Payload("payload-changed", "A payload with another test mark than the one that the envelope commits to.", p => p.Replace("false", "true", StringComparison.Ordinal)),
        Payload("payload-hash-changed", "A payload into which the hash of another document was written.", p => p.Replace("\"sha256\":\"", "\"sha256\":\"0", StringComparison.Ordinal)),
        Payload("payload-not-canonical", "The payload in another spelling.", p => p.Replace(",", ", ", StringComparison.Ordinal)),
        Text("envelope-not-canonical", LogCodes.EnvelopeFormat, "The envelope in another spelling.", "Envelope", t => t.Replace(",", ", ", StringComparison.Ordinal)),
        Text("envelope-not-json", LogCodes.EnvelopeFormat, "Words for an envelope.", "Envelope", _ => "envelope"),
        Text("proof-not-a-proof", LogCodes.ProofFormat, "Words for a proof.", "TlogProof", _ => "proof"),
        Text("proof-of-another-version", LogCodes.ProofFormat, "A proof of version 2.", "TlogProof", t => t.Replace("@v1", "@v2", StringComparison.Ordinal)),
        Text("proof-without-signature", LogCodes.NoteFormat, "A checkpoint without a signature.", "TlogProof", t => t[..t.IndexOf('—', StringComparison.Ordinal)]),
        Text("checkpoint-size-not-a-number", LogCodes.CheckpointFormat, "A checkpoint whose size is a word.", "TlogProof", t => t.Replace("\n7\n", "\nseven\n", StringComparison.Ordinal), last: true),
        Text("checkpoint-changed", LogCodes.NoteSignature, "A checkpoint of another size than the one that was signed.", "TlogProof", t => t.Replace("\n7\n", "\n8\n", StringComparison.Ordinal), last: true),
        Bad("cosignature-wrong", LogCodes.NoteSignature, "A third, known witness' cosignature is of another checkpoint.", i => i with { Proof = i.Proof with { Note = Cosign(i, Cosignature.Make(TestLog.Witnesses[1], "log.example/credentials\n1\n\n", Sample.SignedAt)) } }),
        Unsure("checkpoint-of-an-unknown-key", LogCodes.CheckpointUnknownLog, "The checkpoint has a valid signature of a key under the log's name that the policy does not have.", () => (Scene with { Log = TestLog.Stranger }).Document()),
        Unsure("cosigned-by-too-few", LogCodes.QuorumNotMet, "One witness where two are asked.", () => (Scene with { Cosigned = [(TestLog.Witnesses[0], 0)] }).Document()),
        Unsure("cosigned-twice-by-one", LogCodes.QuorumNotMet, "Two cosignatures of one witness.", () => (Scene with { Cosigned = [(TestLog.Witnesses[0], 0), (TestLog.Witnesses[0], 1)] }).Document()),
        Unsure("cosigned-by-strangers", LogCodes.QuorumNotMet, "Cosigned by keys under the witnesses' names that the policy does not have.", () => (Scene with { Cosigned = [.. TestLog.StrangeWitnesses.Select(w => (w, 0))] }).Document()),
        Unsure("cosignature-from-the-future", LogCodes.CosignatureFuture, "Cosigned an hour after the moment asked.", () => LogScene.Of(Good, Sample.At.AddHours(1)).Document()),
        Refused("log/other-origin", Codes.LogOtherOrigin, "A log that neither the document nor the issuer names.", () => (Scene with { Log = new("log.example/other", NoteKeyType.Ed25519, TestLog.Seed(1)) }).Document(), Xmlsec.Accepts),
        Refused("log/decision-of-another-type", Codes.LogOtherEvent, "An assessment's result in the place of the decision; it is in the log.", () => (Scene with { DecisionType = "result-declared" }).Document(), Xmlsec.Accepts),
        Refused("log/issue-of-another-type", Codes.LogOtherEvent, "A revocation in the place of the issue; it is in the log.", () => (Scene with { IssueType = "credential-revoked" }).Document(), Xmlsec.Accepts),
        Refused("log/issue-in-another-stream", Codes.LogOtherCredential, "An issue of the stream of another credential.", () => (Scene with { IssueStream = LogScene.OtherId }).Document(), Xmlsec.Accepts),
        Refused("log/other-credential", Codes.LogOtherCredential, "The proofs of another credential.", () => (Scene with { Credential = LogScene.OtherId, IssueStream = LogScene.OtherId }).Document(), Xmlsec.Accepts),
        Refused("log/other-decision", Codes.LogOtherCredential, "A decision in the log, but not the one that the issue carries out.", () => (Scene with { DecisionStream = LogScene.OtherId }).Document(), Xmlsec.Accepts),
        Refused("log/other-document", Codes.LogDocumentHash, "The issuer signed a second document for this credential, of which the ledger knows nothing.", () => Scene.With(GoodVectors.Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA) with { ValidUntil = null })).Document(), Xmlsec.Accepts),
        Refused("log/signature-malleated", Codes.LogDocumentHash, "The same content, the ECDSA signature's s replaced by n - s: it verifies and is not what was issued.", () => Scene.With(Malleated()).Document(), Xmlsec.Accepts),
        Refused("log/signed-after-proof", Codes.LogSignedAfterProof, "The document claims to be signed two minutes after the witnesses had seen it.", () => LogScene.Of(Good, Sample.SignedAt.AddMinutes(-2)).Document(), Xmlsec.Accepts),
    ];

    private static LogScene Scene => LogScene.Of(Good);

    private static LogScene With(this LogScene scene, byte[] other) => scene with { Issued = other };

    private static CredentialVector Bad(string name, string code, string why, Func<ProvenEvent, ProvenEvent> issue) => Refused("log/" + name, code, why, () => Scene.Document(issue: issue), Xmlsec.Accepts);

    private static CredentialVector Payload(string name, string why, Func<string, string> change) => Text(name, LogCodes.OpeningPayload, why, "Payload", change);

    private static CredentialVector Text(string name, string code, string why, string element, Func<string, string> change, bool last = false) => Refused("log/" + name, code, why,
        () => Scene.Document(change: f =>
        {
            var at = last ? f.All(element).Last() : f.Find(element);
            at.InnerText = Convert.ToBase64String(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Convert.FromBase64String(at.InnerText)))));
        }), Xmlsec.Accepts);

    private static CredentialVector Unsure(string name, string code, string why, Func<byte[]> make) => Open("log/" + name, code, why, make, Xmlsec.Accepts);

    private static SignedNote Cosign(ProvenEvent e, NoteSignature more) => e.Proof.Note with { Signatures = [.. e.Proof.Note.Signatures, more] };

    private static byte[] Malleated() => Forge().Change(f =>
    {
        var order = BigInteger.Parse("0ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var value = Convert.FromBase64String(f.Find("SignatureValue").InnerText);
        var s = (order - new BigInteger(value.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        f.Set("SignatureValue", Convert.ToBase64String([.. value[..32], .. new byte[32 - s.Length], .. s]));
    }).Bytes();
}
