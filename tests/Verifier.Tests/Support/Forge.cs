using System.Security.Cryptography;
using System.Text;
using System.Xml;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Takes a good document apart, changes it, and, if asked, signs what came out: properly signed and still wrong.</summary>
internal sealed class Forge
{
    private readonly XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };

    public Forge(byte[] good) => document.LoadXml(Encoding.UTF8.GetString(good));

    public XmlElement Root => document.DocumentElement!;

    public XmlElement Signature => Find("Signature");

    public XmlElement Find(string localName, int skip = 0) => All(localName).Skip(skip).First();

    public IEnumerable<XmlElement> All(string localName) =>
        document.SelectNodes($"//*[local-name()='{localName}']")!.Cast<XmlElement>();

    public Forge Set(string localName, string text, int skip = 0)
    {
        Find(localName, skip).InnerText = text;
        return this;
    }

    public Forge Attribute(string localName, string attribute, string? value, int skip = 0)
    {
        if (value is null) Find(localName, skip).RemoveAttribute(attribute);
        else Find(localName, skip).SetAttribute(attribute, value);
        return this;
    }

    public Forge Change(Action<Forge> change)
    {
        change(this);
        return this;
    }

    /// <summary>An XML fragment in the namespace of the parent, as its last child.</summary>
    public Forge Append(XmlElement parent, string xml)
    {
        var fragment = document.CreateDocumentFragment();
        fragment.InnerXml = xml;
        parent.AppendChild(fragment);
        return this;
    }

    public XmlElement Element(string ns, string name) => document.CreateElement(name, ns);

    /// <summary>Puts another element where the root was.</summary>
    public Forge Replace(XmlElement root)
    {
        document.ReplaceChild(root, Root);
        return this;
    }

    public byte[] Bytes() => CanonicalForm.Of(document);

    /// <summary>New digests for every reference that can be resolved, and a new signature by the key.</summary>
    public byte[] Sign(TestKey key)
    {
        foreach (var reference in All("Reference"))
        {
            var hash = Hash(reference.SelectSingleNode("*[local-name()='DigestMethod']/@Algorithm")!.Value!);
            if (Target(reference.GetAttribute("URI")) is { } target)
                reference.SelectSingleNode("*[local-name()='DigestValue']")!.InnerText = Convert.ToBase64String(CryptographicOperations.HashData(hash, target.Canonical()));
        }

        return SignInfo(key);
    }

    /// <summary>A new signature over the references as they stand.</summary>
    public byte[] SignInfo(TestKey key)
    {
        var hash = Hash(Find("SignatureMethod").GetAttribute("Algorithm"));
        Set("SignatureValue", Convert.ToBase64String(key.Sign(Find("SignedInfo").Canonical(), hash)));
        return Bytes();
    }

    /// <summary>Puts another key's certificate into the key info and into the signed properties.</summary>
    public Forge Certify(TestKey key, bool inKeyInfo = true)
    {
        if (inKeyInfo)
        {
            var data = Find("X509Data");
            data.RemoveAll();
            foreach (var certificate in key.Above.Prepend(key.Certificate))
                data.Add(XmlNames.Ds, "X509Certificate", Convert.ToBase64String(certificate.RawData));
        }

        ((XmlElement)Find("CertDigest").LastChild!).InnerText = Convert.ToBase64String(SHA256.HashData(key.Certificate.RawData));
        return Set("IssuerSerialV2", Convert.ToBase64String(IssuerSerial.Of(key.Certificate)));
    }

    private XmlElement? Target(string uri)
    {
        if (uri is "" or "#credential" or "#xpointer(/)")
        {
            var unsigned = (XmlElement)Root.CloneNode(deep: true);
            foreach (var signature in unsigned.Elements().Where(e => e.LocalName == "Signature").ToList()) unsigned.RemoveChild(signature);
            return unsigned;
        }

        return uri.StartsWith('#') ? (XmlElement?)document.SelectSingleNode($"//*[@Id='{uri[1..]}']") : null;
    }

    private static HashAlgorithmName Hash(string algorithm) =>
        algorithm.EndsWith("sha1", StringComparison.Ordinal) ? HashAlgorithmName.SHA1
        : algorithm.EndsWith("sha384", StringComparison.Ordinal) ? HashAlgorithmName.SHA384
        : algorithm.EndsWith("sha512", StringComparison.Ordinal) ? HashAlgorithmName.SHA512
        : HashAlgorithmName.SHA256;
}
