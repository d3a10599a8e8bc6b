using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Reading;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Projections.Audit.Rows;

/// <summary>The place of an event in the log.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Sequence">The event's sequence when it was logged.</param>
/// <param name="Entry">The entry.</param>
public sealed record Leaf(long Index, Guid Event, long Sequence, ReadOnlyMemory<byte> Entry);

/// <summary>
/// Whether a row of the event table is the one that was logged, and if not, which column tells: every column is either under the
/// entry, under the application's MAC, or has only one value that it can have (docs/formats/log-entry.md, section 5).
/// </summary>
public sealed class RowCheck(ApplicationMac mac)
{
    private static readonly FrozenDictionary<string, string> DotnetTypes =
        EventCatalogue.Types.ToFrozenDictionary(t => t.Key, t => $"{t.Value.FullName}, {t.Value.Assembly.GetName().Name}", StringComparer.Ordinal);

    /// <summary>Check a row against its leaf; null when it is the row that was logged.</summary>
    /// <returns>The column that differs, <c>headers.</c> with a name for a header; several with a comma where it cannot be told which; or <c>row</c>.</returns>
    public string? Differs(RowImage image, Leaf leaf)
    {
        try
        {
            var fields = image.Fields();
            return Fixed(fields, leaf) ?? Differs(fields, leaf);
        }
        catch (InvalidDataException)
        {
            return Where(image);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            return "headers";
        }
    }

    /// <summary>Whether the application wrote a row as it stands, so that it may wait for its leaf.</summary>
    public bool IsPending(RowImage image)
    {
        try
        {
            var f = image.Fields();
            var row = new StoredEvent(RowImage.Number(f[0]), RowImage.Id(f[1]), RowImage.Id(f[2]), RowImage.Number(f[3]), RowImage.Text(f[6]) ?? "",
                RowImage.Json(f[4]), RowImage.Json(f[12]), RowImage.Moment(f[7]), f[5] is null && f[13] is { Length: 1 } archived && archived.Span[0] == 0);
            return row.IsAuthentic(mac);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    // What has one value in every event of the ledger.
    private static string? Fixed(ReadOnlyMemory<byte>?[] f, Leaf leaf) =>
        RowImage.Number(f[0]) != leaf.Sequence ? "seq_id"
        : RowImage.Number(f[3]) is < 1 or > (1L << 53) - 1 ? "version" // which has no canonical form
        : f[5] is not null ? "bdata"
        : RowImage.Text(f[8]) != "*DEFAULT*" ? "tenant_id"
        : f[13] is not { Length: 1 } archived || archived.Span[0] != 0 ? "is_archived"
        : DotnetTypes.TryGetValue(RowImage.Text(f[6]) ?? "", out var type) && RowImage.Text(f[9]) != type ? "mt_dotnet_type"
        : null;

    private string? Differs(ReadOnlyMemory<byte>?[] f, Leaf leaf)
    {
        var (id, stream, version, type, at) = (RowImage.Id(f[1]), RowImage.Id(f[2]), RowImage.Number(f[3]), RowImage.Text(f[6]) ?? "", RowImage.Moment(f[7]));
        var json = RowImage.Json(f[12]);
        using var document = JsonDocument.Parse(json, CanonicalJson.Strict);
        var headers = document.RootElement;
        if (headers.EnumerateObject().Count() != 6) return "headers";
        if (headers.GetProperty(EventHeaders.Format).GetRawText() != "1") return "headers.format";
        if (Hash(headers, EventHeaders.Salt) is not { } salt) return "headers.salt";
        if (Hash(headers, EventHeaders.Commitment) is not { } commitment) return "headers.commitment";
        if (Hash(headers, EventHeaders.Mac) is not { } tag) return "headers.mac";

        var actor = headers.GetProperty(EventHeaders.Actor);
        var envelope = new Envelope(id, stream, version, type, at, actor, RowImage.Text(f[10]), RowImage.Text(f[11]), commitment);
        var logged = IsLogged(envelope, salt, leaf);
        var paid = IsCommitted(RowImage.Json(f[4]), salt, commitment);
        var marked = mac.Matches(tag, id, stream, type, actor, commitment);
        return (logged, paid, marked) switch
        {
            (true, true, true) => IsCommandOf(headers.GetProperty(EventHeaders.Command).GetString(), id, version) ? null : "headers.command",
            (true, false, _) => "data",
            (true, true, false) => "headers.mac",
            (false, true, true) => Under(envelope, salt, leaf),
            (false, true, false) => id != leaf.Event ? "id" : "stream_id, type, headers.actor",
            // Salt and commitment are under everything: without one of them nothing holds.
            (false, false, true) => "headers.salt",
            _ => "headers.commitment",
        };
    }

    // Everything else of the envelope is under the MAC, which holds.
    private static string Under(Envelope envelope, byte[] salt, Leaf leaf)
    {
        for (var version = 1; version < 10_000; version++)
        {
            if (version != envelope.Version && version <= envelope.Version + 100 && IsLogged(envelope with { Version = version }, salt, leaf)) return "version";
        }
        return "timestamp, correlation_id, causation_id";
    }

    private static bool IsLogged(Envelope envelope, byte[] salt, Leaf leaf) => envelope.Entry(Commitment.EnvelopeKey(salt)).AsSpan().SequenceEqual(leaf.Entry.Span);

    private static bool IsCommitted(ReadOnlyMemory<byte> data, byte[] salt, byte[] commitment)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(commitment, Commitment.ToPayload(salt, CanonicalJson.Of(data)));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // docs/formats/event.md, section 3: the first event of a command has its id, the others ids derived from it.
    private static bool IsCommandOf(string? command, Guid id, long version)
    {
        if (command == id.ToString("D")) return true;
        if (!Guid.TryParseExact(command, "D", out var parsed) || parsed.ToString("D") != command) return false;
        for (var i = 1; i < version; i++)
        {
            if (Ids.Derive("event", parsed.Key(), i.ToString(System.Globalization.CultureInfo.InvariantCulture)) == id) return true;
        }
        return false;
    }

    // 32 bytes in their one spelling of base64: the unused bits of its last character are zero.
    private static byte[]? Hash(JsonElement headers, string name) =>
        headers.GetProperty(name) is { ValueKind: JsonValueKind.String } value && value.TryGetBytesFromBase64(out var bytes) && bytes.Length == HMACSHA256.HashSizeInBytes
            && value.GetRawText() == $"\"{Convert.ToBase64String(bytes)}\"" ? bytes : null;

    // The tuple cannot be read; where one column alone cannot, that one is told.
    private static string Where(RowImage image)
    {
        try
        {
            var f = image.Fields();
            foreach (var (i, read) in new (int, Action)[]
            {
                (0, () => RowImage.Number(f[0])), (1, () => RowImage.Id(f[1])), (2, () => RowImage.Id(f[2])), (3, () => RowImage.Number(f[3])),
                (4, () => RowImage.Json(f[4])), (6, () => RowImage.Text(f[6])), (7, () => RowImage.Moment(f[7])), (8, () => RowImage.Text(f[8])),
                (9, () => RowImage.Text(f[9])), (10, () => RowImage.Text(f[10])), (11, () => RowImage.Text(f[11])), (12, () => RowImage.Json(f[12])),
            })
            {
                try
                {
                    read();
                }
                catch (InvalidDataException)
                {
                    return RowImage.Columns[i];
                }
            }
        }
        catch (InvalidDataException)
        {
            return "row";
        }
        return "row";
    }
}
