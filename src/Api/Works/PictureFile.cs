using System.Buffers.Binary;
using CredentialLedger.Domain.Kernel;
using SkiaSharp;

namespace CredentialLedger.Api.Works;

/// <summary>What may be the picture of a work: a small PNG file, whole, and nothing behind its end. Its size is read before a pixel is unpacked.</summary>
public static class PictureFile
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = 100 * 1024;

    /// <summary>Smallest and largest number of pixels across and down.</summary>
    public const int MinSide = 32, MaxSide = 800;

    /// <summary>The file is larger than <see cref="MaxBytes"/>.</summary>
    public static readonly Rejection TooLarge = new("picture.too-large", RejectionKind.Invalid, "picture");

    /// <summary>The file is no PNG file, is damaged, or has more behind its end.</summary>
    public static readonly Rejection NotPng = new("picture.not-png", RejectionKind.Invalid, "picture");

    /// <summary>A side is shorter or longer than may be.</summary>
    public static readonly Rejection BadSize = new("picture.bad-size", RejectionKind.Invalid, "picture");

    // The signature with the header's length and name; the last chunk, which is always the same (W3C PNG sections 5.2 and 11.2).
    private static ReadOnlySpan<byte> Beginning => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];

    private static ReadOnlySpan<byte> End => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xae, 0x42, 0x60, 0x82];

    /// <summary>Why a file is no picture, or null.</summary>
    public static Rejection? Refusal(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > MaxBytes) return TooLarge;
        if (file.Length < Beginning.Length + 8 + End.Length || !file.AsSpan().StartsWith(Beginning) || file.AsSpan().IndexOf(End) != file.Length - End.Length) return NotPng;
        if (Side(file, 16) is < MinSide or > MaxSide || Side(file, 20) is < MinSide or > MaxSide) return BadSize;
        using var stream = new SKMemoryStream(file);
        using var codec = SKCodec.Create(stream);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Png }) return NotPng;
        using var pixels = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        return codec.GetPixels(pixels.Info, pixels.GetPixels()) is SKCodecResult.Success ? null : NotPng;
    }

    private static uint Side(byte[] file, int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
}
