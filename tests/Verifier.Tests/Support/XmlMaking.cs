using System.Xml;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>The few DOM steps by which tests make documents; what is shipped writes them as text.</summary>
internal static class XmlMaking
{
    public static XmlElement Add(this XmlElement parent, string ns, string qualifiedName, string? text = null)
    {
        var element = parent.OwnerDocument.CreateElement(qualifiedName, ns);
        if (text is not null) element.AppendChild(parent.OwnerDocument.CreateTextNode(text));
        parent.AppendChild(element);
        return element;
    }

    public static XmlElement With(this XmlElement element, string attribute, string value)
    {
        element.SetAttribute(attribute, value);
        return element;
    }

    /// <summary>The canonical form of one element as the apex of its own document.</summary>
    public static byte[] Canonical(this XmlElement element)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.AppendChild(document.ImportNode(element, deep: true));
        return CanonicalForm.Of(document);
    }
}
