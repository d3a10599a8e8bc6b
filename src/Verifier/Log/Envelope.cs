using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace CredentialLedger.Verifier.Log;

/// <summary>
/// What the log commits to of one event: everything but its payload, for which its commitment stands (docs/formats/log-entry.md).
/// </summary>
/// <param name="Event">Id of the event.</param>
/// <param name="Stream">Id of its stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Type">Its stored type name.</param>
/// <param name="Recorded">When it was recorded, UTC, whole microseconds.</param>
/// <param name="Actor">The actor header as stored.</param>
/// <param name="Correlation">The trace of the request that caused it, or null.</param>
/// <param name="Causation">The message that caused it, or null.</param>
/// <param name="Commitment">The payload commitment, 32 bytes.</param>
public sealed record Envelope(Guid Event, Guid Stream, long Version, string Type, DateTimeOffset Recorded, JsonElement Actor, string? Correlation, string? Causation, ReadOnlyMemory<byte> Commitment)
{
    /// <summary>The first byte of an entry of this form.</summary>
    public const byte Format = 1;

    /// <summary>Length of an entry, in bytes: the format, and a keyed hash.</summary>
    public const int EntryLength = 1 + HMACSHA256.HashSizeInBytes;

    private const string Moment = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    /// <summary>The canonical form of RFC 8785.</summary>
    /// <exception cref="JsonException">The actor or a text has no canonical form, or the version is beyond 2^53-1.</exception>
    public byte[] Canonical() => CanonicalJson.Surrogates(() => new CanonicalObject()
        .Add("actor", Actor)
        .AddUnlessNull("causation", Causation)
        .Add("commitment", Convert.ToBase64String(Commitment.Span))
        .AddUnlessNull("correlation", Correlation)
        .Add("event", Event.ToString("D"))
        .Add("recorded", Recorded.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture))
        .Add("stream", Stream.ToString("D"))
        .Add("type", Type)
        .Add("version", Version)
        .End());

    /// <summary>The public log entry, 33 bytes: format, HMAC-SHA256(k1, canonical form). It tells a stranger nothing.</summary>
    /// <param name="envelopeKey">k1, <see cref="Log.Commitment.EnvelopeKey"/> of the event's salt, 32 bytes.</param>
    /// <exception cref="ArgumentException">The key has another length: HMAC pads short keys, so that two could mean the same.</exception>
    public byte[] Entry(ReadOnlySpan<byte> envelopeKey) => Entry(envelopeKey, Canonical());

    /// <summary>The entry of an envelope whose canonical form is at hand, as it is after <see cref="Parse"/>.</summary>
    internal static byte[] Entry(ReadOnlySpan<byte> envelopeKey, ReadOnlySpan<byte> canonical)
    {
        if (envelopeKey.Length != HMACSHA256.HashSizeInBytes) throw new ArgumentException("The key of an envelope is exactly 32 bytes.", nameof(envelopeKey));
        var entry = new byte[EntryLength];
        entry[0] = Format;
        HMACSHA256.HashData(envelopeKey, canonical, entry.AsSpan(1));
        return entry;
    }

    /// <summary>Read an envelope as <see cref="Canonical"/> writes it, and nothing else.</summary>
    /// <exception cref="LogFormatException">It is another text (<see cref="LogCodes.EnvelopeFormat"/>).</exception>
    public static Envelope Parse(ReadOnlySpan<byte> canonical)
    {
        try
        {
            var envelope = Read(canonical);
            // Written again it must be the same bytes: no other name, order, spelling or length is an envelope.
            return envelope.Commitment.Length == HMACSHA256.HashSizeInBytes && envelope.Version > 0 && envelope.Canonical().AsSpan().SequenceEqual(canonical) ? envelope : throw Refused();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw Refused();
        }
    }

    // Lenient in what it takes, since what it took is written again and compared.
    private static Envelope Read(ReadOnlySpan<byte> json)
    {
        var (id, stream, version, type, recorded) = (Guid.Empty, Guid.Empty, 0L, "", default(DateTimeOffset));
        var (actor, commitment) = (default(JsonElement), Array.Empty<byte>());
        string? correlation = null, causation = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "actor": actor = JsonElement.ParseValue(ref reader); break;
                case "causation": causation = reader.GetString(); break;
                case "commitment": commitment = reader.GetBytesFromBase64(); break;
                case "correlation": correlation = reader.GetString(); break;
                case "event": id = reader.GetGuid(); break;
                case "recorded": recorded = DateTimeOffset.ParseExact(reader.GetString() ?? "", Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal); break;
                case "stream": stream = reader.GetGuid(); break;
                case "type": type = reader.GetString() ?? ""; break;
                case "version": version = reader.GetInt64(); break;
                default: throw Refused();
            }
        }
        return new(id, stream, version, type, recorded, actor, correlation, causation, commitment);
    }

    private static LogFormatException Refused() => new(LogCodes.EnvelopeFormat);
}
