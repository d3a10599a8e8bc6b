using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>The DER of IssuerSerial (RFC 5035 section 4): who issued a certificate and under which serial number; ETSI EN 319 132-1 clause 5.2.2 puts it into IssuerSerialV2.</summary>
internal static class IssuerSerial
{
    public static byte[] Of(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            // GeneralNames with one directoryName [4]; explicitly tagged, because Name is a CHOICE.
            using (writer.PushSequence())
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        return writer.Encode();
    }
}
