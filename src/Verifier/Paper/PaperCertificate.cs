using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Paper;

/// <summary>A drawn page: the PDF objects from number <see cref="PaperCertificate.FirstDrawn"/> on, the page itself first, and what the catalog says of them.</summary>
/// <param name="Catalog">Entries of the catalog.</param>
/// <param name="Objects">The objects, without their numbers.</param>
public sealed record PaperDrawing(string Catalog, IReadOnlyList<byte[]> Objects);

/// <summary>A PDF certificate: a page, the credential's XML attached, and over both a PAdES baseline B-B signature (ETSI EN 319 142-1) by its issuer (docs/formats/pdf.md).</summary>
public static class PaperCertificate
{
    /// <summary>The number of the signature's field, which the page lists among its annotations.</summary>
    public const int Field = 5;

    /// <summary>The number of the first drawn object: the page.</summary>
    public const int FirstDrawn = 6;

    /// <summary>The key under which the page's structure finds the signature's field.</summary>
    public const int FieldInStructure = 1;

    /// <summary>The signed file. The signing time is cut to whole seconds.</summary>
    /// <param name="drawing">The page, which says what the document says.</param>
    /// <param name="document">The credential's XML, with or without log proofs.</param>
    /// <param name="key">A key of the issuer that the document names.</param>
    /// <param name="signingTime">When it is signed.</param>
    /// <exception cref="ArgumentException">The document is no credential as it was issued, or the file would be larger than one may be.</exception>
    public static byte[] Sign(PaperDrawing drawing, byte[] document, IssuerKey key, DateTimeOffset signingTime)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(key);
        if (StructureCheck.Run(document, out _) is not { Result: CheckResult.Passed }) throw new ArgumentException("This is not a credential as it was issued.", nameof(document));
        using var file = new MemoryStream();
        var places = new List<long>();
        file.Write(PaperForm.Header);
        Begin(1);
        file.Write(PaperForm.Attached(document.Length, signingTime));
        file.Write(document);
        End("\nendstream");

        Begin(2);
        file.Write(PaperForm.SignatureBefore(signingTime));
        var ranges = (int)file.Position;
        var room = PaperSignature.Room(key);
        var start = ranges + PaperForm.RangesLength + PaperForm.BeforeContents.Length;
        file.Position = start;
        file.Write(PaperForm.Hole(room));
        var end = (int)file.Position;
        End(">>");

        Begin(3);
        file.Write(PaperForm.CatalogBefore(SHA256.HashData(document)));
        End($"{drawing.Catalog}/AF[4 0 R]/Names<</EmbeddedFiles<</Names[(credential.xml) 4 0 R]>>>>/AcroForm<</Fields[{Field} 0 R]/SigFlags 3>>>>");
        Begin(4);
        End("<</Type/Filespec/F(credential.xml)/UF(credential.xml)/Desc(The signed document that this certificate shows)/AFRelationship/Source/EF<</F 1 0 R/UF 1 0 R>>>>");
        Begin(Field);
        End($"<</Type/Annot/Subtype/Widget/FT/Sig/T(issuer)/V 2 0 R/Rect[0 0 0 0]/TU(Signature of the issuer)/F 132/P {FirstDrawn} 0 R/StructParent {FieldInStructure}>>");
        foreach (var drawn in drawing.Objects)
        {
            Begin(places.Count + 1);
            file.Write(drawn);
            End("");
        }

        var (table, id) = (file.Position, Convert.ToHexStringLower(SHA256.HashData(document).AsSpan(..16)));
        Text($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Text($"{place:D10} 00000 n \n");
        Text($"trailer\n<</Size {places.Count + 1}/Root 3 0 R/ID[<{id}><{id}>]>>\nstartxref\n{table}\n%%EOF\n");
        if (file.Length > PaperForm.MaxBytes) throw new ArgumentException("The certificate is larger than one may be.", nameof(drawing));
        var total = (int)file.Length;
        file.Position = ranges;
        file.Write(PaperForm.Ranges(start, end, total));
        file.Write(PaperForm.BeforeContents);
        var bytes = file.ToArray();
        PaperSignature.Write(bytes, start, end, key);
        return bytes;

        void Begin(int number)
        {
            places.Add(file.Position);
            Text($"{number} 0 obj\n");
        }

        void End(string text) => Text($"{text}\nendobj\n");

        void Text(FormattableString text) => file.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
    }

    internal static Finding Read(ReadOnlyMemory<byte> file, out PaperShape? shape)
    {
        shape = null;
        if (file.Length > PaperForm.MaxBytes) return Finding.Failed(Codes.StructureTooLarge);
        // A copy: what is hashed must be what was read, whatever the caller does meanwhile.
        byte[] bytes = file.ToArray();
        if (PaperReader.Read(bytes, out var parts) is { } fault) return fault;
        var structure = StructureCheck.Run(parts!.Document, out var document);
        if (document is not null) shape = new(parts, document);
        return structure;
    }
}
