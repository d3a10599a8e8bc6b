using System.Security.Cryptography;
using System.Text.Json;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Storage;
using CredentialLedger.Projections.Writing;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Projections.Reading;

/// <summary>One row of the event table as the database gives it (docs/formats/event.md, section 1): payload and headers are still JSON.</summary>
/// <param name="Sequence">Column <c>seq_id</c>.</param>
/// <param name="Id">Column <c>id</c>.</param>
/// <param name="Stream">Column <c>stream_id</c>.</param>
/// <param name="Version">Column <c>version</c>.</param>
/// <param name="Type">Column <c>type</c>.</param>
/// <param name="Data">Column <c>data</c>, in UTF-8.</param>
/// <param name="Headers">Column <c>headers</c>, in UTF-8.</param>
/// <param name="At">Column <c>timestamp</c>.</param>
/// <param name="Whole">False where no event of the ledger is: archived, elsewhere than in <c>data</c>, without stream or headers, or at no moment of the calendar.</param>
/// <param name="Correlation">Column <c>correlation_id</c>.</param>
/// <param name="Causation">Column <c>causation_id</c>.</param>
public sealed record StoredEvent(long Sequence, Guid Id, Guid Stream, long Version, string Type,
    ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> Headers, DateTimeOffset At, bool Whole, string? Correlation = null, string? Causation = null)
{
    /// <summary>The event as the ledger knows it.</summary>
    /// <exception cref="UnreadableEventException">It is not whole, its type is unknown, or payload or headers are not what the type says.</exception>
    public Recorded Read() =>
        Whole ? new(Payload(Sequence, Type, Data), Sequence, Stream, Version, At, Actor()) : throw Unreadable(Sequence, Type);

    /// <summary>Whether the application wrote the row as it stands: commitment and MAC hold (docs/formats/event.md, sections 5 and 6).</summary>
    public bool IsAuthentic(ApplicationMac mac) => Authenticate(mac) is not null;

    /// <summary>The envelope of the row and its salt; null where the application did not write the row as it stands.</summary>
    public (Envelope Envelope, byte[] Salt)? Authenticate(ApplicationMac mac)
    {
        if (!Whole) return null;
        try
        {
            var headers = JsonElement.Parse(Headers.Span);
            var (salt, commitment) = (headers.GetProperty(EventHeaders.Salt).GetBytesFromBase64(), headers.GetProperty(EventHeaders.Commitment).GetBytesFromBase64());
            var actor = headers.GetProperty(EventHeaders.Actor);
            return headers.GetProperty(EventHeaders.Format).GetInt32() == EventHeaders.CurrentFormat
                && CryptographicOperations.FixedTimeEquals(commitment, Commitment.ToPayload(salt, CanonicalJson.Of(Data)))
                && mac.Matches(headers.GetProperty(EventHeaders.Mac).GetBytesFromBase64(), Id, Stream, Type, actor, commitment)
                ? (new(Id, Stream, Version, Type, At, actor, Correlation, Causation, commitment), salt) : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The payload of a row, as its type says.</summary>
    /// <exception cref="UnreadableEventException">The type is unknown, or the payload is not what it says.</exception>
    internal static LedgerEvent Payload(long sequence, string type, ReadOnlyMemory<byte> data) =>
        EventCatalogue.Types.TryGetValue(type, out var known) && Parse(sequence, type, data, known) is LedgerEvent e ? e : throw Unreadable(sequence, type);

    private Actor Actor() => Parse(Sequence, Type, Headers, typeof(ActorHeader)) is ActorHeader { Actor: { } actor } ? actor : throw Unreadable(Sequence, Type);

    private static object? Parse(long sequence, string type, ReadOnlyMemory<byte> json, Type into)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, into, LedgerJson.Options);
        }
        catch (JsonException e)
        {
            throw Unreadable(sequence, type, e);
        }
    }

    private static UnreadableEventException Unreadable(long sequence, string type, Exception? why = null) => new(sequence, type, why);

    private sealed record ActorHeader(Actor? Actor);
}

/// <summary>A stored event cannot be read. It is never skipped: somebody changed the row, or this program is older than the event.</summary>
public sealed class UnreadableEventException(long sequence, string type, Exception? why = null)
    : Exception($"Event {sequence} of type {type} cannot be read.", why)
{
    /// <summary>Its place in the ledger.</summary>
    public long Sequence => sequence;

    /// <summary>The type that it is stored under.</summary>
    public string Type => type;
}
