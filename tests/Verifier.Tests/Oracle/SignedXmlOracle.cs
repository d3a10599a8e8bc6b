using System.Security.Cryptography;
using System.Xml;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;
using CredentialLedger.Verifier.Trust;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>
/// The hardened path by System.Security.Cryptography.Xml, which this verifier took until issue 5: the DOM under caps, each rule on its nodes, the canonical
/// form compared as a whole, and SignedXml that can reach two nodes only. It shares the values' spelling and the certificate rules with the strict path, and nothing else.
/// </summary>
internal static class SignedXmlOracle
{
    /// <summary>What it says of a document: the code of structure, the code of integrity, and the content where both are good.</summary>
    public static (string Structure, string? Integrity, CredentialContent? Content) Judge(byte[] bytes)
    {
        var (document, unreadable) = SafeXml.Read(bytes);
        if (document?.DocumentElement is not { } root) return (unreadable ?? Codes.StructureNotXml, null, null);
        if (root.LocalName == "Credential" && root.NamespaceURI != Credential && root.NamespaceURI.StartsWith(CredentialFamily, StringComparison.Ordinal)) return (Codes.StructureUnknownVersion, null, null);
        var fault = (root.Is(Credential, "Credential") ? null : Codes.StructureNotACredential)
            ?? SignatureRules.Place(root) ?? SignatureRules.Ids(root) ?? DocumentShape.Fault(root) ?? SignatureRules.References(root) ?? DomLogProof.Fault(root);
        if (fault is not null) return (fault, null, null);
        if (Parts(root) is not { } parts) return (Codes.StructureValue, null, null);
        var structure = bytes.AsSpan().SequenceEqual(CanonicalForm.Of(document)) ? Codes.StructureGood : Codes.StructureNotCanonical;
        var integrity = Integrity(root, parts);
        return (structure, integrity, integrity == Codes.IntegrityGood ? parts.Content : null);
    }

    private sealed record Values(CredentialContent Content, byte[] SignatureValue, byte[] CertificateDigest, byte[] IssuerSerial, byte[][] Certificates);

    private static Values? Parts(XmlElement root)
    {
        var values = new StrictValues();
        var signature = root.Child(Ds, "Signature");
        var properties = Properties(signature);
        var signed = properties.Child(Xades, "SignedSignatureProperties");
        var cert = signed.Child(Xades, "SigningCertificateV2").Child(Xades, "Cert");
        var format = properties.Child(Xades, "SignedDataObjectProperties").Child(Xades, "DataObjectFormat");
        if (root.GetAttribute("Version") != FormatVersion || format.Child(Xades, "MimeType").InnerText != XmlNames.MimeType) return null;
        if (DomContent.Read(root) is not { } content) return null;
        foreach (var reference in References(signature)) values.Base64(reference.Child(Ds, "DigestValue").InnerText, 32, 64);
        values.Moment(signed.Child(Xades, "SigningTime").InnerText);
        var parts = new Values(content,
            values.Base64(signature.Child(Ds, "SignatureValue").InnerText, 1, 1024),
            values.Base64(cert.Child(Xades, "CertDigest").Child(Ds, "DigestValue").InnerText, 32, 64),
            values.Base64(cert.Child(Xades, "IssuerSerialV2").InnerText, 1, 4096),
            [.. signature.Child(Ds, "KeyInfo").Child(Ds, "X509Data").Elements().Select(c => values.Base64(c.InnerText, 1, CertificateLimits.MaximumBytes))]);
        return values.Faulty ? null : parts;
    }

    private static string Integrity(XmlElement root, Values parts)
    {
        var signature = root.Child(Ds, "Signature");
        var method = signature.Child(Ds, "SignedInfo").Child(Ds, "SignatureMethod").GetAttribute("Algorithm");
        var digests = signature.SelfAndDescendants().Where(e => e.Is(Ds, "DigestMethod")).Select(e => e.GetAttribute("Algorithm"));
        if (method is not (EcdsaSha256 or RsaSha256) || digests.Any(d => d != Sha256)) return Codes.IntegrityAlgorithm;
        if (parts.Certificates.Length > CertificateLimits.MaximumPath || parts.Certificates.Any(c => CertificateRules.Load(c) is null)) return Codes.IntegrityCertificate;
        var certificate = CertificateRules.Load(parts.Certificates[0])!;
        if (KeyKinds.Of(certificate) is not { } kind || kind.SignatureMethod() != method) return Codes.IntegrityKey;
        if (!SHA256.HashData(certificate.RawData).AsSpan().SequenceEqual(parts.CertificateDigest) || !IssuerSerial.Of(certificate).AsSpan().SequenceEqual(parts.IssuerSerial)) return Codes.IntegritySigningCertificate;
        return parts.SignatureValue.Length == kind.SignatureLength() && IsSigned(root, certificate, kind) ? Codes.IntegrityGood : WhyNot(root);
    }

    private static bool IsSigned(XmlElement root, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate, KeyKind kind)
    {
        try
        {
            var signed = new PinnedSignedXml(root, Properties(root.Child(Ds, "Signature")));
            signed.LoadXml(root.Child(Ds, "Signature"));
            using var key = kind.PublicKey(certificate);
            return signed.CheckSignature(key);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string WhyNot(XmlElement root)
    {
        var unsigned = (XmlElement)root.CloneNode(deep: true);
        unsigned.RemoveChild(unsigned.Child(Ds, "Signature"));
        var references = References(root.Child(Ds, "Signature"));
        if (!Fits(references[0], unsigned)) return Codes.IntegrityDigest;
        return Fits(references[1], Properties(root.Child(Ds, "Signature"))) ? Codes.IntegritySignature : Codes.IntegritySignedProperties;
    }

    private static bool Fits(XmlElement reference, XmlElement target) =>
        reference.Child(Ds, "DigestValue").InnerText == Convert.ToBase64String(SHA256.HashData(target.Canonical()));

    private static XmlElement[] References(XmlElement signature) => [.. signature.Child(Ds, "SignedInfo").Elements().Where(e => e.Is(Ds, "Reference"))];

    private static XmlElement Properties(XmlElement signature) => signature.Child(Ds, "Object").Child(Xades, "QualifyingProperties").Child(Xades, "SignedProperties");
}
