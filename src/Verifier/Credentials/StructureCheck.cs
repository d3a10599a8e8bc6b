using System.Security.Cryptography;
using System.Xml;
using CredentialLedger.Verifier.Trust;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Whether the bytes are a credential document of exactly the form on the page, before any cryptography.</summary>
internal static class StructureCheck
{
    private const int MaxSerial = 4096, MaxSignature = 1024;

    public static Finding Run(ReadOnlyMemory<byte> bytes, out DocumentParts? parts)
    {
        parts = null;
        var (document, unreadable) = SafeXml.Read(bytes);
        if (document?.DocumentElement is not { } root) return Finding.Failed(unreadable ?? Codes.StructureNotXml);
        if (root.LocalName == "Credential" && root.NamespaceURI != Credential && root.NamespaceURI.StartsWith(CredentialFamily, StringComparison.Ordinal))
            return Finding.Unknown(Codes.StructureUnknownVersion);

        var fault = RootName(root) ?? SignatureRules.Place(root) ?? SignatureRules.Ids(root) ?? DocumentShape.Fault(root)
            ?? SignatureRules.References(root) ?? LogProofElement.Fault(root);
        if (fault is not null) return Finding.Failed(fault);
        parts = Parts(root);
        if (parts is null) return Finding.Failed(Codes.StructureValue);

        // The same document, but not the bytes that were issued: no forgery by itself, and no answer either.
        return bytes.Span.SequenceEqual(CanonicalForm.Of(document))
            ? Finding.Passed(Codes.StructureGood) : Finding.Unknown(Codes.StructureNotCanonical);
    }

    private static string? RootName(XmlElement root) =>
        root.Is(Credential, "Credential") ? null : Codes.StructureNotACredential;

    private static DocumentParts? Parts(XmlElement root)
    {
        var values = new StrictValues();
        var signature = root.Child(Ds, "Signature");
        var properties = signature.Child(Ds, "Object").Child(Xades, "QualifyingProperties").Child(Xades, "SignedProperties");
        var signed = properties.Child(Xades, "SignedSignatureProperties");
        var cert = signed.Child(Xades, "SigningCertificateV2").Child(Xades, "Cert");
        var format = properties.Child(Xades, "SignedDataObjectProperties").Child(Xades, "DataObjectFormat");
        if (root.GetAttribute("Version") != FormatVersion || format.Child(Xades, "MimeType").InnerText != XmlNames.MimeType) return null;
        if (CredentialReader.Read(root) is not { } content) return null;
        foreach (var digest in signature.Child(Ds, "SignedInfo").Elements().Where(e => e.LocalName == "Reference"))
            values.Base64(digest.Child(Ds, "DigestValue"), SHA256.HashSizeInBytes, SHA512.HashSizeInBytes);
        var parts = new DocumentParts(
            root, signature, signature.Child(Ds, "SignedInfo"), properties, content,
            values.Moment(signed.Child(Xades, "SigningTime")),
            values.Base64(signature.Child(Ds, "SignatureValue"), 1, MaxSignature),
            values.Base64(cert.Child(Xades, "CertDigest").Child(Ds, "DigestValue"), SHA256.HashSizeInBytes, SHA512.HashSizeInBytes),
            values.Base64(cert.Child(Xades, "IssuerSerialV2"), 1, MaxSerial),
            [.. signature.Child(Ds, "KeyInfo").Child(Ds, "X509Data").Elements().Select(c => values.Base64(c, 1, CertificateLimits.MaximumBytes))],
            LogProofElement.In(root));
        return values.Faulty ? null : parts;
    }
}
