using System.Xml;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>The few DOM steps of the rules that say why a document was refused.</summary>
internal static class XmlDom
{
    public static IEnumerable<XmlElement> Elements(this XmlNode node)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
            if (child is XmlElement element) yield return element;
    }

    public static XmlElement? Find(this XmlElement parent, string ns, string name) =>
        parent.Elements().FirstOrDefault(e => e.Is(ns, name));

    /// <summary>The child of that name; only for documents whose shape has been checked.</summary>
    public static XmlElement Child(this XmlElement parent, string ns, string name) =>
        parent.Find(ns, name) ?? throw new InvalidOperationException($"{parent.Name} has no {name}; the shape was not checked.");

    public static bool Is(this XmlElement element, string ns, string name) =>
        element.LocalName == name && element.NamespaceURI == ns;

    public static IEnumerable<XmlElement> SelfAndDescendants(this XmlElement root)
    {
        var pending = new Stack<XmlElement>([root]);
        while (pending.TryPop(out var element))
        {
            yield return element;
            foreach (var child in element.Elements()) pending.Push(child);
        }
    }
}
