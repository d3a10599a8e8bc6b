using System.Buffers.Binary;
using System.Text;

namespace CredentialLedger.Verifier.Evidence;

/// <summary>
/// A ZIP file of stored members (APPNOTE 6.3, method 0) that has one spelling: no compression, so no bomb; no times, no comments, nothing between the parts. What is
/// not, byte for byte, as it is written here is no bundle, so that no two programs can see different members in it.
/// </summary>
internal static class StoredZip
{
    private const uint LocalSignature = 0x04034b50, CentralSignature = 0x02014b50, EndSignature = 0x06054b50;

    // 1 January 1980, the first day that the format has; a bundle says in its manifest when it was made.
    private const ushort Version = 10, Day = 0x21;

    private const int LocalLength = 30, MaxName = 200;

    public static byte[] Write(IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> members)
    {
        using MemoryStream zip = new(), directory = new();
        ushort count = 0;
        foreach (var (name, content) in members)
        {
            var (at, latin) = ((uint)zip.Length, Encoding.ASCII.GetBytes(name));
            var common = Common(Crc32.Of(content.Span), (uint)content.Length, (ushort)latin.Length);
            zip.Write([.. Number(LocalSignature), .. common, .. latin]);
            zip.Write(content.Span);
            // Comment, disk and attributes are nothing; then where the member begins.
            directory.Write([.. Number(CentralSignature), .. Number(Version), .. common, .. new byte[10], .. Number(at), .. latin]);
            count++;
        }
        var start = (uint)zip.Length;
        zip.Write(directory.ToArray());
        zip.Write([.. Number(EndSignature), .. new byte[4], .. Number(count), .. Number(count), .. Number((uint)directory.Length), .. Number(start), .. new byte[2]]);
        return zip.ToArray();
    }

    /// <summary>The members in their order; null where the file is none that <see cref="Write"/> wrote.</summary>
    public static List<(string Name, ReadOnlyMemory<byte> Content)>? Read(ReadOnlyMemory<byte> zip)
    {
        var members = new List<(string, ReadOnlyMemory<byte>)>();
        var at = 0;
        while (at + LocalLength <= zip.Length && BinaryPrimitives.ReadUInt32LittleEndian(zip.Span[at..]) == LocalSignature)
        {
            var (size, name) = (BinaryPrimitives.ReadUInt32LittleEndian(zip.Span[(at + 22)..]), BinaryPrimitives.ReadUInt16LittleEndian(zip.Span[(at + 26)..]));
            if (name > MaxName || members.Count == ushort.MaxValue || size > zip.Length - at - LocalLength - name) return null;
            members.Add((Encoding.ASCII.GetString(zip.Span.Slice(at + LocalLength, name)), zip.Slice(at + LocalLength + name, (int)size)));
            at += LocalLength + name + (int)size;
        }
        return members.Count > 0 && Write(members).AsSpan().SequenceEqual(zip.Span) ? members : null;
    }

    // Version needed, flags, method, time, day, CRC-32, both sizes, length of the name, no extra field.
    private static byte[] Common(uint crc, uint size, ushort name) =>
        [.. Number(Version), .. new byte[6], .. Number(Day), .. Number(crc), .. Number(size), .. Number(size), .. Number(name), 0, 0];

    private static byte[] Number(uint value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    private static byte[] Number(ushort value) => [(byte)value, (byte)(value >> 8)];
}
