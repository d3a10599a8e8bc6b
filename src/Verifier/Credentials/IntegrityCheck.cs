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
        Digest[] digests = [signature.Content, signature.Properties, properties.Certificate];
        if (signature.Method is not (EcdsaSha256 or RsaSha256) || digests.Any(d => d.Algorithm != Sha256)) return Finding.Failed(Codes.IntegrityAlgorithm);
        if (Signer.Load(signature.Certificates, trust) is not { } candidate) return Finding.Failed(Codes.IntegrityCertificate);

        // The key decides the algorithm, never the document alone.
        if (candidate.Kind?.SignatureMethod() != signature.Method) return Finding.Failed(Codes.IntegrityKey);
        if (!candidate.IsNamedBy(properties)) return Finding.Failed(Codes.IntegritySigningCertificate);
        if (!Fits(signature.Content, parts.Unsigned)) return Finding.Failed(Codes.IntegrityDigest);
        if (!Fits(signature.Properties, properties.Canonical)) return Finding.Failed(Codes.IntegritySignedProperties);
        if (!candidate.HasSigned(signature.Info.Sha256(), signature.Value)) return Finding.Failed(Codes.IntegritySignature);
        signer = candidate;
        return Finding.Passed(Codes.IntegrityGood);
    }

    private static bool Fits(Digest digest, Pieces over) => over.Sha256().AsSpan().SequenceEqual(digest.Value);
}
