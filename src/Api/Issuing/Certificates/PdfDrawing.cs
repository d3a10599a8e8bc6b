using System.Security;
using System.Text;
using CredentialLedger.Verifier.Paper;
using static CredentialLedger.Verifier.Paper.PaperCertificate;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>The objects of a tagged page: the page, its content, its structure (ISO 32000-1 section 14.7), its metadata, colours, fonts and pictures.</summary>
internal static class PdfDrawing
{
    private const int Page = FirstDrawn, Pages = Page + 1, Content = Page + 2, Structure = Page + 3, Document = Page + 4, Metadata = Page + 5, Colours = Page + 6, Form = Page + 7, Regular = Page + 8, Bold = Page + 13, Elements = Page + 18;

    public static PaperDrawing Of(PdfCanvas canvas, string title)
    {
        var elements = string.Join(' ', canvas.Elements.Select((_, i) => $"{Elements + i} 0 R"));
        var shown = string.Concat(canvas.Pictures.Select((_, i) => $"/M{i} {Elements + canvas.Elements.Count + i} 0 R"));
        byte[][] objects =
        [
            PdfSyntax.Object($"<</Type/Page/Parent {Pages} 0 R/MediaBox[0 0 {PdfSyntax.Number(PdfCanvas.Width)} {PdfSyntax.Number(PdfCanvas.Height)}]/Resources<</Font<</FR {Regular} 0 R/FB {Bold} 0 R>>/XObject<<{shown}>>>>/Contents {Content} 0 R/StructParents 0/Tabs/S/Annots[{Field} 0 R]>>"),
            PdfSyntax.Object($"<</Type/Pages/Kids[{Page} 0 R]/Count 1>>"),
            PdfSyntax.Stream("", canvas.Content),
            PdfSyntax.Object($"<</Type/StructTreeRoot/K {Document} 0 R/ParentTree<</Nums[0[{elements}]{FieldInStructure} {Form} 0 R]>>/ParentTreeNextKey 2>>"),
            PdfSyntax.Object($"<</Type/StructElem/S/Document/P {Structure} 0 R/K[{elements} {Form} 0 R]>>"),
            PdfSyntax.Plain("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Xmp(title))),
            PdfSyntax.Stream("/N 3", SrgbProfile.Bytes),
            PdfSyntax.Object($"<</Type/StructElem/S/Form/P {Document} 0 R/Pg {Page} 0 R/K<</Type/OBJR/Pg {Page} 0 R/Obj {Field} 0 R>>/Lang(en)>>"),
            .. canvas.Fonts.Regular.Objects(Regular),
            .. canvas.Fonts.Bold.Objects(Bold),
            .. canvas.Elements.Select((element, i) => PdfSyntax.Object($"<</Type/StructElem/S/{element.Tag}/P {Document} 0 R/Pg {Page} 0 R/K {i}/Lang({element.Language}){Picture(element)}>>")),
            .. canvas.Pictures.Select(p => PdfSyntax.Plain($"/Type/XObject/Subtype/Image/Width {p.Across}/Height {p.Down}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode", p.Packed)),
        ];
        return new($"/Pages {Pages} 0 R/StructTreeRoot {Structure} 0 R/MarkInfo<</Marked true>>/Lang(th-TH)/ViewerPreferences<</DisplayDocTitle true>>/Metadata {Metadata} 0 R"
            + $"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile {Colours} 0 R>>]", objects);
    }

    private static string Picture(PdfElement element) =>
        element.Alternative is { } text ? $"/Alt {PdfSyntax.Text(text)}/A<</O/Layout/Placement/Block/BBox[{element.Box}]>>" : "";

    // ISO 16684-1; without a date, so that the same certificate has the same bytes. What it says that the file conforms to is in docs/formats/pdf.md, clause by clause;
    // PDF/A wants a name that it does not know, as that of PDF/UA, to be described (ISO 19005-3 section 6.6.2.3).
    private static string Xmp(string title) => $"""
        <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>th-TH</rdf:li><rdf:li>en</rdf:li></rdf:Bag></dc:language></rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>The part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """;
}
