using System.Xml;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>A document whose structure is checked: the nodes and values that later checks use. None of it is to be believed before integrity.</summary>
internal sealed record DocumentParts(
    XmlElement Root,
    XmlElement Signature,
    XmlElement SignedInfo,
    XmlElement SignedProperties,
    CredentialContent Content,
    DateTimeOffset SigningTime,
    byte[] SignatureValue,
    byte[] CertificateDigest,
    byte[] IssuerSerial,
    IReadOnlyList<byte[]> Certificates,
    XmlElement? LogProof);
