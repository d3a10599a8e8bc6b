using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Properly signed by the issuer's key, but referring to, transforming or carrying something else than the format has.</summary>
internal static class SignatureFormVectors
{
    private const string Transform = "Transform";

    public static readonly CredentialVector[] All =
    [
        Refused("structure/one-reference", Codes.StructureReferences, "The signed properties are not referred to, so the time and the certificate are not signed.",
            () => Forge().Change(f => f.Find("SignedInfo").RemoveChild(f.Find("Reference", 1))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/three-references", Codes.StructureReferences, "The first reference twice.", ThreeReferences, Xmlsec.Accepts),
        Refused("structure/references-swapped", Codes.StructureReferences, "The two references in the other order.",
            () => Forge().Change(f => f.Find("SignedInfo").InsertBefore(f.Find("Reference", 1), f.Find("Reference"))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/reference-whole-document", Codes.StructureReferences, "The empty URI, which means the document and not the root by its id.",
            () => Forge().Attribute("Reference", "URI", "").Sign(TestKeys.BodyA), Xmlsec.NotAsserted),
        Refused("structure/reference-xpointer", Codes.StructureReferences, "The document by an XPointer.", () => Forge().Attribute("Reference", "URI", "#xpointer(/)").Sign(TestKeys.BodyA)),
        Refused("structure/reference-external", Codes.StructureReferences, "A reference that would be fetched.",
            () => Forge().Attribute("Reference", "URI", "http://attacker.example/credential.xml").Sign(TestKeys.BodyA), Xmlsec.Refuses),
        Refused("structure/reference-to-part", Codes.StructureReferences, "Only the holder is signed.",
            () => Forge().Attribute("Reference", "URI", "#signed-properties").Sign(TestKeys.BodyA)),
        Refused("structure/reference-without-type", Codes.StructureReferences, "The second reference lacks the type that XAdES demands.",
            () => Forge().Attribute("Reference", "Type", null, skip: 1).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/reference-without-id", Codes.StructureReferences, "The data object format refers to nothing.",
            () => Forge().Attribute("Reference", "Id", null).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/other-target", Codes.StructureReferences, "The qualifying properties name another signature.",
            () => Forge().Attribute("QualifyingProperties", "Target", "#other").Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/transform-xpath", Codes.StructureUnexpectedElement, "An XPath transform that leaves the name out of what is signed.", XPath),
        Refused("structure/transform-xslt", Codes.StructureTransforms, "An XSLT transform, which is a program.",
            () => Forge().Attribute(Transform, "Algorithm", "http://www.w3.org/TR/1999/REC-xslt-19991116", skip: 1).Sign(TestKeys.BodyA), Xmlsec.Refuses),
        Refused("structure/transform-missing", Codes.StructureTransforms, "The enveloped-signature transform is missing.",
            () => Forge().Change(f => f.Find("Transforms").RemoveChild(f.Find(Transform))).Sign(TestKeys.BodyA), Xmlsec.Refuses),
        Refused("structure/transform-inclusive", Codes.StructureTransforms, "Inclusive instead of exclusive canonicalization.",
            () => Forge().Attribute(Transform, "Algorithm", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", skip: 1).Sign(TestKeys.BodyA)),
        Refused("structure/transform-with-comments", Codes.StructureTransforms, "Canonicalization with comments.",
            () => Forge().Attribute(Transform, "Algorithm", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments", skip: 1).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/canonicalization-method", Codes.StructureTransforms, "SignedInfo by inclusive canonicalization.",
            () => Forge().Attribute("CanonicalizationMethod", "Algorithm", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315").Sign(TestKeys.BodyA)),
        Refused("structure/inclusive-namespaces", Codes.StructureUnexpectedElement, "A prefix list inside the transform.",
            () => Forge().Change(f => f.Append(f.Find(Transform, 1), "<InclusiveNamespaces xmlns=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"xades\"></InclusiveNamespaces>")).Sign(TestKeys.BodyA)),
        Refused("structure/hmac-output-length", Codes.StructureUnexpectedElement, "A truncated HMAC (CVE-2009-0217).",
            () => Forge().Change(f => f.Append(f.Find("SignatureMethod"), $"<HMACOutputLength xmlns=\"{XmlNames.Ds}\">1</HMACOutputLength>")).Sign(TestKeys.BodyA)),
        Refused("structure/key-value", Codes.StructureUnexpectedElement, "A bare key beside the certificate.",
            () => Forge().Change(f => f.Append(f.Find("KeyInfo"), $"<KeyName xmlns=\"{XmlNames.Ds}\">body-a</KeyName>")).Bytes(), Xmlsec.NotAsserted),
        Refused("structure/retrieval-method", Codes.StructureUnexpectedElement, "A key to be fetched.",
            () => Forge().Change(f => f.Append(f.Find("KeyInfo"), $"<RetrievalMethod xmlns=\"{XmlNames.Ds}\" URI=\"http://attacker.example/key\"></RetrievalMethod>")).Bytes()),
        Refused("structure/manifest", Codes.StructureUnexpectedElement, "A manifest, whose references most tools do not check.",
            () => Forge().Change(f => f.Append(f.Find("Object"), $"<Manifest xmlns=\"{XmlNames.Ds}\"></Manifest>")).Bytes()),
        Refused("structure/counter-signature", Codes.StructureUnsignedProperties, "An unsigned property that is not on the list.", () => Unsigned(
            $"<xades:UnsignedSignatureProperties xmlns:xades=\"{XmlNames.Xades}\"><xades:CompleteRevocationRefs></xades:CompleteRevocationRefs></xades:UnsignedSignatureProperties>"), Xmlsec.Accepts),
        Refused("structure/unsigned-data-object-properties", Codes.StructureUnsignedProperties, "Properties of the data object outside the signature.", () => Unsigned(
            $"<xades:UnsignedDataObjectProperties xmlns:xades=\"{XmlNames.Xades}\"></xades:UnsignedDataObjectProperties>"), Xmlsec.Accepts),
        Refused("structure/two-unsigned-properties", Codes.StructureUnexpectedElement, "UnsignedProperties twice.",
            () => Forge().Change(f => Enumerable.Range(0, 2).ToList().ForEach(_ => f.Find("QualifyingProperties").Add(XmlNames.Xades, "xades:UnsignedProperties"))).Bytes(), Xmlsec.Accepts),
    ];

    private static byte[] Unsigned(string inner) => Forge().Change(f =>
        f.Append(f.Find("QualifyingProperties").Add(XmlNames.Xades, "xades:UnsignedProperties"), inner)).Bytes();

    private static byte[] ThreeReferences() => Forge().Change(f =>
    {
        var copy = (System.Xml.XmlElement)f.Find("Reference").CloneNode(deep: true);
        copy.RemoveAttribute("Id");
        f.Find("SignedInfo").AppendChild(copy);
    }).Sign(TestKeys.BodyA);

    private static byte[] XPath() => Forge().Change(f =>
    {
        f.Attribute(Transform, "Algorithm", "http://www.w3.org/TR/1999/REC-xpath-19991116", skip: 1);
        f.Append(f.Find(Transform, 1), $"<XPath xmlns=\"{XmlNames.Ds}\">not(ancestor-or-self::*[local-name()='Holder'])</XPath>");
    }).Sign(TestKeys.BodyA);
}
