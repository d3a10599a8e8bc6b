using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CredentialLedger.Api.Tests.Rig;

namespace CredentialLedger.Api.Tests.Issuing;

/// <summary>What a certificate says that it conforms to (PDF/A-3a, PDF/UA-1), held clause by clause on what qpdf reads of it: the list is in docs/formats/pdf.md.</summary>
public sealed class CertificateConformanceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance");
    private JsonElement objects;

    [Fact]
    public async Task It_keeps_the_clauses_that_it_claims()
    {
        var file = await Certificates.SavedAsync(folder.FullName, Certificates.Usual with { Holder = Certificates.Usual.Holder with { NameEn = "陳大文 Zoë" } }, Certificates.Marks);
        var (code, said) = await Tool.RunAsync("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=all", file);
        code.ShouldBe(0, said);
        objects = JsonDocument.Parse(said).RootElement.GetProperty("qpdf")[1];
        var (trailer, catalog, page) = (objects.GetProperty("trailer").GetProperty("value"), Of("3 0 R"), Of("6 0 R"));
        trailer.GetProperty("/ID").GetArrayLength().ShouldBe(2);
        foreach (var none in new[] { "/Encrypt", "/Info" }) trailer.TryGetProperty(none, out _).ShouldBeFalse(none);
        foreach (var none in new[] { "/AA", "/OpenAction", "/OCProperties", "/Perms", "/Requirements" }) catalog.TryGetProperty(none, out _).ShouldBeFalse(none);
        Document(catalog);
        Attachment(catalog);
        Field(page);
        var used = Content(page);
        foreach (var name in used.Keys) Font(page.GetProperty("/Resources").GetProperty("/Font").GetProperty(name).GetString()!, used[name]);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private void Document(JsonElement catalog)
    {
        catalog.GetProperty("/Lang").GetString().ShouldBe("u:th-TH");
        catalog.GetProperty("/MarkInfo").GetProperty("/Marked").GetBoolean().ShouldBeTrue();
        catalog.GetProperty("/ViewerPreferences").GetProperty("/DisplayDocTitle").GetBoolean().ShouldBeTrue();
        var intent = catalog.GetProperty("/OutputIntents")[0];
        intent.GetProperty("/S").GetString().ShouldBe("/GTS_PDFA1");
        var profile = Data(intent.GetProperty("/DestOutputProfile").GetString()!);
        (profile.Length, Encoding.ASCII.GetString(profile, 36, 4), Encoding.ASCII.GetString(profile, 12, 8)).ShouldBe((BinaryPrimitives.ReadInt32BigEndian(profile), "acsp", "mntrRGB "));
        var metadata = catalog.GetProperty("/Metadata").GetString()!;
        Stream(metadata).TryGetProperty("/Filter", out _).ShouldBeFalse();
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(Data(metadata)));
        string Said(string space, string name) => xmp.Descendants(XName.Get(name, space)).Single().Value;
        Said("http://www.aiim.org/pdfa/ns/id/", "part").ShouldBe("3");
        Said("http://www.aiim.org/pdfa/ns/id/", "conformance").ShouldBe("A");
        Said("http://www.aiim.org/pdfua/ns/id/", "part").ShouldBe("1");
        Said("http://purl.org/dc/elements/1.1/", "title").ShouldContain(Certificates.Usual.Number);
        Said("http://www.aiim.org/pdfa/ns/schema#", "prefix").ShouldBe("pdfuaid");
    }

    private void Attachment(JsonElement catalog)
    {
        var attached = Of(catalog.GetProperty("/AF")[0].GetString()!);
        foreach (var name in new[] { "/F", "/UF", "/Desc" }) attached.TryGetProperty(name, out _).ShouldBeTrue(name);
        attached.GetProperty("/AFRelationship").GetString().ShouldBe("/Source");
        var file = Stream(attached.GetProperty("/EF").GetProperty("/F").GetString()!);
        file.GetProperty("/Subtype").GetString().ShouldBe("/application/xml");
        file.GetProperty("/Params").GetProperty("/ModDate").GetString()!.ShouldMatch(@"^u:D:\d{14}Z$");
    }

    // The signature's field is not seen, is printed, and is told in the structure.
    private void Field(JsonElement page)
    {
        var field = Of(page.GetProperty("/Annots")[0].GetString()!);
        (field.GetProperty("/F").GetInt32() & 0b100111).ShouldBe(0b100);
        field.GetProperty("/Rect").EnumerateArray().ShouldAllBe(n => n.GetInt32() == 0);
        field.TryGetProperty("/TU", out _).ShouldBeTrue();
        page.GetProperty("/Tabs").GetString().ShouldBe("/S");
        var parents = Of(Of("3 0 R").GetProperty("/StructTreeRoot").GetString()!).GetProperty("/ParentTree").GetProperty("/Nums");
        var form = Of(parents[3].GetString()!);
        (parents[2].GetInt32(), form.GetProperty("/S").GetString(), form.GetProperty("/K").GetProperty("/Obj").GetString()).ShouldBe((field.GetProperty("/StructParent").GetInt32(), "/Form", "5 0 R"));
    }

    /// <summary>Everything that is drawn is an artifact or in one element of the structure; gives the glyphs shown by font.</summary>
    private Dictionary<string, HashSet<int>> Content(JsonElement page)
    {
        var parents = Of(Of("3 0 R").GetProperty("/StructTreeRoot").GetString()!).GetProperty("/ParentTree").GetProperty("/Nums")[1];
        var (open, elements, used, font) = (new Stack<string>(), 0, new Dictionary<string, HashSet<int>>(), "");
        foreach (Match part in Regex.Matches(Encoding.ASCII.GetString(Data(page.GetProperty("/Contents").GetString()!)), @"/(\w+) ?(?:<<(/MCID (\d+))?[^\n]*?>{2,3})?(BDC|BMC)|\b(EMC|S|f|TJ|Do)\b|/(F[RB]) [\d.]+ Tf|<([0-9A-F]{4})>"))
        {
            if (part.Groups[4].Success)
            {
                open.Push(part.Groups[1].Value);
                if (!part.Groups[3].Success) continue;
                open.Count.ShouldBe(1);
                part.Groups[3].Value.ShouldBe($"{elements}");
                var element = Of(parents[elements].GetString()!);
                (element.GetProperty("/S").GetString(), element.GetProperty("/K").GetInt32()).ShouldBe(($"/{part.Groups[1].Value}", elements++));
                element.TryGetProperty("/Lang", out _).ShouldBeTrue();
                if (part.Groups[1].Value == "Figure") element.GetProperty("/Alt").GetString()!.Length.ShouldBeGreaterThan(5);
            }
            else if (part.Groups[5].Value == "EMC") open.Pop();
            else if (part.Groups[5].Success) open.Last().ShouldBeOneOf("Artifact", "P", "H1", "Figure");
            else if (part.Groups[6].Success) font = $"/{part.Groups[6].Value}";
            else (used.TryGetValue(font, out var glyphs) ? glyphs : used[font] = []).Add(Convert.ToInt32(part.Groups[7].Value, 16));
        }

        open.ShouldBeEmpty();
        elements.ShouldBe(parents.GetArrayLength());
        elements.ShouldBeGreaterThan(20);
        return used;
    }

    // Embedded; no glyph "not defined"; widths as in the font; and each glyph means a letter.
    private void Font(string reference, HashSet<int> glyphs)
    {
        var (font, meanings) = (Of(Of(reference).GetProperty("/DescendantFonts")[0].GetString()!), Encoding.ASCII.GetString(Data(Of(reference).GetProperty("/ToUnicode").GetString()!)));
        var file = Data(Of(font.GetProperty("/FontDescriptor").GetString()!).GetProperty("/FontFile2").GetString()!);
        var tables = Tables(file);
        var metrics = BinaryPrimitives.ReadUInt16BigEndian(tables["hhea"].AsSpan(34));
        var widths = font.GetProperty("/W").EnumerateArray().Chunk(2).ToDictionary(w => w[0].GetInt32(), w => w[1][0].GetInt32());
        foreach (var glyph in glyphs)
        {
            glyph.ShouldNotBe(0);
            widths[glyph].ShouldBe(BinaryPrimitives.ReadUInt16BigEndian(tables["hmtx"].AsSpan(4 * Math.Min(glyph, metrics - 1))));
            Regex.Match(meanings, $"<{glyph:X4}><([0-9A-F]{{4,}})>").Groups[1].Value.ShouldNotBeOneOf("", "0000", "FEFF", "FFFE");
        }

        widths.Count.ShouldBe(glyphs.Count);
    }

    private static Dictionary<string, byte[]> Tables(byte[] font) => Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4))).Select(n => 12 + 16 * n).ToDictionary(at => Encoding.ASCII.GetString(font, at, 4),
        at => font[(int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at + 8))..][..(int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at + 12))]);

    private JsonElement Of(string reference) => objects.GetProperty($"obj:{reference}").GetProperty("value");

    private JsonElement Stream(string reference) => objects.GetProperty($"obj:{reference}").GetProperty("stream").GetProperty("dict");

    private byte[] Data(string reference) => objects.GetProperty($"obj:{reference}").GetProperty("stream").GetProperty("data").GetBytesFromBase64();
}
