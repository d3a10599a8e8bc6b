using System.Buffers.Binary;
using System.Security.Cryptography;
using SkiaSharp;

namespace CredentialLedger.Api.Tests.Rig;

/// <summary>Pictures of marks that nobody has.</summary>
public static class MarkPictures
{
    /// <summary>A disc of a colour of its size's own on a transparent ground.</summary>
    public static byte[] Png(int across = 64, int down = 64) => Encoded(across, down, SKEncodedImageFormat.Png);

    /// <summary>The same as a JPEG, which no mark is.</summary>
    public static byte[] Jpeg() => Encoded(64, 64, SKEncodedImageFormat.Jpeg);

    /// <summary>A picture whose header claims other sides.</summary>
    public static byte[] Claiming(uint across, uint down)
    {
        var png = Png();
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), across);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), down);
        return png;
    }

    /// <summary>A logo of TPQI's own, registered with the digest of a file; gives its address.</summary>
    public static async Task<string> LogoAsync(this LedgerHost host, byte[] file)
    {
        var path = $"/api/works/{Guid.NewGuid()}";
        var body = new { titleTh = "ตราสัญลักษณ์ สคช.", titleEn = "Logo of TPQI", kind = "logo", origin = "brought-in", sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) };
        (await host.PutAsync("work-officer-tpqi", path, body)).ShouldRecord(1);
        return path;
    }

    private static byte[] Encoded(int across, int down, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(across, down);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            using var paint = new SKPaint { Color = new((byte)across, (byte)down, 0xc0) };
            canvas.DrawCircle(across / 2f, down / 2f, Math.Min(across, down) / 3f, paint);
        }

        using var file = bitmap.Encode(format, 100);
        return file.ToArray();
    }
}
