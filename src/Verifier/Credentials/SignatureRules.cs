using System.Xml;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>What keeps a signature from being wrapped, moved or doubled: its place, the ids, what it refers to, and what stands outside it.</summary>
internal static class SignatureRules
{
    /// <summary>Exactly one ds:Signature in the whole document, a child of the root.</summary>
    public static string? Place(XmlElement root)
    {
        var signatures = root.SelfAndDescendants().Where(e => e.Is(Ds, "Signature")).ToList();
        return signatures.Count switch
        {
            0 => Codes.StructureNoSignature,
            > 1 => Codes.StructureSecondSignature,
            _ => signatures[0].ParentNode == root ? null : Codes.StructureSignatureMisplaced,
        };
    }

    /// <summary>Ids are spelled Id, without a namespace, and are unique; other spellings that some tool takes for an id are refused.</summary>
    public static string? Ids(XmlElement root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (XmlAttribute attribute in root.SelfAndDescendants().SelectMany(e => e.Attributes.Cast<XmlAttribute>()))
        {
            if (!attribute.LocalName.Equals("Id", StringComparison.OrdinalIgnoreCase) || attribute.NamespaceURI == Xmlns) continue;
            if (attribute.Name != "Id") return Codes.StructureIdSpelling;
            if (!seen.Add(attribute.Value)) return Codes.StructureDuplicateId;
        }

        return null;
    }

    /// <summary>Exactly two references: the root without its signature, and the signed properties; each with its transforms and no other. After the shape.</summary>
    public static string? References(XmlElement root)
    {
        var signature = root.Child(Ds, "Signature");
        var info = signature.Child(Ds, "SignedInfo");
        var qualifying = signature.Child(Ds, "Object").Child(Xades, "QualifyingProperties");
        var references = info.Elements().Where(e => e.Is(Ds, "Reference")).ToList();
        var format = qualifying.Child(Xades, "SignedProperties").Child(Xades, "SignedDataObjectProperties").Child(Xades, "DataObjectFormat");
        if (references.Count != 2
            || root.GetAttribute("Id") != RootId
            || signature.GetAttribute("Id") != SignatureId
            || qualifying.GetAttribute("Target") != "#" + SignatureId
            || qualifying.Child(Xades, "SignedProperties").GetAttribute("Id") != SignedPropertiesId
            || format.GetAttribute("ObjectReference") != "#" + ReferenceId
            || !Refers(references[0], RootId, ReferenceId, null)
            || !Refers(references[1], SignedPropertiesId, null, SignedPropertiesType)) return Codes.StructureReferences;

        var isTransformed = info.Child(Ds, "CanonicalizationMethod").GetAttribute("Algorithm") == ExclusiveC14N
            && Transforms(references[0]).SequenceEqual([Enveloped, ExclusiveC14N])
            && Transforms(references[1]).SequenceEqual([ExclusiveC14N]);
        return isTransformed ? null : Codes.StructureTransforms;
    }

    private static bool Refers(XmlElement reference, string target, string? id, string? type) =>
        reference.GetAttribute("URI") == "#" + target
        && reference.GetAttributeNode("Id")?.Value == id
        && reference.GetAttributeNode("Type")?.Value == type;

    private static IEnumerable<string> Transforms(XmlElement reference) =>
        reference.Child(Ds, "Transforms").Elements().Select(t => t.GetAttribute("Algorithm"));
}
