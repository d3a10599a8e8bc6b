using System.IO.Compression;
using System.Text;
using CredentialLedger.Verifier.Badges;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Small PNG files, and the chunks of which a test builds worse ones.</summary>
internal static class Pictures
{
    public static readonly byte[] Signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    public static byte[] Header => PngChunks.Write("IHDR", [0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);

    public static byte[] End => PngChunks.Write("IEND", []);

    /// <summary>Eight by eight pixels of one grey.</summary>
    public static byte[] Plain(byte grey = 200) => [.. Signature, .. Header, .. Pixels(grey), .. End];

    public static byte[] Pixels(byte grey)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal))
            for (var row = 0; row < 8; row++) deflate.Write([0, .. Enumerable.Repeat(grey, 8)]);
        return PngChunks.Write("IDAT", packed.ToArray());
    }

    public static byte[] Text(string type, string keyword, string text) =>
        PngChunks.Write(type, [.. Encoding.ASCII.GetBytes(keyword), 0, .. type == "iTXt" ? new byte[4] : [], .. Encoding.ASCII.GetBytes(text)]);
}
