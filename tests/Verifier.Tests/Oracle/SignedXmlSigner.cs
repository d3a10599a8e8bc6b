using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using CredentialLedger.Verifier.Credentials;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>Signs a document by a DOM, SignedXml and exclusive canonicalization: what the framework makes of the standards, to hold the written form against.</summary>
internal static class SignedXmlSigner
{
    public static byte[] Sign(CredentialContent content, IssuerKey key, DateTimeOffset signingTime)
    {
        var document = DomWriter.Write(content);
        document.DocumentElement!.AppendChild(Signature(document, key, signingTime));
        return CanonicalForm.Of(document);
    }

    private static XmlNode Signature(XmlDocument document, IssuerKey key, DateTimeOffset signingTime)
    {
        var qualifying = QualifyingProperties.Write(document, key.Certificate, signingTime);
        var signed = new PinnedSignedXml(document.DocumentElement!, qualifying.Child(Xades, "SignedProperties"));
        signed.Signature.Id = SignatureId;
        signed.SigningKey = key.PrivateKey;
        signed.SignedInfo!.SignatureMethod = key.Kind.SignatureMethod();
        signed.SignedInfo.CanonicalizationMethod = ExclusiveC14N;
        signed.AddReference(Refer(RootId, ReferenceId, null, new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform()));
        signed.AddReference(Refer(SignedPropertiesId, null, SignedPropertiesType, new XmlDsigExcC14NTransform()));
        signed.KeyInfo.AddClause(Certificates(key));
        var holder = document.CreateElement("Object", Ds);
        holder.AppendChild(qualifying);
        signed.AddObject(new DataObject { Data = holder.ChildNodes });
        signed.ComputeSignature();
        return document.ImportNode(signed.GetXml(), deep: true);
    }

    private static Reference Refer(string target, string? id, string? type, params Transform[] transforms)
    {
        var reference = new Reference("#" + target) { Id = id, Type = type, DigestMethod = Sha256 };
        foreach (var transform in transforms) reference.AddTransform(transform);
        return reference;
    }

    private static KeyInfoX509Data Certificates(IssuerKey key)
    {
        var data = new KeyInfoX509Data();
        foreach (X509Certificate2 certificate in key.Path) data.AddCertificate(certificate);
        return data;
    }
}
