using System.Buffers.Text;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Status;

/// <summary>A string of bits, the first one the most significant bit of the first byte (W3C Bitstring Status List v1.0, section 3.4 and "Bitstring Encoding").</summary>
/// <remarks>The Token Status List counts the other way round, from the least significant bit: never mix the two.</remarks>
public sealed class BitstringList
{
    /// <summary>Entries that the specification asks for at least, so that one credential hides among many.</summary>
    public const int MinimumEntries = 131_072;

    private const char Multibase = 'u'; // base64url without padding

    private readonly byte[] bytes;

    private BitstringList(byte[] bytes) => this.bytes = bytes;

    /// <summary>Entries that it has.</summary>
    public long Length => bytes.LongLength * 8;

    /// <summary>Whether the bit of an entry is set.</summary>
    public bool this[long index] => (bytes[index / 8] & First >> (int)(index % 8)) != 0;

    private const int First = 0b1000_0000;

    /// <summary>Which entries of a list have the value of a purpose.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list is shorter than the specification allows.</exception>
    public static BitstringList Of(StatusList list, StatusPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentOutOfRangeException.ThrowIfLessThan(list.Capacity, MinimumEntries, nameof(list));
        var (bytes, value) = (new byte[(list.Capacity + 7) / 8], purpose.Value());
        for (var index = 0L; index < list.Capacity; index++)
            if (list[index] == value) bytes[index / 8] |= (byte)(First >> (int)(index % 8));
        return new(bytes);
    }

    /// <summary>The <c>encodedList</c>: GZIP (RFC 1952), as multibase in base64url.</summary>
    public string Encode() => Multibase + Base64Url.EncodeToString(Compressed.ToGzip(bytes));

    /// <summary>Reads an <c>encodedList</c>; nothing when it is of another base, damaged, cut off, empty or too large.</summary>
    public static BitstringList? Decode(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        return encoded.StartsWith(Multibase) && StrictValues.Base64UrlOrNull(encoded.AsSpan(1)) is { } data && Compressed.FromGzip(data) is { } bytes ? new(bytes) : null;
    }
}
