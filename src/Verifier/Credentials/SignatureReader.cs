using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Trust;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>
/// Reads the signature in the one form in which SignedXml and exclusive canonicalization write it. The two elements that are hashed by themselves
/// stand in the document without the namespaces that are declared above them; canonicalization declares each where it is first used, and so do the
/// pieces (Exclusive XML Canonicalization section 3).
/// </summary>
internal static class SignatureReader
{
    private const int MaxSerial = 4096, MaxSignature = 1024;

    private static readonly byte[]
        DeclareDs = Utf8($" xmlns=\"{Ds}\""),
        DeclareXades = Utf8($" xmlns:xades=\"{Xades}\""),
        Start = Utf8($"<Signature xmlns=\"{Ds}\" Id=\"{SignatureId}\">"),
        UsualMethod = Utf8($"<DigestMethod Algorithm=\"{Sha256}\"></DigestMethod>"),
        BeforeMethod = Utf8($"><CanonicalizationMethod Algorithm=\"{ExclusiveC14N}\"></CanonicalizationMethod><SignatureMethod Algorithm=\""),
        ToContent = Utf8($"\"></SignatureMethod><Reference Id=\"{ReferenceId}\" URI=\"#{RootId}\"><Transforms><Transform Algorithm=\"{Enveloped}\"></Transform><Transform Algorithm=\"{ExclusiveC14N}\"></Transform></Transforms>"),
        ToProperties = Utf8($"</Reference><Reference Type=\"{SignedPropertiesType}\" URI=\"#{SignedPropertiesId}\"><Transforms><Transform Algorithm=\"{ExclusiveC14N}\"></Transform></Transforms>"),
        ObjectStart = Utf8($"<Object><xades:QualifyingProperties xmlns:xades=\"{Xades}\" Target=\"#{SignatureId}\">"),
        AfterId = Utf8($" Id=\"{SignedPropertiesId}\"><xades:SignedSignatureProperties>"),
        ToFormat = Utf8($"</xades:Cert></xades:SigningCertificateV2></xades:SignedSignatureProperties><xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference=\"#{ReferenceId}\">");

    /// <summary>From the start tag of the signature up to that of the object.</summary>
    public static SignatureParts Signature(ref StrictReader reader, StrictValues values, ReadOnlyMemory<byte> bytes)
    {
        var start = reader.Skip(Start);
        var named = reader.Skip("<SignedInfo"u8);
        reader.Skip(BeforeMethod);
        var method = values.Identifier(reader.Attribute());
        reader.Skip(ToContent);
        var content = Digest(ref reader, values);
        reader.Skip(ToProperties);
        var properties = Digest(ref reader, values);
        var end = reader.Skip("</Reference></SignedInfo>"u8);
        var value = values.Base64(reader.Raw("SignatureValue"u8), 1, MaxSignature);
        reader.Skip("<KeyInfo><X509Data>"u8);
        var certificates = new List<byte[]>();
        do certificates.Add(values.Base64(reader.Raw("X509Certificate"u8), 1, CertificateLimits.MaximumBytes));
        while (reader.IsAt("<X509Certificate>"u8));
        reader.Skip("</X509Data></KeyInfo>"u8);
        return new(method, new(bytes[start..named], DeclareDs, bytes[named..end]), content, properties, value, certificates);
    }

    /// <summary>From the start tag of the object up to the end of the signed properties.</summary>
    public static SignedPropertiesParts SignedProperties(ref StrictReader reader, StrictValues values, ReadOnlyMemory<byte> bytes)
    {
        var start = reader.Skip(ObjectStart);
        var named = reader.Skip("<xades:SignedProperties"u8);
        reader.Skip(AfterId);
        var time = values.Moment(reader.Raw("xades:SigningTime"u8));
        reader.Skip("<xades:SigningCertificateV2><xades:Cert><xades:CertDigest>"u8);
        var method = reader.At + "<DigestMethod".Length;
        var algorithm = Method(ref reader, values);
        var value = reader.At + "<DigestValue".Length;
        var digest = new Digest(algorithm, DigestValue(ref reader, values));
        reader.Skip("</xades:CertDigest>"u8);
        var serial = values.Base64(reader.Raw("xades:IssuerSerialV2"u8), 1, MaxSerial);
        reader.Skip(ToFormat);
        values.Exactly(XmlNames.MimeType, reader.Element("xades:MimeType"u8));
        var end = reader.Skip("</xades:DataObjectFormat></xades:SignedDataObjectProperties></xades:SignedProperties>"u8);
        var canonical = reader.Differs ? new Pieces() : new(bytes[start..named], DeclareXades, bytes[named..method], DeclareDs, bytes[method..value], DeclareDs, bytes[value..end]);
        return new(canonical, time, digest, serial);
    }

    private static Digest Digest(ref StrictReader reader, StrictValues values) => new(Method(ref reader, values), DigestValue(ref reader, values));

    private static string Method(ref StrictReader reader, StrictValues values)
    {
        if (reader.TrySkip(UsualMethod)) return Sha256;
        reader.Skip("<DigestMethod Algorithm=\""u8);
        var algorithm = values.Identifier(reader.Attribute());
        reader.Skip("\"></DigestMethod>"u8);
        return algorithm;
    }

    private static byte[] DigestValue(ref StrictReader reader, StrictValues values) => values.Base64(reader.Raw("DigestValue"u8), SHA256.HashSizeInBytes, SHA512.HashSizeInBytes);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
