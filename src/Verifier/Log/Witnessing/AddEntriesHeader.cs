using System.Buffers.Binary;
using System.Text;
using CredentialLedger.Verifier.Log.Tiles;

namespace CredentialLedger.Verifier.Log.Witnessing;

/// <summary>What stands before the entry packages of an upload to a mirror (C2SP tlog-mirror, "add-entries", "Request Body").</summary>
/// <param name="Origin">Which log.</param>
/// <param name="Start">Index of the first entry uploaded, <c>upload_start</c>.</param>
/// <param name="End">Size of the pending checkpoint that the packages are proven against, <c>upload_end</c>.</param>
/// <param name="Ticket">What the mirror gave for that checkpoint, or nothing.</param>
public sealed record AddEntriesHeader(string Origin, long Start, long End, ReadOnlyMemory<byte> Ticket)
{
    /// <summary>Packages that one request should hold at most: "clients SHOULD limit each add-entries request to at most 32 entry packages".</summary>
    public const int MaxPackages = 32;

    /// <summary>The content type of the request.</summary>
    public const string ContentType = "application/octet-stream";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The half-open intervals of the canonical sequence of packages, "aligned at multiples of 256".</summary>
    public IEnumerable<(long Start, long End)> Packages
    {
        get
        {
            var (start, end) = (Start, Start);
            for (; start < End; start = end)
            {
                var room = Tile.FullWidth - start % Tile.FullWidth;
                end = End - start <= room ? End : start + room;
                yield return (start, end);
            }
        }
    }

    /// <summary>A header of its parts as they were read.</summary>
    /// <exception cref="LogFormatException">The origin is not UTF-8, a number is above 2^63 - 1, or the start is behind the end (<see cref="LogCodes.RequestFormat"/>).</exception>
    public static AddEntriesHeader Of(ReadOnlySpan<byte> origin, ulong start, ulong end, ReadOnlyMemory<byte> ticket)
    {
        // "upload_start MUST be less or equal to upload_end."
        if (end > long.MaxValue || start > end) throw new LogFormatException(LogCodes.RequestFormat);
        try
        {
            return new(Strict.GetString(origin), (long)start, (long)end, ticket);
        }
        catch (DecoderFallbackException)
        {
            throw new LogFormatException(LogCodes.RequestFormat);
        }
    }

    /// <summary>The header as it is sent.</summary>
    public byte[] ToBytes()
    {
        var origin = Encoding.UTF8.GetBytes(Origin);
        var bytes = new byte[2 + origin.Length + 8 + 8 + 2 + Ticket.Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)origin.Length));
        origin.CopyTo(bytes, 2);
        var rest = bytes.AsSpan(2 + origin.Length);
        BinaryPrimitives.WriteInt64BigEndian(rest, Start);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], End);
        BinaryPrimitives.WriteUInt16BigEndian(rest[16..], checked((ushort)Ticket.Length));
        Ticket.Span.CopyTo(rest[18..]);
        return bytes;
    }
}
