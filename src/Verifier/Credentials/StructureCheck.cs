using System.Text.Unicode;
using System.Xml;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Whether the bytes are a credential document of exactly the form on the page, before any cryptography.</summary>
internal static class StructureCheck
{
    public static Finding Run(ReadOnlyMemory<byte> document, out DocumentParts? parts)
    {
        // A copy: what is hashed must be what was read, whatever the caller does meanwhile.
        parts = null;
        if (document.Length > SafeXml.MaxBytes) return Finding.Failed(Codes.StructureTooLarge);
        byte[] bytes = document.ToArray();
        string? fault = Codes.StructureNotUtf8;
        if (Utf8.IsValid(bytes)) parts = DocumentReader.Read(bytes, out fault);
        return parts is not null ? Finding.Passed(Codes.StructureGood) : WhyNot(bytes, fault!, out parts);
    }

    /// <summary>Names what is wrong with bytes that were refused, by reading them as other tools do. Never passes; a document in other bytes goes on to the later checks, so that one sees what it would be.</summary>
    private static Finding WhyNot(byte[] bytes, string fault, out DocumentParts? parts)
    {
        parts = null;
        var (document, unreadable) = SafeXml.Read(bytes);
        if (document?.DocumentElement is not { } root) return Finding.Failed(unreadable ?? Codes.StructureNotXml);
        if (root.LocalName == "Credential" && root.NamespaceURI != Credential && root.NamespaceURI.StartsWith(CredentialFamily, StringComparison.Ordinal))
            return Finding.Unknown(Codes.StructureUnknownVersion);
        if ((RootName(root) ?? SignatureRules.Place(root) ?? SignatureRules.Ids(root) ?? DocumentShape.Fault(root) ?? SignatureRules.References(root)) is { } wrong)
            return Finding.Failed(wrong);

        // The same document, but not the bytes that were issued: no forgery by itself, and no answer either.
        var canonical = CanonicalForm.Of(document);
        if (!canonical.AsSpan().SequenceEqual(bytes)) parts = DocumentReader.Read(canonical, out fault!);
        return parts is not null || fault == Codes.StructureNotCanonical ? Finding.Unknown(Codes.StructureNotCanonical) : Finding.Failed(fault);
    }

    private static string? RootName(XmlElement root) =>
        root.Is(Credential, "Credential") ? null : Codes.StructureNotACredential;
}
