using System.Text;
using CredentialLedger.Api.Tests.Rig;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Tests.Verification;

/// <summary>Bad certificates and badges, as real ones go wrong: each is told apart by a code and a sentence, in both languages.</summary>
public sealed class BadPaperScenario(DemoLedger demo) : IClassFixture<DemoLedger>
{
    [Fact]
    public async Task Each_is_told_apart()
    {
        var another = await demo.CredentialAsync(91);
        var (pdf, png, otherXml, otherPng) = (await ShapeAsync(demo.Credential, "pdf"), await ShapeAsync(demo.Credential, "png"), await ShapeAsync(another, "xml"), await ShapeAsync(another, "png"));
        var (picture, otherToken) = (WithoutToken(png), Token(otherPng));
        byte[] nothing = Encoding.ASCII.GetBytes("%PDF-1.5\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"), edited = [.. png];
        edited[^30] ^= 1;
        var seen = new HashSet<string>();
        foreach (var (file, code, overall) in new (byte[], string, string)[]
        {
            (Swapped(pdf, otherXml), Codes.IntegrityPdfAttachment, "invalid"),
            (nothing, Codes.StructurePdfNothingAttached, "invalid"),
            ([.. pdf, .. "\n%%EOF\n"u8], Codes.StructurePdfAppended, "invalid"),
            (pdf[..(pdf.Length / 2)], Codes.StructurePdfCutShort, "invalid"),
            (await SavedAgainAsync(pdf), Codes.StructurePdfNotOriginal, "undetermined"),
            (edited, Codes.StructurePngDamaged, "invalid"),
            (With(Token(png), Painted(picture)), Codes.IntegrityPicture, "invalid"),
            ([.. picture[..^12], .. Token(png), .. picture[^12..]], Codes.StructureBadgeChunk, "invalid"),
            (With(otherToken, png), Codes.StructureBadgeTwice, "invalid"),
            (picture, Codes.StructureBadgeNone, "invalid"),
            (png[..^40], Codes.StructurePngCutShort, "invalid"),
        })
        {
            var told = await ToldAsync(file);
            (told.Code, told.Overall).ShouldBe((code, overall));
            seen.Add(told.Th).ShouldBeTrue(told.Th);
            seen.Add(told.En).ShouldBeTrue(told.En);
        }
    }

    private async Task<(string Code, string Overall, string Th, string En)> ToldAsync(byte[] file)
    {
        var answer = await demo.Host.PostAsync("", "/api/verify", new ByteArrayContent(file));
        answer.Status.ShouldBe(200, answer.Text);
        var told = answer.Json.GetProperty("checks").EnumerateArray().First(c => c.GetProperty("result").GetString() is "failed" or "unknown");
        return (told.GetProperty("code").GetString()!, answer.Json.GetProperty("overall").GetString()!, told.GetProperty("sentenceTh").GetString()!, told.GetProperty("sentenceEn").GetString()!);
    }

    private async Task<byte[]> ShapeAsync(Guid credential, string format)
    {
        using var client = demo.Host.App.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = await demo.Host.App.TokenAsync("auditor");
        return await client.GetByteArrayAsync($"/api/credentials/{credential}/document?format={format}");
    }

    // The lengths are set right, as a careful forger would.
    private static byte[] Swapped(byte[] pdf, byte[] xml)
    {
        var start = pdf.AsSpan().IndexOf("stream\n"u8) + 7;
        var end = pdf.AsSpan().IndexOf("\nendstream"u8);
        var (before, was) = (Encoding.Latin1.GetString(pdf[..start]), end - start);
        return [.. Encoding.Latin1.GetBytes(before.Replace($" {was}/", $" {xml.Length}/", StringComparison.Ordinal)), .. xml, .. pdf[end..]];
    }

    private static async Task<byte[]> SavedAgainAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("saved");
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "from.pdf"), Path.Combine(folder.FullName, "to.pdf"));
            await File.WriteAllBytesAsync(from, pdf);
            (await Tool.RunAsync("qpdf", from, to)).Code.ShouldBe(0);
            return await File.ReadAllBytesAsync(to);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The credential's chunk stands behind the header, which ends at 33.
    private static byte[] Token(byte[] png) => png[33..(33 + 12 + (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(33)))];

    private static byte[] WithoutToken(byte[] png) => [.. png[..33], .. png[(33 + Token(png).Length)..]];

    private static byte[] With(byte[] token, byte[] picture) => [.. picture[..33], .. token, .. picture[33..]];

    // Another level, say: decoded, painted over, and written anew with every checksum right.
    private static byte[] Painted(byte[] picture)
    {
        using var bitmap = SkiaSharp.SKBitmap.Decode(picture);
        using (var canvas = new SkiaSharp.SKCanvas(bitmap)) canvas.DrawColor(new(0xb0, 0x86, 0x3a, 0x40));
        using var file = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        return file.ToArray();
    }
}
