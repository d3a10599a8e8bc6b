using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Paper;

/// <summary>The CMS signature of a certificate over its whole file but its own value (RFC 5652; ETSI EN 319 142-1 clause 6.3, level B-B), in the one form in which it is written.</summary>
internal static class PaperSignature
{
    /// <summary>How many bytes are kept free for it.</summary>
    public static int Room(IssuerKey key) => 2048 + key.Path.Sum(c => c.RawData.Length) + 2 * key.Certificate.IssuerName.RawData.Length;

    public static void Write(byte[] file, int start, int end, IssuerKey key)
    {
        var attributes = CmsForm.Attributes(key.Certificate, SHA256.HashData(Covered(file, start, end)));
        var signature = key.PrivateKey switch
        {
            ECDsa ecdsa => ecdsa.SignData(attributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
            RSA rsa => rsa.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => throw new ArgumentException("The key is neither ECDSA nor RSA.", nameof(key)),
        };
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(CmsForm.Write([.. key.Path], key.Kind, attributes, signature))).CopyTo(file, start + 1);
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
            if (cms.SignerInfos is not [var info] || Path(cms, info) is not { } path || Signer.Load([.. path.Select(c => c.RawData)], trust) is not { Kind: { } kind } candidate) return Codes.IntegrityPdfSignature;
            // What is signed and by whom, written anew, must be what stands there: nothing else is in it, and nothing in another way.
            var digest = Digest(info);
            if (!CmsForm.Write(path, kind, CmsForm.Attributes(path[0], digest), info.GetSignature()).AsSpan().SequenceEqual(value.AsSpan(0, length))) return Codes.IntegrityPdfSignature;
            if (!digest.AsSpan().SequenceEqual(SHA256.HashData(covered))) return Codes.IntegrityPdfChanged;
            info.CheckSignature(verifySignatureOnly: true);
            signer = candidate;
            return null;
        }
        catch (Exception refused) when (refused is CryptographicException or AsnContentException or ArgumentException or InvalidOperationException)
        {
            return Codes.IntegrityPdfSignature;
        }
    }

    // The certificates in a set have no order of their own: the signer's, and then always who issued the last.
    private static List<X509Certificate2>? Path(SignedCms cms, SignerInfo info)
    {
        if (info.Certificate is not { } at || cms.Certificates.Count > CertificateLimits.MaximumPath) return null;
        var left = cms.Certificates.ToList();
        var path = new List<X509Certificate2>();
        for (var next = left.Find(c => c.RawData.AsSpan().SequenceEqual(at.RawData)); next is not null; next = left.Find(c => c.SubjectName.RawData.AsSpan().SequenceEqual(at.IssuerName.RawData)))
        {
            at = next;
            path.Add(next);
            left.Remove(next);
        }

        return left.Count == 0 ? path : null;
    }

    private static byte[] Digest(SignerInfo info) =>
        info.SignedAttributes.Cast<CryptographicAttributeObject>().SingleOrDefault(a => a.Oid.Value == CmsForm.MessageDigest) is { Values: [var value] }
            ? AsnDecoder.ReadOctetString(value.RawData, AsnEncodingRules.DER, out _) : [];

    private static byte[] Covered(ReadOnlySpan<byte> file, int start, int end) => [.. file[..start], .. file[end..]];
}
