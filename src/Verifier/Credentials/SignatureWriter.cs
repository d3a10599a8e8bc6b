using System.Globalization;
using System.Security.Cryptography.Xml;
using System.Text;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>
/// Signs canonical content: an enveloped XAdES-B-B signature (ETSI EN 319 132-1 clause 6) with the signed properties of clauses 5.2.1 (time), 5.2.2 (certificate) and 5.2.4 (data
/// object format). SignedXml digests, canonicalizes SignedInfo and signs; what it would canonicalize again by itself is handed to it in that form.
/// </summary>
internal static class SignatureWriter
{
    private const string End = "</Credential>", DeclareDs = $" xmlns=\"{Ds}\"", DeclareXades = $" xmlns:xades=\"{Xades}\"";

    static SignatureWriter() => EcdsaSha256Signature.Register();

    /// <summary>The signed document of a content in canonical form.</summary>
    public static byte[] Sign(byte[] content, IssuerKey key, DateTimeOffset signingTime)
    {
        var time = signingTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var root = Refer(content, RootId, Enveloped, ExclusiveC14N);
        root.Id = ReferenceId;
        var properties = Refer(Encoding.UTF8.GetBytes(Properties(key, time, DeclareXades, DeclareDs)), SignedPropertiesId, ExclusiveC14N);
        properties.Type = SignedPropertiesType;

        var signed = new SignedXml { SigningKey = key.PrivateKey, Resolver = null! };
        signed.SignedInfo!.SignatureMethod = key.Kind.SignatureMethod();
        signed.SignedInfo.CanonicalizationMethod = ExclusiveC14N;
        signed.AddReference(root);
        signed.AddReference(properties);
        signed.ComputeSignature();

        return [.. content.AsSpan(..^End.Length), .. Encoding.UTF8.GetBytes(
            $"<Signature xmlns=\"{Ds}\" Id=\"{SignatureId}\">{Info(signed.SignedInfo)}<SignatureValue>{Convert.ToBase64String(signed.SignatureValue!)}</SignatureValue>{Certificates(key)}"
            + $"<Object><xades:QualifyingProperties{DeclareXades} Target=\"#{SignatureId}\">{Properties(key, time, "", "")}</xades:QualifyingProperties></Object></Signature>{End}")];
    }

    private static Reference Refer(byte[] canonical, string target, params string[] transforms)
    {
        var reference = new Reference(new MemoryStream(canonical, writable: false)) { Uri = "#" + target, DigestMethod = Sha256 };
        foreach (var transform in transforms) reference.AddTransform(new Applied(transform));
        return reference;
    }

    private static string Info(SignedInfo info) =>
        $"<SignedInfo><CanonicalizationMethod Algorithm=\"{info.CanonicalizationMethod}\"></CanonicalizationMethod><SignatureMethod Algorithm=\"{info.SignatureMethod}\"></SignatureMethod>"
        + string.Concat(info.References.Cast<Reference>().Select(Reference)) + "</SignedInfo>";

    private static string Reference(Reference reference) =>
        $"<Reference{Attribute("Id", reference.Id)}{Attribute("Type", reference.Type)}{Attribute("URI", reference.Uri)}><Transforms>"
        + string.Concat(Enumerable.Range(0, reference.TransformChain.Count).Select(i => $"<Transform Algorithm=\"{reference.TransformChain[i].Algorithm}\"></Transform>"))
        + $"</Transforms>{Digest(reference.DigestValue!)}</Reference>";

    private static string Attribute(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $" {name}=\"{value}\"";

    // Canonicalized by itself, an element declares the namespaces that were declared above it, each where it is first used (Exclusive XML Canonicalization section 3).
    private static string Properties(IssuerKey key, string time, string xades, string ds) =>
        $"<xades:SignedProperties{xades} Id=\"{SignedPropertiesId}\"><xades:SignedSignatureProperties><xades:SigningTime>{time}</xades:SigningTime><xades:SigningCertificateV2><xades:Cert>"
        + $"<xades:CertDigest>{Digest(key.CertificateDigest, ds)}</xades:CertDigest><xades:IssuerSerialV2>{Convert.ToBase64String(key.IssuerSerial)}</xades:IssuerSerialV2>"
        + $"</xades:Cert></xades:SigningCertificateV2></xades:SignedSignatureProperties><xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference=\"#{ReferenceId}\">"
        + $"<xades:MimeType>{XmlNames.MimeType}</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties></xades:SignedProperties>";

    private static string Digest(byte[] value, string ds = "") =>
        $"<DigestMethod{ds} Algorithm=\"{Sha256}\"></DigestMethod><DigestValue{ds}>{Convert.ToBase64String(value)}</DigestValue>";

    private static string Certificates(IssuerKey key) =>
        $"<KeyInfo><X509Data>{string.Concat(key.Path.Select(c => $"<X509Certificate>{Convert.ToBase64String(c.RawDataMemory.Span)}</X509Certificate>"))}</X509Data></KeyInfo>";

    /// <summary>A transform that was applied before: what comes in goes out.</summary>
    private sealed class Applied : Transform
    {
        private Stream? octets;

        public Applied(string algorithm) => Algorithm = algorithm;

        public override Type[] InputTypes { get; } = [typeof(Stream)];

        public override Type[] OutputTypes { get; } = [typeof(Stream)];

        public override void LoadInput(object obj) => octets = (Stream)obj;

        public override object GetOutput() => octets!;

        public override object GetOutput(Type type) => octets!;

        public override void LoadInnerXml(System.Xml.XmlNodeList nodeList) { }

        protected override System.Xml.XmlNodeList? GetInnerXml() => null;
    }
}
