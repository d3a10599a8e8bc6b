namespace CredentialLedger.Verifier.Credentials;

/// <summary>Namespaces, algorithm identifiers and the four fixed ids of a credential document.</summary>
internal static class XmlNames
{
    public const string CredentialFamily = "urn:credentialledger:credential:";
    public const string Credential = CredentialFamily + "1";
    public const string FormatVersion = "1";
    public const string LogProof = "urn:credentialledger:log-proof:1";
    public const string Ds = "http://www.w3.org/2000/09/xmldsig#";
    public const string Xades = "http://uri.etsi.org/01903/v1.3.2#";
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";

    // RFC 3275 section 6, RFC 6931 sections 2.3.2 and 2.3.6, XML Encryption section 5.8.2.
    public const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    public const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public const string ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public const string SignedPropertiesType = "http://uri.etsi.org/01903#SignedProperties";
    public const string MimeType = "application/vnd.credentialledger.credential+xml";

    public const string RootId = "credential";
    public const string SignatureId = "signature";
    public const string ReferenceId = "credential-reference";
    public const string SignedPropertiesId = "signed-properties";
}
