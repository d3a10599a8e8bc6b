using System.Text;
using System.Xml;
using CredentialLedger.Verifier.Log;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>The element of the log proofs: its one form, how it is written, and what its texts hold. Nothing of it is signed, so nothing of it is believed before the log check.</summary>
internal static class LogProofElement
{
    // Bytes behind the base64: an envelope has some 500, an issue's payload some 1,000, a proof of 2^20 leaves with ten witnesses 2,500.
    private const int MaxEnvelope = 4 * 1024, MaxKey = 64, MaxPayload = 16 * 1024, MaxProof = 64 * 1024;

    private static readonly (string Name, int Maximum)[] Envelope = [("Envelope", MaxEnvelope), ("EnvelopeKey", MaxKey)], Proof = [("TlogProof", MaxProof)];
    private static readonly (string Name, int Maximum)[] DecisionTexts = [.. Envelope, .. Proof];
    private static readonly (string Name, int Maximum)[] IssueTexts = [.. Envelope, ("Payload", MaxPayload), ("PayloadKey", MaxKey), .. Proof];

    /// <summary>Exactly one form: absent, empty, or one LogProof of a decision and an issue whose texts are base64. After the shape.</summary>
    public static string? Fault(XmlElement root)
    {
        if (Unsigned(root) is not { } unsigned || IsBare(unsigned) && !unsigned.HasChildNodes) return null;
        return Only(unsigned, Xades, "UnsignedSignatureProperties") is { } properties && Only(properties, LogProof, "LogProof") is { } proof
            && IsBare(proof) && Children(proof, "Decision", "Issue") is [var decision, var issue] && HasTexts(decision, DecisionTexts) && HasTexts(issue, IssueTexts)
            ? null : Codes.StructureUnsignedProperties;
    }

    /// <summary>The element with the two events; null when the document has none. After <see cref="Fault"/>.</summary>
    public static XmlElement? In(XmlElement root) => Unsigned(root)?.Find(Xades, "UnsignedSignatureProperties")?.Child(LogProof, "LogProof");

    /// <summary>Takes the unsigned properties out, empty ones too.</summary>
    public static void Remove(XmlElement root)
    {
        if (Unsigned(root) is { } unsigned) unsigned.ParentNode!.RemoveChild(unsigned);
    }

    public static void Append(XmlElement qualifying, ProvenEvent decision, ProvenEvent issue)
    {
        var proof = qualifying.Add(Xades, "xades:UnsignedProperties").Add(Xades, "xades:UnsignedSignatureProperties").Add(LogProof, "LogProof");
        Write(proof.Add(LogProof, "Decision"), decision);
        Write(proof.Add(LogProof, "Issue"), issue);
    }

    /// <summary>The two events as their texts say; what they say is not yet shown.</summary>
    /// <exception cref="LogFormatException">An envelope or a proof is none.</exception>
    public static (ProvenEvent Decision, ProvenEvent Issue) Read(XmlElement proof) => (Event(proof.Child(LogProof, "Decision")), Event(proof.Child(LogProof, "Issue")));

    private static ProvenEvent Event(XmlElement entry) => new(
        new(Log.Envelope.Parse(Bytes(entry, "Envelope")), Bytes(entry, "EnvelopeKey"), entry.Find(LogProof, "Payload") is null ? null : (Bytes(entry, "Payload"), Bytes(entry, "PayloadKey"))),
        TlogProof.Parse(Bytes(entry, "TlogProof")));

    private static void Write(XmlElement to, ProvenEvent proven)
    {
        Text("Envelope", proven.Opening.Envelope.Canonical());
        Text("EnvelopeKey", proven.Opening.EnvelopeKey.Span);
        if (proven.Opening.Payload is { } payload)
        {
            Text("Payload", payload.Canonical.Span);
            Text("PayloadKey", payload.Key.Span);
        }
        Text("TlogProof", Encoding.UTF8.GetBytes(proven.Proof.ToString()));

        void Text(string name, ReadOnlySpan<byte> bytes) => to.Add(LogProof, name, Convert.ToBase64String(bytes));
    }

    private static byte[] Bytes(XmlElement entry, string name) => StrictValues.Base64OrNull(entry.Child(LogProof, name).InnerText)!;

    private static XmlElement? Unsigned(XmlElement root) =>
        root.Child(Ds, "Signature").Child(Ds, "Object").Child(Xades, "QualifyingProperties").Find(Xades, "UnsignedProperties");

    private static bool HasTexts(XmlElement entry, (string Name, int Maximum)[] texts) =>
        Children(entry, [.. texts.Select(t => t.Name)]) is { } found && found.Zip(texts).All(pair => IsText(pair.First, pair.Second.Maximum));

    private static bool IsText(XmlElement element, int maximum) =>
        IsBare(element) && !element.Elements().Any() && StrictValues.Base64OrNull(element.InnerText) is { Length: > 0 } bytes && bytes.Length <= maximum;

    private static XmlElement[]? Children(XmlElement parent, params string[] names)
    {
        var found = parent.Elements().ToArray();
        return IsBare(parent) && parent.ChildNodes.Count == found.Length && found.Length == names.Length && found.Zip(names).All(pair => pair.First.Is(LogProof, pair.Second)) ? found : null;
    }

    private static XmlElement? Only(XmlElement parent, string ns, string name) =>
        IsBare(parent) && parent.ChildNodes.Count == 1 && parent.FirstChild is XmlElement child && child.Is(ns, name) ? child : null;

    private static bool IsBare(XmlElement element) => element.Attributes.Cast<XmlAttribute>().All(a => a.NamespaceURI == Xmlns);
}
