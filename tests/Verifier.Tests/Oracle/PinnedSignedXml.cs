using System.Security.Cryptography.Xml;
using System.Xml;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Tests.Oracle;

/// <summary>A SignedXml in which only two nodes can be referred to: the document's root and the signed properties. It searches for nothing and resolves nothing.</summary>
internal sealed class PinnedSignedXml : SignedXml
{
    private readonly XmlElement root;
    private readonly XmlElement signedProperties;

    static PinnedSignedXml() => EcdsaSha256Signature.Register();

    public PinnedSignedXml(XmlElement root, XmlElement signedProperties) : base(root.OwnerDocument)
    {
        (this.root, this.signedProperties) = (root, signedProperties);
        Resolver = null!;
    }

    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) => idValue switch
    {
        XmlNames.RootId => root,
        XmlNames.SignedPropertiesId => signedProperties,
        _ => null,
    };
}
