using System.IO.Compression;
using SkiaSharp;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>A mark that a certificate may show: what it is called, whose it is, and its picture, if it has one that can be drawn.</summary>
public sealed record CertificateMark(string TitleTh, string TitleEn, string OwnersTh, string OwnersEn)
{
    internal PdfPicture? Picture { get; private init; }

    /// <summary>The mark without a picture: it is named alone.</summary>
    public CertificateMark InWords() => this with { Picture = null };

    /// <summary>The mark with the picture of a PNG file that was checked when it was kept: its pixels alone, on white paper.</summary>
    public CertificateMark Showing(byte[] png)
    {
        using var decoded = SKBitmap.Decode(png);
        if (decoded is null) return this;
        using var opaque = new SKBitmap(new SKImageInfo(decoded.Width, decoded.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(opaque))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawBitmap(decoded, 0, 0);
        }

        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write([.. opaque.Pixels.SelectMany(p => new[] { p.Red, p.Green, p.Blue })]);
        return this with { Picture = new(decoded.Width, decoded.Height, packed.ToArray()) };
    }
}
