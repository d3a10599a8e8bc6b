using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Paper;

/// <summary>The CMS signature of a certificate over its whole file but its own value (RFC 5652; ETSI EN 319 142-1 clause 6.3, level B-B), in the one form in which it is written.</summary>
internal static class PaperSignature
{
    private const string SigningCertificate = "1.2.840.113549.1.9.16.2.47", MessageDigest = "1.2.840.113549.1.9.4", ContentType = "1.2.840.113549.1.9.3";

    /// <summary>How many bytes are kept free for it.</summary>
    public static int Room(IssuerKey key) => 2048 + key.Path.Sum(c => c.RawData.Length) + 2 * key.Certificate.IssuerName.RawData.Length;

    public static void Write(byte[] file, int start, int end, IssuerKey key)
    {
        var cms = new SignedCms(new ContentInfo(Covered(file, start, end)), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate, key.PrivateKey)
        {
            DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var above in key.Intermediates) signer.Certificates.Add(above);
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificate, CertificateAttribute(key.Certificate)));
        cms.ComputeSignature(signer);
        Convert.ToHexStringLower(cms.Encode()).Select(c => (byte)c).ToArray().CopyTo(file, start + 1);
    }

    /// <summary>The code of what is wrong, or null with who signed.</summary>
    public static string? Check(PaperParts parts, TrustList trust, out Signer? signer)
    {
        signer = null;
        try
        {
            var value = Convert.FromHexString(parts.File.Span[(parts.Start + 1)..(parts.End - 1)]);
            if (!AsnDecoder.TryReadEncodedValue(value, AsnEncodingRules.DER, out _, out _, out _, out var length) || value.AsSpan(length).ContainsAnyExcept((byte)0)) return Codes.IntegrityPdfSignature;
            var covered = Covered(parts.File.Span, parts.Start, parts.End);
            var cms = new SignedCms(new ContentInfo(covered), detached: true);
            cms.Decode(value.AsSpan(0, length));
            if (!cms.Detached || !cms.Encode().AsSpan().SequenceEqual(value.AsSpan(0, length)) || cms.SignerInfos is not [var info] || Path(cms, info) is not { } path
                || Signer.Load(path, trust) is not { Kind: { } kind } candidate) return Codes.IntegrityPdfSignature;
            if (!HasForm(info, kind, candidate.Certificate)) return Codes.IntegrityPdfSignature;
            if (!Digest(info).AsSpan().SequenceEqual(SHA256.HashData(covered))) return Codes.IntegrityPdfChanged;
            info.CheckSignature(verifySignatureOnly: true);
            signer = candidate;
            return null;
        }
        catch (Exception refused) when (refused is CryptographicException or AsnContentException or ArgumentException)
        {
            return Codes.IntegrityPdfSignature;
        }
    }

    // The certificates in a set have no order of their own: the signer's, and then always who issued the last.
    private static List<byte[]>? Path(SignedCms cms, SignerInfo info)
    {
        if (info.Certificate is not { } at || cms.Certificates.Count > CertificateLimits.MaximumPath) return null;
        var left = cms.Certificates.ToList();
        var path = new List<byte[]>();
        for (var next = left.Find(c => c.RawData.AsSpan().SequenceEqual(at.RawData)); next is not null; next = left.Find(c => c.SubjectName.RawData.AsSpan().SequenceEqual(at.IssuerName.RawData)))
        {
            at = next;
            path.Add(next.RawData);
            left.Remove(next);
        }

        return left.Count == 0 ? path : null;
    }

    // SHA-256 with the key's own algorithm; three signed attributes, none unsigned, and the certificate is the one that they name.
    private static bool HasForm(SignerInfo info, KeyKind kind, X509Certificate2 certificate) =>
        info.DigestAlgorithm.Value == "2.16.840.1.101.3.4.2.1"
        && info.SignatureAlgorithm.Value == (kind is KeyKind.EcdsaP256 ? "1.2.840.10045.4.3.2" : "1.2.840.113549.1.1.1")
        && info.UnsignedAttributes.Count == 0 && info.SignedAttributes.Count == 3
        && Value(info, ContentType) is not null && Value(info, MessageDigest) is not null
        && Value(info, SigningCertificate) is { } named && named.AsSpan().SequenceEqual(CertificateAttribute(certificate));

    private static byte[] Digest(SignerInfo info) => AsnDecoder.ReadOctetString(Value(info, MessageDigest)!, AsnEncodingRules.DER, out _);

    private static byte[]? Value(SignerInfo info, string attribute) =>
        info.SignedAttributes.Cast<CryptographicAttributeObject>().SingleOrDefault(a => a.Oid.Value == attribute) is { Values: [var value] } ? value.RawData : null;

    // SigningCertificateV2 with one ESSCertIDv2 by SHA-256, the default that DER leaves out (RFC 5035 section 3).
    private static byte[] CertificateAttribute(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            writer.WriteEncodedValue(IssuerSerial.Of(certificate));
        }

        return writer.Encode();
    }

    private static byte[] Covered(ReadOnlySpan<byte> file, int start, int end) => [.. file[..start], .. file[end..]];
}
