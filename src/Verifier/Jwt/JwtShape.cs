using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>A VC-JWT or an SD-JWT VC whose structure is checked.</summary>
/// <param name="Jws">The signed token.</param>
/// <param name="KeyId">The key that its header names.</param>
/// <param name="Content">What it says.</param>
/// <param name="SigningTime">Its iat.</param>
/// <param name="Digests">The digests that the issuer signed.</param>
/// <param name="Disclosed">Those of the disclosures that came along.</param>
internal sealed record JwtShape(
    CompactJws Jws, string KeyId, CredentialContent Content, DateTimeOffset SigningTime,
    IReadOnlyList<string> Digests, IReadOnlyList<string> Disclosed) : IShape
{
    /// <summary>The digest of the picture that the token was made for, if for any.</summary>
    public string? Picture { get; init; }

    public Finding Integrity(TrustList trust, out Signer? signer)
    {
        signer = null;
        if (Jws.Header.Algorithm != JwtNames.Algorithm) return Finding.Failed(Codes.IntegrityAlgorithm);
        if (Signer.Load(Jws.Header.Certificates, trust) is not { } candidate) return Finding.Failed(Codes.IntegrityCertificate);
        if (candidate.Kind is not KeyKind.EcdsaP256) return Finding.Failed(Codes.IntegrityKey);
        if (candidate.KeyId != KeyId) return Finding.Failed(Codes.IntegritySigningCertificate);
        if (!Jws.IsSignedBy(candidate.Certificate, KeyKind.EcdsaP256)) return Finding.Failed(Codes.IntegritySignature);
        if (Disclosed.Except(Digests).Any()) return Finding.Failed(Codes.IntegrityDisclosure);
        signer = candidate;
        return Finding.Passed(Codes.IntegrityGood);
    }

    /// <summary>The ledger's issue names the SHA-256 of the XML document, so a token has no proof of its own: its time is claimed.</summary>
    public Finding Log(TrustedIssuer issuer, TrustList trust, DateTimeOffset now, out Signing signing)
    {
        signing = new(SigningTime, null, null, []);
        return LogCheck.WithoutProof(SigningTime, issuer);
    }
}
