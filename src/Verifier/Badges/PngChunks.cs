using System.Buffers.Binary;
using System.Text;

namespace CredentialLedger.Verifier.Badges;

/// <summary>One chunk of a PNG file.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Data">What it carries.</param>
/// <param name="Start">Where it begins in the file.</param>
/// <param name="End">The first place after it.</param>
internal readonly record struct PngChunk(string Type, ReadOnlyMemory<byte> Data, int Start, int End);

/// <summary>The chunks of a PNG file (W3C PNG section 5), read without looking at a pixel: every checksum right, the header first, the end last and nothing behind it, and no critical chunk but those of a picture without a palette.</summary>
internal static class PngChunks
{
    // Length, type and checksum.
    private const int Frame = 12, MaxChunks = 1000;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Whether a file says that it is a PNG file.</summary>
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature[..4]);

    /// <summary>The code of what is wrong, or null with the chunks in their order.</summary>
    public static string? Read(ReadOnlyMemory<byte> file, out List<PngChunk> chunks)
    {
        chunks = [];
        if (!file.Span.StartsWith(Signature)) return file.Length < Signature.Length ? Codes.StructurePngCutShort : Codes.StructurePngDamaged;
        for (var at = Signature.Length; chunks is not [.., { Type: "IEND" }]; at = chunks[^1].End)
        {
            if (file.Length - at < Frame) return Codes.StructurePngCutShort;
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > file.Length - at - Frame) return Codes.StructurePngCutShort;
            var named = file.Slice(at + 4, 4 + (int)length);
            if (Crc32.Of(named.Span) != BinaryPrimitives.ReadUInt32BigEndian(file.Span[(at + 8 + (int)length)..])) return Codes.StructurePngDamaged;
            if (chunks.Count == MaxChunks) return Codes.StructurePngChunks;
            chunks.Add(new(Encoding.Latin1.GetString(named.Span[..4]), named[4..], at, at + Frame + (int)length));
        }

        return chunks[^1].End < file.Length ? Codes.StructurePngAppended : IsOrdered(chunks) ? null : Codes.StructurePngChunks;
    }

    /// <summary>A chunk as it stands in a file.</summary>
    public static byte[] Write(string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[Frame + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.Latin1.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static bool IsOrdered(List<PngChunk> chunks)
    {
        var pixels = chunks.FindIndex(c => c.Type == "IDAT");
        return pixels > 0 && chunks[0] is { Type: "IHDR", Data.Length: 13 } && chunks[^1].Data.IsEmpty
            && chunks.FindLastIndex(c => c.Type == "IDAT") == pixels + chunks.Count(c => c.Type == "IDAT") - 1
            && chunks.Skip(1).SkipLast(1).All(c => c.Type == "IDAT" || IsAncillary(c.Type));
    }

    // Four ASCII letters of which the first is small (PNG section 5.4).
    private static bool IsAncillary(string type) => type.All(char.IsAsciiLetter) && char.IsAsciiLetterLower(type[0]);
}
