using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Paper;

/// <summary>The one spelling of a certificate's CMS SignedData (RFC 5652 section 5), for its writer and its reader.</summary>
internal static class CmsForm
{
    public const string MessageDigest = "1.2.840.113549.1.9.4";

    private const string SignedData = "1.2.840.113549.1.7.2", Data = "1.2.840.113549.1.7.1", ContentType = "1.2.840.113549.1.9.3", SigningCertificate = "1.2.840.113549.1.9.16.2.47",
        Sha256 = "2.16.840.1.101.3.4.2.1", EcdsaSha256 = "1.2.840.10045.4.3.2", RsaEncryption = "1.2.840.113549.1.1.1";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);

    /// <summary>The signed attributes as they are signed: content type, message digest, and the certificate by SHA-256, the default that DER leaves out (RFC 5035 section 3).</summary>
    public static byte[] Attributes(X509Certificate2 certificate, byte[] digest)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, ContentType, () => writer.WriteObjectIdentifier(Data));
            Attribute(writer, MessageDigest, () => writer.WriteOctetString(digest));
            Attribute(writer, SigningCertificate, () =>
            {
                using (writer.PushSequence())
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(SHA256.HashData(certificate.RawData));
                    writer.WriteEncodedValue(IssuerSerial.Of(certificate));
                }
            });
        }

        return writer.Encode();
    }

    /// <summary>The whole, with the certificates from the signer's upwards.</summary>
    public static byte[] Write(IReadOnlyList<X509Certificate2> path, KeyKind kind, byte[] attributes, byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf()) Algorithm(writer, Sha256);
                using (writer.PushSequence()) writer.WriteObjectIdentifier(Data);
                using (writer.PushSetOf(Zero))
                    foreach (var certificate in path) writer.WriteEncodedValue(certificate.RawData);
                using (writer.PushSetOf()) Signer(writer, path[0], kind, attributes, signature);
            }
        }

        return writer.Encode();
    }

    private static void Signer(AsnWriter writer, X509Certificate2 certificate, KeyKind kind, byte[] attributes, byte[] signature)
    {
        using var signer = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        Algorithm(writer, Sha256);
        // Implicitly tagged: only the first byte differs from what is signed (RFC 5652 section 5.4).
        writer.WriteEncodedValue([0xa0, .. attributes.AsSpan(1)]);
        if (kind is KeyKind.EcdsaP256) Algorithm(writer, EcdsaSha256);
        else Algorithm(writer, RsaEncryption, hasNull: true);
        writer.WriteOctetString(signature);
    }

    private static void Attribute(AsnWriter writer, string type, Action value)
    {
        using var attribute = writer.PushSequence();
        writer.WriteObjectIdentifier(type);
        using (writer.PushSetOf()) value();
    }

    private static void Algorithm(AsnWriter writer, string algorithm, bool hasNull = false)
    {
        using var identifier = writer.PushSequence();
        writer.WriteObjectIdentifier(algorithm);
        if (hasNull) writer.WriteNull();
    }
}
