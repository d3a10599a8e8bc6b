using System.Buffers.Binary;
using System.Text;

namespace CredentialLedger.Projections.Audit.Rows;

/// <summary>
/// One row of the event table as the bytes that PostgreSQL gives for it in binary COPY: every column, nothing converted. What an audit
/// believes of a row it reads from here, so no byte of it can change without being looked at.
/// </summary>
/// <param name="Bytes">The tuple: the number of fields (int16), then of each its length (int32, -1 for null) and its bytes, big-endian.</param>
public sealed record RowImage(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The columns, in this order: all that the table has.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "seq_id", "id", "stream_id", "version", "data", "bdata", "type", "timestamp", "tenant_id", "mt_dotnet_type", "correlation_id", "causation_id", "headers", "is_archived",
    ];

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of each column; null where the column is null.</summary>
    /// <exception cref="InvalidDataException">They are no tuple of these columns.</exception>
    public ReadOnlyMemory<byte>?[] Fields()
    {
        var rest = Bytes;
        if (rest.Length < 2 || BinaryPrimitives.ReadInt16BigEndian(rest.Span) != Columns.Count) throw NoTuple();
        rest = rest[2..];
        var fields = new ReadOnlyMemory<byte>?[Columns.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            if (rest.Length < 4) throw NoTuple();
            var length = BinaryPrimitives.ReadInt32BigEndian(rest.Span);
            rest = rest[4..];
            if (length < -1 || length > rest.Length) throw NoTuple();
            if (length < 0) continue;
            fields[i] = rest[..length];
            rest = rest[length..];
        }
        return rest.IsEmpty ? fields : throw NoTuple();
    }

    /// <summary>A bigint column.</summary>
    /// <exception cref="InvalidDataException">It has another length.</exception>
    public static long Number(ReadOnlyMemory<byte>? field) => field is { Length: 8 } bytes ? BinaryPrimitives.ReadInt64BigEndian(bytes.Span) : throw NoTuple();

    /// <summary>A uuid column.</summary>
    /// <exception cref="InvalidDataException">It has another length.</exception>
    public static Guid Id(ReadOnlyMemory<byte>? field) => field is { Length: 16 } bytes ? new(bytes.Span, bigEndian: true) : throw NoTuple();

    /// <summary>A text column.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8.</exception>
    public static string? Text(ReadOnlyMemory<byte>? field)
    {
        try
        {
            return field is { } bytes ? Strict.GetString(bytes.Span) : null;
        }
        catch (DecoderFallbackException)
        {
            throw NoTuple();
        }
    }

    /// <summary>A timestamptz column: microseconds since 2000.</summary>
    /// <exception cref="InvalidDataException">It is at no moment of the calendar.</exception>
    public static DateTimeOffset Moment(ReadOnlyMemory<byte>? field)
    {
        try
        {
            return Epoch.AddTicks(checked(Number(field) * TimeSpan.TicksPerMicrosecond));
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw NoTuple();
        }
    }

    /// <summary>A jsonb column, without the byte that says the version of its form.</summary>
    /// <exception cref="InvalidDataException">It is of another form, or spelled as PostgreSQL never spells it.</exception>
    public static ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte>? field) =>
        field is { Length: > 1 } bytes && bytes.Span[0] == 1 && JsonbText.IsSpelledByPostgres(bytes.Span[1..]) ? bytes[1..] : throw NoTuple();

    private static InvalidDataException NoTuple() => new("Not a row of the event table.");
}
