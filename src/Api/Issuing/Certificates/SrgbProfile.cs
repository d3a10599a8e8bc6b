using System.Buffers.Binary;
using System.Text;

namespace CredentialLedger.Api.Issuing.Certificates;

/// <summary>The colours of sRGB (IEC 61966-2-1) as a small ICC profile (ISO 15076-1) of our own, so that a page's colours are the same everywhere.</summary>
internal static class SrgbProfile
{
    private const string Name = "sRGB";

    // Columns of the matrix to D50, and the curve of five numbers (type 3), in 1/65536.
    private static readonly int[] White = [0xf6d6, 0x10000, 0xd32d], Red = [0x6fa2, 0x38f5, 0x390], Green = [0x6299, 0xb785, 0x18da], Blue = [0x24a0, 0xf84, 0xb6cf],
        Curve = [0x26666, 0xf2a7, 0xd59, 0x13d0, 0xa5b];

    /// <summary>The profile; always the same bytes.</summary>
    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        byte[] description = Text(Name), rights = Text("CC0"), curve = [.. "para"u8, 0, 0, 0, 0, 0, 3, 0, 0, .. Numbers(Curve)];
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", description), ("cprt", rights), ("wtpt", Colour(White)), ("rXYZ", Colour(Red)), ("gXYZ", Colour(Green)), ("bXYZ", Colour(Blue)), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var (table, data) = (new List<byte>(Number(tags.Length)), new List<byte>());
        var places = new Dictionary<byte[], int>();
        foreach (var (tag, bytes) in tags)
        {
            // The three curves are one.
            if (places.TryAdd(bytes, 132 + 12 * tags.Length + data.Count)) data.AddRange([.. bytes, .. new byte[-bytes.Length & 3]]);
            table.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Number(places[bytes]), .. Number(bytes.Length)]);
        }

        return [.. Header(128 + table.Count + data.Count), .. table, .. data];
    }

    // Section 7.2: a monitor's, RGB to XYZ, of version 4.2, made on 1 January 2026, relative colorimetric under D50.
    private static byte[] Header(int size)
    {
        byte[] header = [.. Number(size), 0, 0, 0, 0, 4, 0x20, 0, 0, .. "mntrRGB XYZ "u8, 0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, .. "acsp"u8, .. new byte[24], 0, 0, 0, 1, .. Numbers(White)];
        return [.. header, .. new byte[128 - header.Length]];
    }

    private static byte[] Colour(int[] numbers) => [.. "XYZ "u8, 0, 0, 0, 0, .. Numbers(numbers)];

    private static byte[] Text(string text) => [.. "mluc"u8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12, .. "enUS"u8, .. Number(2 * text.Length), 0, 0, 0, 28, .. Encoding.BigEndianUnicode.GetBytes(text)];

    private static byte[] Numbers(int[] numbers) => [.. numbers.SelectMany(Number)];

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
