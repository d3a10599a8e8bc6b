using System.Buffers.Binary;

namespace CredentialLedger.Verifier.Log.Tiles;

/// <summary>The entries below one tile of leaves, each behind its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries").</summary>
public static class EntryBundle
{
    /// <summary>Largest bundle in bytes; no other file of a log is as large.</summary>
    internal const int MaxLength = Tile.FullWidth * (sizeof(ushort) + ushort.MaxValue);

    /// <summary>Write entries, at most 256 of at most 65,535 bytes.</summary>
    public static byte[] Write(IReadOnlyCollection<ReadOnlyMemory<byte>> entries)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, Tile.FullWidth);
        var bundle = new byte[entries.Sum(entry => sizeof(ushort) + entry.Length)];
        var rest = bundle.AsSpan();
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, checked((ushort)entry.Length));
            entry.Span.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + entry.Length)..];
        }
        return bundle;
    }

    /// <summary>Read a bundle of exactly <paramref name="width"/> entries.</summary>
    /// <exception cref="LogFormatException">It holds fewer, more or half an entry (<see cref="LogCodes.EntryBundle"/>).</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle, int width)
    {
        var entries = new List<ReadOnlyMemory<byte>>(width);
        while (bundle.Length > 0)
        {
            if (entries.Count == width || bundle.Length < sizeof(ushort)) throw new LogFormatException(LogCodes.EntryBundle);
            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            if (bundle.Length < sizeof(ushort) + length) throw new LogFormatException(LogCodes.EntryBundle);
            entries.Add(bundle.Slice(sizeof(ushort), length));
            bundle = bundle[(sizeof(ushort) + length)..];
        }
        return entries.Count == width ? entries : throw new LogFormatException(LogCodes.EntryBundle);
    }
}
