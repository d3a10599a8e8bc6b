using System.Security.Cryptography;
using System.Xml;
using CredentialLedger.Verifier.Trust;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Whether the signature covers the document and belongs to the certificate that the signed properties name. Says nothing of who that is.</summary>
internal static class IntegrityCheck
{
    public static Finding Run(DocumentParts parts, TrustList trust, out Signer? signer)
    {
        signer = null;
        var method = parts.SignedInfo.Child(Ds, "SignatureMethod").GetAttribute("Algorithm");
        if (method is not (EcdsaSha256 or RsaSha256) || !DigestsAreSha256(parts)) return Finding.Failed(Codes.IntegrityAlgorithm);
        if (Signer.Load(parts.Certificates, trust) is not { } candidate) return Finding.Failed(Codes.IntegrityCertificate);

        // The key decides the algorithm, never the document alone.
        if (candidate.Kind is not { } kind || kind.SignatureMethod() != method) return Finding.Failed(Codes.IntegrityKey);
        if (!IsNamed(candidate, parts)) return Finding.Failed(Codes.IntegritySigningCertificate);
        if (parts.SignatureValue.Length != kind.SignatureLength() || !IsSigned(parts, candidate, kind))
            return Finding.Failed(WhyNot(parts));
        signer = candidate;
        return Finding.Passed(Codes.IntegrityGood);
    }

    private static bool DigestsAreSha256(DocumentParts parts) =>
        parts.Signature.SelfAndDescendants().Where(e => e.Is(Ds, "DigestMethod")).All(e => e.GetAttribute("Algorithm") == Sha256);

    /// <summary>ETSI EN 319 132-1 clause 5.2.2: digest, issuer and serial number are those of the certificate whose key is used.</summary>
    private static bool IsNamed(Signer signer, DocumentParts parts) =>
        SHA256.HashData(signer.Certificate.RawData).AsSpan().SequenceEqual(parts.CertificateDigest)
        && IssuerSerial.Of(signer.Certificate).AsSpan().SequenceEqual(parts.IssuerSerial);

    private static bool IsSigned(DocumentParts parts, Signer signer, KeyKind kind)
    {
        try
        {
            var signed = new PinnedSignedXml(parts.Root, parts.SignedProperties);
            signed.LoadXml(parts.Signature);
            using var key = kind.PublicKey(signer.Certificate);
            return signed.CheckSignature(key);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Names the refusal: which digest differs, or else the signature value itself.</summary>
    private static string WhyNot(DocumentParts parts)
    {
        var references = parts.SignedInfo.Elements().Where(e => e.Is(Ds, "Reference")).ToList();
        var unsigned = (XmlElement)parts.Root.CloneNode(deep: true);
        unsigned.RemoveChild(unsigned.Child(Ds, "Signature"));
        if (!Fits(references[0], unsigned)) return Codes.IntegrityDigest;
        return Fits(references[1], parts.SignedProperties) ? Codes.IntegritySignature : Codes.IntegritySignedProperties;
    }

    private static bool Fits(XmlElement reference, XmlElement target) =>
        reference.Child(Ds, "DigestValue").InnerText == Convert.ToBase64String(SHA256.HashData(CanonicalForm.Of(target)));
}
