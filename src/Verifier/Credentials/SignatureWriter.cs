using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>
/// Writes the XAdES-B-B signature in the one form that <see cref="SignatureReader"/> reads, and so in the bytes that SignedXml and exclusive canonicalization
/// write (a test compares them). The two elements that are hashed by themselves are written a second time, with the namespaces that they then declare.
/// </summary>
internal static class SignatureWriter
{
    private const string
        InDs = $" xmlns=\"{Ds}\"", InXades = $" xmlns:xades=\"{Xades}\"",
        Sha256Method = $" Algorithm=\"{Sha256}\"></DigestMethod>",
        Transform = $"<Transform Algorithm=\"{ExclusiveC14N}\"></Transform></Transforms>",
        End = "</xades:QualifyingProperties></Object></Signature>";

    /// <summary>The signed document.</summary>
    /// <param name="unsigned">The document up to its signature.</param>
    /// <param name="key">Who signs.</param>
    /// <param name="signingTime">When, cut to whole seconds.</param>
    public static byte[] Sign(string unsigned, IssuerKey key, DateTimeOffset signingTime)
    {
        var content = Hash(unsigned + CredentialWriter.End);
        var properties = Hash(Properties(key, signingTime, InXades, InDs));
        string Info(string declared) => $"<SignedInfo{declared}><CanonicalizationMethod Algorithm=\"{ExclusiveC14N}\"></CanonicalizationMethod><SignatureMethod Algorithm=\"{key.Kind.SignatureMethod()}\"></SignatureMethod>"
            + $"<Reference Id=\"{ReferenceId}\" URI=\"#{RootId}\"><Transforms><Transform Algorithm=\"{Enveloped}\"></Transform>{Transform}<DigestMethod{Sha256Method}<DigestValue>{content}</DigestValue></Reference>"
            + $"<Reference Type=\"{SignedPropertiesType}\" URI=\"#{SignedPropertiesId}\"><Transforms>{Transform}<DigestMethod{Sha256Method}<DigestValue>{properties}</DigestValue></Reference></SignedInfo>";
        var value = Convert.ToBase64String(Signature(key, Encoding.UTF8.GetBytes(Info(InDs))));
        var certificates = string.Concat(key.Path.Select(c => $"<X509Certificate>{Convert.ToBase64String(c.RawData)}</X509Certificate>"));
        return Encoding.UTF8.GetBytes($"{unsigned}<Signature{InDs} Id=\"{SignatureId}\">{Info("")}<SignatureValue>{value}</SignatureValue><KeyInfo><X509Data>{certificates}</X509Data></KeyInfo>"
            + $"<Object><xades:QualifyingProperties{InXades} Target=\"#{SignatureId}\">{Properties(key, signingTime, "", "")}{End}{CredentialWriter.End}");
    }

    // ETSI EN 319 132-1 clauses 5.2.1 (time), 5.2.2 (certificate) and 5.2.4 (data object format).
    private static string Properties(IssuerKey key, DateTimeOffset signingTime, string xades, string ds) =>
        $"<xades:SignedProperties{xades} Id=\"{SignedPropertiesId}\"><xades:SignedSignatureProperties>"
        + $"<xades:SigningTime>{signingTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</xades:SigningTime>"
        + $"<xades:SigningCertificateV2><xades:Cert><xades:CertDigest><DigestMethod{ds}{Sha256Method}<DigestValue{ds}>{Convert.ToBase64String(SHA256.HashData(key.Certificate.RawData))}</DigestValue></xades:CertDigest>"
        + $"<xades:IssuerSerialV2>{Convert.ToBase64String(IssuerSerial.Of(key.Certificate))}</xades:IssuerSerialV2></xades:Cert></xades:SigningCertificateV2></xades:SignedSignatureProperties>"
        + $"<xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference=\"#{ReferenceId}\"><xades:MimeType>{XmlNames.MimeType}</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties></xades:SignedProperties>";

    private static string Hash(string canonical) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    // RFC 6931 sections 2.3.2 (PKCS#1 v1.5) and 2.3.6 (r followed by s).
    private static byte[] Signature(IssuerKey key, byte[] info) => key.PrivateKey switch
    {
        ECDsa ecdsa => ecdsa.SignHash(SHA256.HashData(info), DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        RSA rsa => rsa.SignHash(SHA256.HashData(info), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => throw new ArgumentException("Only ECDSA and RSA keys sign.", nameof(key)),
    };
}
