using System.Text;
using System.Xml;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>Builds a document node by node under caps; refuses DTD, comments, processing instructions and CDATA while reading, and never resolves anything.</summary>
internal static class SafeXml
{
    public const int MaxBytes = 1024 * 1024;
    public const int MaxDepth = 16;
    public const int MaxAttributes = 8;
    public const int MaxNodes = 1000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        MaxCharactersFromEntities = 1,
        CheckCharacters = true,
    };

    public static (XmlDocument? Document, string? Fault) Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes) return (null, Codes.StructureTooLarge);
        if (!System.Text.Unicode.Utf8.IsValid(bytes.Span)) return (null, Codes.StructureNotUtf8);
        // A byte order mark is another tool's doing: read past it, the canonical form has none.
        var text = StrictUtf8.GetString(bytes.Span).TrimStart('\ufeff');
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return Build(reader);
        }
        catch (XmlException)
        {
            // The reader has refused already; this only finds the better name for why.
            var isDtd = text.Contains("<!DOCTYPE", StringComparison.Ordinal);
            return (null, isDtd ? Codes.StructureDtd : Codes.StructureNotXml);
        }
    }

    private static (XmlDocument?, string?) Build(XmlReader reader)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        XmlNode parent = document;
        for (var nodes = 0; reader.Read(); nodes++)
        {
            if (nodes > MaxNodes) return (null, Codes.StructureTooManyNodes);
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= MaxDepth) return (null, Codes.StructureTooDeep);
                    if (reader.AttributeCount > MaxAttributes) return (null, Codes.StructureTooManyAttributes);
                    var isEmpty = reader.IsEmptyElement;
                    var element = Element(reader, document);
                    parent.AppendChild(element);
                    if (!isEmpty) parent = element;
                    break;
                case XmlNodeType.EndElement:
                    parent = parent.ParentNode!;
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when parent != document:
                    parent.AppendChild(document.CreateTextNode(reader.Value));
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.XmlDeclaration:
                    // Beside the root: nothing to read, and the canonical form shows that it was there.
                    break;
                default:
                    return (null, Fault(reader.NodeType));
            }
        }

        return (document, null);
    }

    private static XmlElement Element(XmlReader reader, XmlDocument document)
    {
        var element = document.CreateElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            var attribute = document.CreateAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            attribute.Value = reader.Value;
            element.Attributes.Append(attribute);
        }

        return element;
    }

    private static string Fault(XmlNodeType type) => type switch
    {
        XmlNodeType.Comment => Codes.StructureComment,
        XmlNodeType.ProcessingInstruction => Codes.StructureProcessingInstruction,
        XmlNodeType.CDATA => Codes.StructureCData,
        XmlNodeType.DocumentType => Codes.StructureDtd,
        _ => Codes.StructureNotXml,
    };
}
