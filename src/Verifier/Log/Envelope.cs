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

    private JsonElement actor = Actor;

    /// <summary>The actor header as stored; read when it is asked for, which who verifies does not.</summary>
    public JsonElement Actor
    {
        get => actor.ValueKind is JsonValueKind.Undefined && ActorText is { } text ? actor = JsonElement.Parse(text) : actor;
        init => actor = value;
    }

    /// <summary>Its text, where the envelope was read from one.</summary>
    internal byte[]? ActorText { private get; init; }

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
            return EnvelopeReader.Read(canonical) ?? throw Refused();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Refused();
        }
    }

    private static LogFormatException Refused() => new(LogCodes.EnvelopeFormat);
}
