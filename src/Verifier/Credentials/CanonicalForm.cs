using System.Security.Cryptography.Xml;
using System.Xml;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Exclusive XML Canonicalization 1.0 without comments: the one byte form in which documents are issued.</summary>
internal static class CanonicalForm
{
    public static byte[] Of(XmlDocument document)
    {
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(document);
        using var output = (MemoryStream)transform.GetOutput(typeof(Stream));
        return output.ToArray();
    }

    /// <summary>The canonical form of one element as the apex of its own document.</summary>
    public static byte[] Of(XmlElement element)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.AppendChild(document.ImportNode(element, deep: true));
        return Of(document);
    }
}
