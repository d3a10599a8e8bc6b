using System.Buffers.Binary;
using System.Text;

namespace CredentialLedger.Api.Tests.Privacy;

/// <summary>Looks for many byte strings at once, each in the forms in which a file may hold it.</summary>
internal sealed class Needles
{
    private const int Overlap = 4096;
    private readonly bool[] starts = new bool[ushort.MaxValue + 1];
    private readonly Dictionary<ulong, List<(byte[] Bytes, string Name)>> byStart = [];

    /// <summary>A text: UTF-8, as JSON escapes of either case, and base64 at each of its three offsets.</summary>
    public Needles Text(string name, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Add(name, utf8);
        foreach (var format in (string[])["x4", "X4"]) Add(name, Encoding.ASCII.GetBytes(string.Concat(text.Select(c => c < 128 ? $"{c}" : $"\\u{((int)c).ToString(format)}"))));
        for (var offset = 0; offset < 3; offset++)
        {
            // What the neighbours on either side could change is cut off.
            var base64 = Convert.ToBase64String([.. new byte[offset], .. utf8]);
            Add(name, Encoding.ASCII.GetBytes(base64[(offset == 0 ? 0 : 4)..((utf8.Length + offset) / 3 * 4)]));
        }
        return this;
    }

    /// <summary>Bytes: as they are, in hexadecimal, and base64.</summary>
    public Needles Bytes(string name, byte[] bytes)
    {
        Add(name, bytes);
        Add(name, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
        Add(name, Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)[..^4]));
        return this;
    }

    /// <summary>Names of what a stream holds.</summary>
    public async Task<HashSet<string>> InAsync(Stream stream)
    {
        var found = new HashSet<string>();
        var buffer = new byte[4 * 1024 * 1024];
        int kept = 0, read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(kept))) > 0)
        {
            Scan(buffer.AsSpan(0, kept + read), found);
            var keep = Math.Min(Overlap, kept + read);
            buffer.AsSpan(kept + read - keep, keep).CopyTo(buffer);
            kept = keep;
        }
        return found;
    }

    private void Add(string name, byte[] bytes)
    {
        if (bytes.Length is < 8 or > Overlap) throw new ArgumentException("Too short to mean anything, or too long.", nameof(bytes));
        starts[BinaryPrimitives.ReadUInt16LittleEndian(bytes)] = true;
        var start = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        (byStart.TryGetValue(start, out var same) ? same : byStart[start] = []).Add((bytes, name));
    }

    private void Scan(ReadOnlySpan<byte> hay, HashSet<string> found)
    {
        for (var i = 0; i + 8 <= hay.Length; i++)
        {
            if (!starts[BinaryPrimitives.ReadUInt16LittleEndian(hay[i..])] || !byStart.TryGetValue(BinaryPrimitives.ReadUInt64LittleEndian(hay[i..]), out var candidates)) continue;
            foreach (var (bytes, name) in candidates)
                if (hay[i..].StartsWith(bytes)) found.Add(name);
        }
    }
}
