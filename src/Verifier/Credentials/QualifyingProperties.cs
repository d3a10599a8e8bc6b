using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>The signed properties of XAdES baseline level B-B: ETSI EN 319 132-1 clauses 5.2.1 (time), 5.2.2 (certificate) and 5.2.4 (data object format).</summary>
internal static class QualifyingProperties
{
    public static XmlElement Write(XmlDocument owner, X509Certificate2 certificate, DateTimeOffset signingTime)
    {
        var qualifying = owner.CreateElement("xades:QualifyingProperties", Xades).With("Target", "#" + SignatureId);
        var signed = qualifying.Add(Xades, "xades:SignedProperties").With("Id", SignedPropertiesId);

        var signature = signed.Add(Xades, "xades:SignedSignatureProperties");
        signature.Add(Xades, "xades:SigningTime",
            signingTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var cert = signature.Add(Xades, "xades:SigningCertificateV2").Add(Xades, "xades:Cert");
        var digest = cert.Add(Xades, "xades:CertDigest");
        digest.Add(Ds, "DigestMethod").With("Algorithm", Sha256);
        digest.Add(Ds, "DigestValue", Convert.ToBase64String(SHA256.HashData(certificate.RawData)));
        cert.Add(Xades, "xades:IssuerSerialV2", Convert.ToBase64String(IssuerSerial.Of(certificate)));

        signed.Add(Xades, "xades:SignedDataObjectProperties")
            .Add(Xades, "xades:DataObjectFormat").With("ObjectReference", "#" + ReferenceId)
            .Add(Xades, "xades:MimeType", XmlNames.MimeType);
        return qualifying;
    }
}
