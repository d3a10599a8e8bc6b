using System.Buffers.Binary;
using System.IO.Compression;

namespace CredentialLedger.Verifier.Status;

/// <summary>
/// The two compressions of status lists. Reading stops at a limit, so that a few bytes never become many, and asks for the checksum at the
/// very end, which the framework's streams do not miss when the data is cut off, and for nothing behind it.
/// </summary>
internal static class Compressed
{
    /// <summary>Decompressed bytes that a list may have.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    private const int Adler32Length = 4, GzipTrailer = 8;

    /// <summary>ZLIB data (RFC 1950).</summary>
    public static byte[] ToZlib(ReadOnlySpan<byte> bytes) => Deflate(bytes, output => new ZLibStream(output, CompressionLevel.SmallestSize));

    /// <summary>GZIP data (RFC 1952).</summary>
    public static byte[] ToGzip(ReadOnlySpan<byte> bytes) => Deflate(bytes, output => new GZipStream(output, CompressionLevel.SmallestSize));

    /// <summary>What ZLIB data holds; nothing when it is empty, damaged, cut off or too much.</summary>
    public static byte[]? FromZlib(byte[] data) =>
        Inflate(data, input => new ZLibStream(input, CompressionMode.Decompress)) is { } bytes && data.Length > Adler32Length
            && BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(^Adler32Length..)) == Adler32(bytes) ? bytes : null;

    /// <summary>What GZIP data holds; nothing when it is empty, damaged, cut off or too much.</summary>
    public static byte[]? FromGzip(byte[] data) =>
        Inflate(data, input => new GZipStream(input, CompressionMode.Decompress)) is { } bytes && data.Length > GzipTrailer
            && BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(^GzipTrailer..)) == Crc32(bytes)
            && BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(^4..)) == bytes.Length ? bytes : null;

    private static byte[] Deflate(ReadOnlySpan<byte> bytes, Func<Stream, Stream> into)
    {
        using var output = new MemoryStream();
        using (var deflating = into(output)) deflating.Write(bytes);
        return output.ToArray();
    }

    private static byte[]? Inflate(byte[] data, Func<Stream, Stream> from)
    {
        try
        {
            using var inflating = from(new MemoryStream(data, writable: false));
            using var output = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = inflating.Read(buffer)) > 0)
            {
                if (output.Length + read > MaximumBytes) return null;
                output.Write(buffer, 0, read);
            }

            return output.Length == 0 ? null : output.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // RFC 1950 section 8.2; the sums are cut back before they can overflow.
    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const int modulus = 65521, safe = 5552;
        uint low = 1, high = 0;
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(safe, bytes.Length)..])
        {
            foreach (var b in bytes[..Math.Min(safe, bytes.Length)]) high += low += b;
            (low, high) = (low % modulus, high % modulus);
        }

        return high << 16 | low;
    }

    // RFC 1952 section 8.
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = CrcOfByte[(byte)(crc ^ b)] ^ crc >> 8;
        return ~crc;
    }

    private static readonly uint[] CrcOfByte = [.. Enumerable.Range(0, 256).Select(b =>
    {
        var crc = (uint)b;
        for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
        return crc;
    })];
}
