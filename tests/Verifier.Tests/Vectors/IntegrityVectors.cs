using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Of the right form, but changed since signing, or signed by a method or a key that does not count.</summary>
internal static class IntegrityVectors
{
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";

    public static readonly CredentialVector[] All =
    [
        Changed("name", "Another holder.", "NameEn", "Attacker Tuayang", skip: 1),
        Changed("thai-name", "One Thai vowel sign fewer.", "NameTh", "สมหญง ตัวอย่าง", skip: 1),
        Changed("identity-hash", "The hash of another national id.", "Value", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
        Changed("unit", "Another unit of competence.", "Unit", "ICT-QLIP-402B"),
        Changed("level", "A higher level.", "Level", "5"),
        Changed("valid-until", "A later last day.", "ValidUntil", "2039-11-19"),
        Changed("valid-from", "An earlier first day.", "ValidFrom", "2020-11-20"),
        Changed("status-index", "Another place in the status list, where nothing was revoked.", "Index", "4710"),
        Changed("status-list", "Another status list.", "List", "https://status.example/body-c/1"),
        Changed("issuer", "Another issuer.", "Code", "BODY-C"),
        Refused("integrity/removed-valid-until", Codes.IntegrityDigest, "The last day is taken out.", () => Forge().Change(f => f.Root.RemoveChild(f.Find("ValidUntil"))).Bytes(), Xmlsec.Refuses),
        Refused("integrity/removed-test-mark", Codes.IntegrityDigest, "A test document made to look like a real one.",
            () => new Forge(GoodVectors.Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA) with { Test = true })).Attribute("Credential", "Test", "false").Bytes(), Xmlsec.Refuses),
        Refused("integrity/changed-signing-time", Codes.IntegritySignedProperties, "An earlier time of signing.", () => Forge().Set("SigningTime", "2026-01-01T00:00:00Z").Bytes(), Xmlsec.Refuses),
        Refused("integrity/changed-content-and-digest", Codes.IntegritySignature, "Other words, and the digest that fits them.", ContentAndDigest, Xmlsec.Refuses),
        Refused("integrity/changed-signature-value", Codes.IntegritySignature, "One bit of the signature value.", () => SignatureValue(v => [(byte)(v[0] ^ 1), .. v[1..]]), Xmlsec.Refuses),
        Refused("integrity/zero-signature-value", Codes.IntegritySignature, "r and s are zero (CVE-2022-21449).", () => SignatureValue(v => new byte[v.Length]), Xmlsec.Refuses),
        Refused("integrity/short-signature-value", Codes.IntegritySignature, "Half a signature value.", () => SignatureValue(v => v[..32]), Xmlsec.Refuses),
        Refused("integrity/der-signature-value", Codes.IntegritySignature, "The signature value as DER instead of r and s.", Der, Xmlsec.Refuses),
        Refused("integrity/signed-by-another-key", Codes.IntegritySignature, "Signed by another body's key under this body's certificate.", () => Forge().Sign(TestKeys.BodyC), Xmlsec.Refuses),
        Refused("integrity/signature-of-another-document", Codes.IntegrityDigest, "The signature of another credential of the same body.", Transplanted, Xmlsec.Refuses),

        Refused("integrity/ecdsa-sha512", Codes.IntegrityAlgorithm, "ECDSA with SHA-512.", () => Forge().Attribute("SignatureMethod", "Algorithm", More + "ecdsa-sha512").Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("integrity/ecdsa-sha1", Codes.IntegrityAlgorithm, "ECDSA with SHA-1.", () => Forge().Attribute("SignatureMethod", "Algorithm", More + "ecdsa-sha1").Sign(TestKeys.BodyA)),
        Refused("integrity/rsa-sha1", Codes.IntegrityAlgorithm, "RSA with SHA-1.", () => Rsa(XmlNames.Ds + "rsa-sha1")),
        Refused("integrity/rsa-sha512", Codes.IntegrityAlgorithm, "RSA with SHA-512.", () => Rsa(More + "rsa-sha512"), Xmlsec.Accepts),
        Refused("integrity/hmac-by-public-key", Codes.IntegrityAlgorithm, "An HMAC whose secret is the public key.", Hmac, Xmlsec.Refuses),
        Refused("integrity/unknown-algorithm", Codes.IntegrityAlgorithm, "A type name as algorithm.", () => Forge().Attribute("SignatureMethod", "Algorithm", "System.Security.Cryptography.HMACMD5").Bytes(), Xmlsec.Refuses),
        Refused("integrity/sha1-digest", Codes.IntegrityAlgorithm, "A SHA-1 digest of the content.", () => Padded("http://www.w3.org/2000/09/xmldsig#sha1")),
        Refused("integrity/sha512-digest", Codes.IntegrityAlgorithm, "A SHA-512 digest of the content.", () => Forge().Attribute("DigestMethod", "Algorithm", "http://www.w3.org/2001/04/xmlenc#sha512").Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("integrity/certificate-digest-method", Codes.IntegrityAlgorithm, "The certificate named by another digest method.", () => Forge().Attribute("DigestMethod", "Algorithm", "http://www.w3.org/2001/04/xmlenc#sha512", skip: 2).Sign(TestKeys.BodyA), Xmlsec.Accepts),

        Refused("integrity/rsa-method-with-ec-key", Codes.IntegrityKey, "The method says RSA, the key is on a curve.", () => Forge().Attribute("SignatureMethod", "Algorithm", XmlNames.RsaSha256).Sign(TestKeys.BodyA), Xmlsec.Refuses),
        Refused("integrity/p384", Codes.IntegrityKey, "A key on P-384.", () => By(TestKeys.P384).Sign(TestKeys.P384), Xmlsec.Accepts),
        Refused("integrity/rsa-2048", Codes.IntegrityKey, "An RSA key of 2048 bits.", () => By(TestKeys.Rsa2048).Attribute("SignatureMethod", "Algorithm", XmlNames.RsaSha256).Sign(TestKeys.Rsa2048), Xmlsec.Accepts),

        Refused("integrity/certificate-garbage", Codes.IntegrityCertificate, "No certificate.", () => Forge().Set("X509Certificate", "AAAA").Bytes(), Xmlsec.Refuses),
        Refused("integrity/certificate-as-pem", Codes.IntegrityCertificate, "PEM inside the base64.", () => Forge().Set("X509Certificate", Convert.ToBase64String(Encoding.ASCII.GetBytes(TestKeys.BodyA.Certificate.ExportCertificatePem()))).Bytes()),
        Refused("integrity/certificate-with-tail", Codes.IntegrityCertificate, "A byte after the certificate.", () => Forge().Set("X509Certificate", Convert.ToBase64String([.. TestKeys.BodyA.Certificate.RawData, 0])).Bytes()),
        Refused("integrity/five-certificates", Codes.IntegrityCertificate, "More certificates than are taken.", FiveCertificates),
        Refused("integrity/swapped-certificate", Codes.IntegritySigningCertificate, "Another certificate of the same programme in the key info.", () => Forge().Set("X509Certificate", Convert.ToBase64String(TestKeys.BodyC.Certificate.RawData)).Bytes(), Xmlsec.Refuses),
        Refused("integrity/certificate-digest-of-another", Codes.IntegritySigningCertificate, "The signed properties name another certificate.", () => Forge().Certify(TestKeys.BodyC, inKeyInfo: false).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("integrity/issuer-serial-of-another", Codes.IntegritySigningCertificate, "The digest fits, the serial number is another's.",
            () => Forge().Set("IssuerSerialV2", Convert.ToBase64String(IssuerSerial.Of(TestKeys.BodyC.Certificate))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
    ];

    private static CredentialVector Changed(string name, string why, string element, string text, int skip = 0) =>
        Refused("integrity/changed-" + name, Codes.IntegrityDigest, why, () => Forge().Set(element, text, skip).Bytes(), Xmlsec.Refuses);

    private static Forge By(TestKey key) => Forge().Certify(key).Set("KeyId", key.Id);

    private static byte[] Rsa(string method) => By(TestKeys.BodyB).Attribute("SignatureMethod", "Algorithm", method).Sign(TestKeys.BodyB);

    private static byte[] SignatureValue(Func<byte[], byte[]> change) => Forge().Change(f =>
        f.Set("SignatureValue", Convert.ToBase64String(change(Convert.FromBase64String(f.Find("SignatureValue").InnerText))))).Bytes();

    private static byte[] ContentAndDigest() => Forge().Change(f =>
    {
        var value = f.Find("SignatureValue").InnerText;
        f.Set("NameEn", "Attacker Tuayang", skip: 1).Sign(TestKeys.BodyC);
        f.Set("SignatureValue", value);
    }).Bytes();

    private static byte[] Der() => Forge().Change(f =>
    {
        var info = f.Find("SignedInfo").Canonical();
        var der = ((ECDsa)TestKeys.BodyA.Private).SignData(info, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        f.Set("SignatureValue", Convert.ToBase64String(der));
    }).Bytes();

    private static byte[] Hmac() => Forge().Change(f =>
    {
        f.Attribute("SignatureMethod", "Algorithm", More + "hmac-sha256");
        var mac = HMACSHA256.HashData(TestKeys.BodyA.Certificate.PublicKey.ExportSubjectPublicKeyInfo(), f.Find("SignedInfo").Canonical());
        f.Set("SignatureValue", Convert.ToBase64String(mac));
    }).Bytes();

    // A SHA-1 value is shorter than any value the structure check lets through, so it is filled up.
    private static byte[] Padded(string method) => Forge().Change(f =>
        f.Attribute("DigestMethod", "Algorithm", method).Set("DigestValue", Convert.ToBase64String(new byte[32]))).SignInfo(TestKeys.BodyA);

    private static byte[] Transplanted() => Forge().Change(f =>
    {
        var other = new Forge(GoodVectors.Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA) with { ValidUntil = null }));
        f.Root.ReplaceChild(f.Root.OwnerDocument.ImportNode(other.Signature, deep: true), f.Signature);
    }).Bytes();

    private static byte[] FiveCertificates() => Forge().Change(f =>
        Enumerable.Range(0, 4).ToList().ForEach(_ => f.Find("X509Data").AppendChild(f.Find("X509Certificate").CloneNode(true)))).Bytes();
}
