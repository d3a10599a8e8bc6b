using System.Xml;
using CredentialLedger.Verifier.Credentials;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>The form of the unsigned properties, judged on the DOM.</summary>
internal static class DomLogProof
{
    private static readonly (string Name, int Maximum)[] Envelope = [("Envelope", 4 * 1024), ("EnvelopeKey", 64)], Proof = [("TlogProof", 64 * 1024)];
    private static readonly (string Name, int Maximum)[] DecisionTexts = [.. Envelope, .. Proof];
    private static readonly (string Name, int Maximum)[] IssueTexts = [.. Envelope, ("Payload", 16 * 1024), ("PayloadKey", 64), .. Proof];

    public static string? Fault(XmlElement root)
    {
        if (Unsigned(root) is not { } unsigned || IsBare(unsigned) && !unsigned.HasChildNodes) return null;
        return Only(unsigned, Xades, "UnsignedSignatureProperties") is { } properties && Only(properties, LogProof, "LogProof") is { } proof
            && IsBare(proof) && Children(proof, "Decision", "Issue") is [var decision, var issue] && HasTexts(decision, DecisionTexts) && HasTexts(issue, IssueTexts)
            ? null : Codes.StructureUnsignedProperties;
    }

    private static XmlElement? Unsigned(XmlElement root) =>
        root.Child(Ds, "Signature").Child(Ds, "Object").Child(Xades, "QualifyingProperties").Find(Xades, "UnsignedProperties");

    private static bool HasTexts(XmlElement entry, (string Name, int Maximum)[] texts) =>
        Children(entry, [.. texts.Select(t => t.Name)]) is { } found && found.Zip(texts).All(pair => IsText(pair.First, pair.Second.Maximum));

    private static bool IsText(XmlElement element, int maximum) =>
        IsBare(element) && !element.Elements().Any() && DomBase64.OrNull(element.InnerText) is { Length: > 0 } bytes && bytes.Length <= maximum;

    private static XmlElement[]? Children(XmlElement parent, params string[] names)
    {
        var found = parent.Elements().ToArray();
        return IsBare(parent) && parent.ChildNodes.Count == found.Length && found.Length == names.Length && found.Zip(names).All(pair => pair.First.Is(LogProof, pair.Second)) ? found : null;
    }

    private static XmlElement? Only(XmlElement parent, string ns, string name) =>
        IsBare(parent) && parent.ChildNodes.Count == 1 && parent.FirstChild is XmlElement child && child.Is(ns, name) ? child : null;

    private static bool IsBare(XmlElement element) => element.Attributes.Cast<XmlAttribute>().All(a => a.NamespaceURI == Xmlns);
}
