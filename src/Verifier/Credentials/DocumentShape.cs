using System.Xml;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Which elements, in which order, with which attributes a document may have: everything else is refused. The table is the page's, and the XSD's.</summary>
internal static class DocumentShape
{
    private sealed record Rule(string[] Attributes, string[] Children);

    // A child may be followed by ? (may be absent) or + (one or more); an element without children holds text.
    private static readonly Dictionary<(string, string), Rule> Rules = new()
    {
        [(Credential, "Credential")] = Of(["Id", "Test", "Version"], "CredentialId", "Number", "ValidFrom", "ValidUntil?", "Issuer", "Holder", "Achievement", "Programme", "Status", "Log", "Signature"),
        [(Credential, "Issuer")] = Of([], "Code", "NameTh", "NameEn", "KeyId"),
        [(Credential, "Holder")] = Of([], "NameTh", "NameEn?", "IdentityHash"),
        [(Credential, "IdentityHash")] = Of([], "Salt", "Value"),
        [(Credential, "Achievement")] = Of([], "Framework", "Scheme", "Unit", "Level?", "TitleTh", "TitleEn", "DecidedOn"),
        [(Credential, "Programme")] = Of([], "NoticeTh", "NoticeEn"),
        [(Credential, "Status")] = Of([], "List", "Index"),
        [(Credential, "Log")] = Of([], "Origin"),

        [(Ds, "Signature")] = Of(["Id"], "SignedInfo", "SignatureValue", "KeyInfo", "Object"),
        [(Ds, "SignedInfo")] = Of([], "CanonicalizationMethod", "SignatureMethod", "Reference+"),
        [(Ds, "CanonicalizationMethod")] = Of(["Algorithm"]),
        [(Ds, "SignatureMethod")] = Of(["Algorithm"]),
        [(Ds, "Reference")] = Of(["Id?", "Type?", "URI"], "Transforms", "DigestMethod", "DigestValue"),
        [(Ds, "Transforms")] = Of([], "Transform+"),
        [(Ds, "Transform")] = Of(["Algorithm"]),
        [(Ds, "DigestMethod")] = Of(["Algorithm"]),
        [(Ds, "KeyInfo")] = Of([], "X509Data"),
        [(Ds, "X509Data")] = Of([], "X509Certificate+"),
        [(Ds, "Object")] = Of([], "QualifyingProperties"),

        [(Xades, "QualifyingProperties")] = Of(["Target"], "SignedProperties", "UnsignedProperties?"),
        [(Xades, "SignedProperties")] = Of(["Id"], "SignedSignatureProperties", "SignedDataObjectProperties"),
        [(Xades, "SignedSignatureProperties")] = Of([], "SigningTime", "SigningCertificateV2"),
        [(Xades, "SigningCertificateV2")] = Of([], "Cert"),
        [(Xades, "Cert")] = Of([], "CertDigest", "IssuerSerialV2"),
        [(Xades, "CertDigest")] = Of([], "DigestMethod", "DigestValue"),
        [(Xades, "SignedDataObjectProperties")] = Of([], "DataObjectFormat"),
        [(Xades, "DataObjectFormat")] = Of(["ObjectReference"], "MimeType"),
    };

    private static readonly Rule TextOnly = new([], []);

    private static readonly HashSet<string> Empty = ["CanonicalizationMethod", "SignatureMethod", "Transform", "DigestMethod"];

    /// <summary>The code of the first thing that does not belong, or nothing. Unsigned properties are judged elsewhere.</summary>
    public static string? Fault(XmlElement element)
    {
        if (element.Is(Xades, "UnsignedProperties")) return null;
        var rule = Rules.GetValueOrDefault((element.NamespaceURI, element.LocalName), TextOnly);
        if (!HasAttributes(element, rule.Attributes)) return Codes.StructureUnexpectedAttribute;
        var children = element.Elements().ToList();
        if (rule.Children.Length == 0)
        {
            if (children.Count > 0) return Codes.StructureUnexpectedElement;
            var mayHaveText = !(element.NamespaceURI == Ds && Empty.Contains(element.LocalName));
            return element.HasChildNodes == mayHaveText ? null : Codes.StructureUnexpectedText;
        }

        if (element.ChildNodes.Count > children.Count) return Codes.StructureUnexpectedText;
        if (!InOrder(element, children, rule.Children)) return Codes.StructureUnexpectedElement;
        return children.Select(Fault).FirstOrDefault(fault => fault is not null);
    }

    private static bool HasAttributes(XmlElement element, string[] expected)
    {
        var present = element.Attributes.Cast<XmlAttribute>().Where(a => a.NamespaceURI != Xmlns).ToList();
        return present.All(a => a.NamespaceURI.Length == 0 && (expected.Contains(a.Name) || expected.Contains(a.Name + "?")))
            && expected.Where(name => name[^1] != '?').All(name => present.Any(a => a.Name == name));
    }

    private static bool InOrder(XmlElement parent, List<XmlElement> children, string[] expected)
    {
        var at = 0;
        foreach (var slot in expected)
        {
            var name = slot.TrimEnd('?', '+');
            var first = at;
            while (at < children.Count && children[at].Is(NamespaceOf(parent, name), name) && (at == first || slot[^1] == '+')) at++;
            if (at == first && slot[^1] != '?') return false;
        }

        return at == children.Count;
    }

    // Three elements have children of another namespace than their own.
    private static string NamespaceOf(XmlElement parent, string child) => child switch
    {
        "Signature" or "DigestMethod" or "DigestValue" => Ds,
        "QualifyingProperties" => Xades,
        _ => parent.NamespaceURI,
    };

    private static Rule Of(string[] attributes, params string[] children) => new(attributes, children);
}
