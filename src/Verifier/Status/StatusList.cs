namespace CredentialLedger.Verifier.Status;

/// <summary>What a status list says of one credential (draft-ietf-oauth-status-list section 7.1).</summary>
public enum StatusValue : byte
{
    Valid = 0,
    Invalid = 1,
    Suspended = 2,
}

/// <summary>A packed array of statuses, the first one in the least significant bits of the first byte (draft-ietf-oauth-status-list section 4.1).</summary>
/// <remarks>W3C's Bitstring Status List counts the other way round, from the most significant bit: never mix the two.</remarks>
public sealed class StatusList
{
    /// <summary>Decompressed bytes a list may have: 32 million entries of two bits.</summary>
    public const int MaximumBytes = Compressed.MaximumBytes;

    private readonly byte[] bytes;

    /// <summary>A list in which everything is valid. The capacity is rounded up to whole bytes.</summary>
    public StatusList(long capacity, int bits = 2) : this(new byte[ByteCount(capacity, bits)], bits)
    {
    }

    private StatusList(byte[] bytes, int bits) => (this.bytes, Bits) = (bytes, bits);

    /// <summary>Bits an entry has: 1, 2, 4 or 8.</summary>
    public int Bits { get; }

    public long Capacity => bytes.LongLength * 8 / Bits;

    public StatusValue this[long index]
    {
        get
        {
            var (at, shift) = Locate(index);
            return (StatusValue)((bytes[at] >> shift) & Mask);
        }
        set
        {
            if ((byte)value > Mask) throw new ArgumentOutOfRangeException(nameof(value), value, "The list has too few bits for this status.");
            var (at, shift) = Locate(index);
            bytes[at] = (byte)((bytes[at] & ~(Mask << shift)) | ((byte)value << shift));
        }
    }

    private int Mask => (1 << Bits) - 1;

    /// <summary>The list as ZLIB data (RFC 1950).</summary>
    public byte[] Compress() => Compressed.ToZlib(bytes);

    /// <summary>Reads ZLIB data; nothing when it is damaged, cut off, empty or larger than <see cref="MaximumBytes"/>.</summary>
    public static StatusList? Decompress(ReadOnlyMemory<byte> compressed, int bits) =>
        IsWidth(bits) && Compressed.FromZlib(compressed.ToArray()) is { } bytes ? new(bytes, bits) : null;

    private (long At, int Shift) Locate(long index)
    {
        if (index < 0 || index >= Capacity) throw new ArgumentOutOfRangeException(nameof(index), index, "The list is shorter.");
        return (index * Bits / 8, (int)(index * Bits % 8));
    }

    private static bool IsWidth(int bits) => bits is 1 or 2 or 4 or 8;

    private static long ByteCount(long capacity, int bits)
    {
        if (!IsWidth(bits)) throw new ArgumentOutOfRangeException(nameof(bits), bits, "An entry has 1, 2, 4 or 8 bits.");
        if (capacity <= 0 || capacity > MaximumBytes * 8L / bits)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity is out of bounds.");
        return (capacity * bits + 7) / 8;
    }
}
