using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Log proofs of another form than the page's: the one part that no signature covers has no room for anything.</summary>
internal static class LogShapeVectors
{
    public static readonly CredentialVector[] All =
    [
        Shape("two-log-proofs", "Two log proofs.", f => f.Find("LogProof").ParentNode!.AppendChild(f.Find("LogProof").CloneNode(true))),
        Shape("log-proof-with-content", "A holder inside the log proof.", f => f.Find("LogProof").Add(XmlNames.Credential, "Holder")),
        Shape("log-proof-text", "Base64 alone, as the page once reserved it.", f => f.Set("LogProof", "cHJvb2Y=")),
        Shape("log-proof-attribute", "An attribute of the log proof.", f => f.Attribute("LogProof", "Version", "1")),
        Shape("log-proof-other-namespace", "A log proof of another namespace.", f => f.Find("LogProof").ParentNode!.ReplaceChild(f.Element("urn:credentialledger:log-proof:2", "LogProof"), f.Find("LogProof"))),
        Shape("log-proof-without-decision", "The issue alone.", f => f.Find("LogProof").RemoveChild(f.Find("Decision"))),
        Shape("log-proof-without-issue", "The decision alone.", f => f.Find("LogProof").RemoveChild(f.Find("Issue"))),
        Shape("log-proof-swapped", "The issue before the decision.", f => f.Find("LogProof").AppendChild(f.Find("Decision"))),
        Shape("log-proof-second-issue", "A second issue.", f => f.Find("LogProof").AppendChild(f.Find("Issue").CloneNode(true))),
        Shape("log-proof-decision-with-payload", "The decision with its payload, which is not made to be shown.", f => f.Find("Decision").InsertAfter(f.Find("Payload").CloneNode(true), f.Find("EnvelopeKey"))),
        Shape("log-proof-without-payload", "The issue without its payload.", f => f.Find("Issue").RemoveChild(f.Find("Payload"))),
        Shape("log-proof-without-proof", "The decision without its tlog-proof.", f => f.Find("Decision").RemoveChild(f.Find("TlogProof"))),
        Shape("log-proof-empty-text", "An empty envelope.", f => f.Set("Envelope", "")),
        Shape("log-proof-element-in-text", "An element inside a text.", f => f.Find("Envelope").Add(XmlNames.LogProof, "Envelope")),
        Shape("log-proof-white-space", "A space between the elements.", f => f.Find("LogProof").InsertBefore(f.Root.OwnerDocument.CreateTextNode(" "), f.Find("Issue"))),
        Shape("log-proof-line-break", "A line break in base64.", f => f.Set("TlogProof", f.Find("TlogProof").InnerText.Insert(64, "\n"))),
        Shape("log-proof-spare-bits", "Base64 whose unused bits are not zero.", f => f.Set("EnvelopeKey", "AAB=")),
        Shape("log-proof-envelope-too-large", "An envelope of more than 4 KiB.", f => f.Set("Envelope", Convert.ToBase64String(new byte[4097]))),
        Shape("log-proof-payload-too-large", "A payload of more than 16 KiB.", f => f.Set("Payload", Convert.ToBase64String(new byte[16385]))),
        Shape("log-proof-too-large", "A tlog-proof of more than 64 KiB.", f => f.Set("TlogProof", Convert.ToBase64String(new byte[65537]))),
        Shape("log-proof-beside-another", "A time stamp beside the log proof.", f => f.Find("UnsignedSignatureProperties").Add(XmlNames.Xades, "xades:SignatureTimeStamp")),
        Shape("log-proof-beside-data-object-properties", "Properties of the data object beside the log proof.", f => f.Find("UnsignedProperties").Add(XmlNames.Xades, "xades:UnsignedDataObjectProperties")),
        Shape("unsigned-signature-properties-empty", "No property at all, which ETSI EN 319 132-1 clause 4.3.6 forbids.", f => f.Find("UnsignedSignatureProperties").RemoveAll()),
        Shape("unsigned-properties-attribute", "An attribute of the unsigned properties.", f => f.Attribute("UnsignedProperties", "Id", "unsigned")),
        Refused("structure/two-unsigned-properties-with-proofs", Codes.StructureUnexpectedElement, "The same unsigned properties twice.",
            () => Scene.Document(change: f => f.Find("QualifyingProperties").AppendChild(f.Find("UnsignedProperties").CloneNode(true))), Xmlsec.Accepts),
        Refused("structure/space-after-unsigned-properties", Codes.StructureUnexpectedText, "A space after the unsigned properties, which would be left when they are taken out.",
            () => Scene.Document(change: f => f.Find("QualifyingProperties").AppendChild(f.Root.OwnerDocument.CreateTextNode(" "))), Xmlsec.Accepts),
        Open("structure/log-proof-spaces-in-tag", Codes.StructureNotCanonical, "A space in a tag of the log proof.", () => Spelled("<Decision>", "<Decision >"), Xmlsec.Accepts),
        Open("structure/log-proof-unused-namespace", Codes.StructureNotCanonical, "A namespace that nothing uses, in the unsigned properties.", () => Spelled("<xades:UnsignedProperties>", "<xades:UnsignedProperties xmlns:x=\"urn:x\">"), Xmlsec.Accepts),
    ];

    private static LogScene Scene => LogScene.Of(Good);

    private static CredentialVector Shape(string name, string why, Action<Forge> change) =>
        Refused("structure/" + name, Codes.StructureUnsignedProperties, why, () => Scene.Document(change: change), Xmlsec.Accepts);

    private static byte[] Spelled(string old, string changed) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(Scene.Document()).Replace(old, changed, StringComparison.Ordinal));
}
