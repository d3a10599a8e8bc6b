using System.Xml;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Signature wrapping: what was signed is still there and still verifies, but a reader that looks elsewhere reads other words.</summary>
internal static class WrappingVectors
{
    public static readonly CredentialVector[] All =
    [
        Refused("structure/wrapped-in-new-root", Codes.StructureUnexpectedElement, "A false root around the signed one; the reference still finds the signed one by its id.",
            () => Wrap(falseId: "other"), Xmlsec.Accepts),
        Refused("structure/wrapped-without-id", Codes.StructureUnexpectedAttribute, "The same, the false root without an id.", () => Wrap(falseId: null), Xmlsec.Accepts),
        Refused("structure/wrapped-duplicate-id", Codes.StructureDuplicateId, "The false root has the same id as the signed one.", () => Wrap(falseId: "credential")),
        Refused("structure/wrapped-lower-case-id", Codes.StructureIdSpelling, "The false root has the id in another spelling.", () => Wrap(falseId: "credential", attribute: "id"), Xmlsec.Accepts),
        Refused("structure/wrapped-upper-case-id", Codes.StructureIdSpelling, "And in a third.", () => Wrap(falseId: "credential", attribute: "ID"), Xmlsec.Accepts),
        Refused("structure/wrapped-xml-id", Codes.StructureIdSpelling, "The false root has an xml:id.", () => Wrap(falseId: "other", attribute: "xml:id")),
        Refused("structure/wrapped-in-object", Codes.StructureUnexpectedElement, "The signed root moved into an Object of the signature.", InObject),
        Refused("structure/wrapped-with-signature", Codes.StructureSignatureMisplaced, "A false root around the whole signed document, signature and all.", Around, Xmlsec.Accepts),
        Refused("structure/enveloping", Codes.StructureNotACredential, "The signature is the root and the credential stands in its Object.", Enveloping),
        Refused("structure/false-root-of-other-name", Codes.StructureNotACredential, "The whole signed document inside a root of another name.", () => Around("Envelope"), Xmlsec.Accepts),
        Refused("structure/second-signature", Codes.StructureSecondSignature, "The signature twice.",
            () => Forge().Change(f => f.Root.AppendChild(f.Signature.CloneNode(true))).Bytes(), Xmlsec.Refuses),
        Refused("structure/second-signature-first", Codes.StructureSecondSignature, "A stranger's signature in front of the right one: which of them does a tool take?", StrangerFirst),
        Refused("structure/second-signature-inside", Codes.StructureSecondSignature, "A second signature hidden in the Object of the first.",
            () => Forge().Change(f => f.Find("Object").AppendChild(f.Signature.CloneNode(true))).Bytes(), Xmlsec.Refuses),
        Refused("structure/signature-in-holder", Codes.StructureSignatureMisplaced, "The signature moved into the holder.",
            () => Forge().Change(f => f.Find("Holder").AppendChild(f.Signature)).Bytes(), Xmlsec.Accepts),
        Refused("structure/signature-first", Codes.StructureUnexpectedElement, "The signature before the content; the signed bytes are the same.",
            () => Forge().Change(f => f.Root.PrependChild(f.Signature)).Bytes(), Xmlsec.Accepts),
        Refused("structure/no-signature", Codes.StructureNoSignature, "Not signed.", () => Forge().Change(f => f.Root.RemoveChild(f.Signature)).Bytes(), Xmlsec.Refuses),
        Refused("structure/duplicate-id", Codes.StructureDuplicateId, "The object has the id of the root.", () => Forge().Attribute("Object", "Id", "credential").Bytes()),
        Refused("structure/second-holder", Codes.StructureUnexpectedElement, "A second holder, signed by the issuer.",
            () => Forge().Change(f => f.Root.InsertAfter(f.Find("Holder").CloneNode(true), f.Find("Holder"))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
    ];

    /// <summary>A false root in front: changed words, the signed root without its signature as a child, and the signature at its end.</summary>
    private static byte[] Wrap(string? falseId, string attribute = "Id") => Forge().Change(f =>
    {
        var signature = f.Signature;
        f.Root.RemoveChild(signature);
        var signed = (XmlElement)f.Root.CloneNode(deep: true);
        f.Set("NameEn", "Attacker", skip: 1);
        f.Root.RemoveAttribute("Id");
        if (falseId is not null && attribute == "xml:id") f.Root.SetAttribute("id", "http://www.w3.org/XML/1998/namespace", falseId);
        else if (falseId is not null) f.Root.SetAttribute(attribute, falseId);
        f.Root.AppendChild(signed);
        f.Root.AppendChild(signature);
    }).Bytes();

    private static byte[] InObject() => Forge().Change(f =>
    {
        var signature = f.Signature;
        f.Root.RemoveChild(signature);
        var signed = f.Root.CloneNode(deep: true);
        f.Set("NameEn", "Attacker", skip: 1);
        f.Root.SetAttribute("Id", "other");
        f.Root.AppendChild(signature);
        signature.AppendChild(f.Element(XmlNames.Ds, "Object"))!.AppendChild(signed);
    }).Bytes();

    private static byte[] Around() => Around(null);

    private static byte[] Around(string? name) => Forge().Change(f =>
    {
        var signed = f.Root;
        var outer = name is null ? (XmlElement)signed.CloneNode(deep: true) : f.Element("urn:example", name);
        if (name is null)
        {
            outer.SetAttribute("Id", "other");
            outer.RemoveChild(outer.LastChild!);
        }

        f.Replace(outer);
        outer.AppendChild(signed);
    }).Bytes();

    private static byte[] Enveloping() => Forge().Change(f =>
    {
        var (signature, root) = (f.Signature, f.Root);
        root.RemoveChild(signature);
        f.Replace(signature);
        signature.AppendChild(f.Element(XmlNames.Ds, "Object"))!.AppendChild(root);
    }).Bytes();

    private static byte[] StrangerFirst() => Forge().Change(f =>
    {
        var other = new Forge(GoodVectors.Signed(TestKeys.Stranger, Sample.Content(TestKeys.Stranger)));
        f.Root.InsertBefore(f.Root.OwnerDocument.ImportNode(other.Signature, deep: true), f.Signature);
    }).Bytes();
}
