using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using static CredentialLedger.Verifier.Credentials.XmlNames;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>A signed credential document: XML with an enveloped XAdES-B-B signature (ETSI EN 319 132-1 clause 6) in canonical byte form.</summary>
public static class CredentialDocument
{
    /// <summary>The bytes to store and give out: exactly the exclusive canonical form, UTF-8, no XML declaration. The signing time is cut to whole seconds.</summary>
    /// <exception cref="ArgumentException">The content says something the format cannot carry, or names another key than the one that signs.</exception>
    public static byte[] Sign(CredentialContent content, IssuerKey key, DateTimeOffset signingTime)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(key);
        if (content.Issuer.KeyId != key.KeyId) throw new ArgumentException("The content names another key than the one that signs.", nameof(content));
        if (!StrictValues.IsAddress(content.Status.List)) throw new ArgumentException("A status list has an absolute http or https address without a fragment.", nameof(content));
        if (content.Holder is not { NameTh: not null, Identity: not null }) throw new ArgumentException("A document names its holder.", nameof(content));
        var document = CredentialWriter.Write(content);
        if (CredentialReader.Read(CanonicalForm.Of(document)) != content)
            throw new ArgumentException("The content says something that the format cannot carry.", nameof(content));

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
