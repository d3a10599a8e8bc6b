using CredentialLedger.Verifier.Trust;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Whether the signature covers the document and belongs to the certificate that the signed properties name. Says nothing of who that is.</summary>
internal static class IntegrityCheck
{
    public static Finding Run(DocumentParts parts, TrustList trust, out Signer? signer)
    {
        signer = null;
        var (signature, properties) = (parts.Signature, parts.SignedProperties);
        if (signature.Method is not (EcdsaSha256 or RsaSha256) || (signature.Content.Algorithm, signature.Properties.Algorithm, properties.Certificate.Algorithm) is not (Sha256, Sha256, Sha256)) return Finding.Failed(Codes.IntegrityAlgorithm);
        if (Signer.Load(signature.Certificates, trust) is not { } candidate) return Finding.Failed(Codes.IntegrityCertificate);

        // The key decides the algorithm, never the document alone.
        if (candidate.Kind?.SignatureMethod() != signature.Method) return Finding.Failed(Codes.IntegrityKey);
        if (!candidate.IsNamedBy(properties)) return Finding.Failed(Codes.IntegritySigningCertificate);
        if (!parts.UnsignedHash().AsSpan().SequenceEqual(signature.Content.Value)) return Finding.Failed(Codes.IntegrityDigest);
        if (!properties.Canonical.Sha256().AsSpan().SequenceEqual(signature.Properties.Value)) return Finding.Failed(Codes.IntegritySignedProperties);
        if (!candidate.HasSigned(signature.Info.Sha256(), signature.Value)) return Finding.Failed(Codes.IntegritySignature);
        signer = candidate;
        return Finding.Passed(Codes.IntegrityGood);
    }
}
