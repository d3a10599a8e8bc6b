using System.Text;
using QRCoder;
using SkiaSharp;

namespace CredentialLedger.Portal.Tests.Rig;

/// <summary>A QR code as somebody photographs it: on grey, turned, not quite sharp.</summary>
public static class QrPicture
{
    private const int Width = 640, Height = 480;

    /// <summary>The photograph, as a JPEG.</summary>
    public static byte[] Jpeg(string text)
    {
        using var picture = Photograph(text);
        using var file = picture.Encode(SKEncodedImageFormat.Jpeg, 80);
        return file.ToArray();
    }

    /// <summary>A film of it for a browser's false camera: YUV4MPEG2, ten frames of one second, all alike and without colour.</summary>
    public static void Film(string text, string path)
    {
        using var picture = Photograph(text);
        byte[] frame = [.. "FRAME\n"u8, .. picture.Pixels.Select(p => p.Green), .. Enumerable.Repeat((byte)128, Width * Height / 2)];
        using var film = File.Create(path);
        film.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F10:1 Ip A1:1 C420jpeg\n"));
        for (var i = 0; i < 10; i++) film.Write(frame);
    }

    private static SKBitmap Photograph(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var sharp = SKBitmap.Decode(new PngByteQRCode(code).GetGraphic(8));
        var photograph = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(photograph);
        using var blur = SKImageFilter.CreateBlur(0.8f, 0.8f);
        using var paint = new SKPaint { ImageFilter = blur };
        canvas.Clear(new SKColor(170, 170, 170));
        canvas.RotateDegrees(17, Width / 2f, Height / 2f);
        canvas.DrawBitmap(sharp, SKRect.Create((Width - 320) / 2f, (Height - 320) / 2f, 320, 320), paint);
        return photograph;
    }
}
