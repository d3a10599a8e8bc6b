using System.Security.Cryptography;
using System.Text.Json;

namespace CredentialLedger.Verifier.Log;

/// <summary>
/// What its holder shows of one entry of the log: the envelope with its key, and the payload with its key where that may be seen. The
/// event's salt is never shown, since it would open both (docs/formats/log-entry.md).
/// </summary>
/// <param name="Envelope">The envelope.</param>
/// <param name="EnvelopeKey">k1, 32 bytes.</param>
/// <param name="Payload">The payload in canonical form, with k2, 32 bytes; null where only the envelope is shown.</param>
public sealed record Opening(Envelope Envelope, ReadOnlyMemory<byte> EnvelopeKey, (ReadOnlyMemory<byte> Canonical, ReadOnlyMemory<byte> Key)? Payload = null)
{
    /// <summary>Open an event by its salt.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="salt">The event's salt, 32 bytes; it stays with the ledger.</param>
    /// <param name="canonicalPayload">The payload in canonical form; null to show the envelope only.</param>
    public static Opening Of(Envelope envelope, ReadOnlySpan<byte> salt, ReadOnlyMemory<byte>? canonicalPayload) =>
        new(envelope, Commitment.EnvelopeKey(salt), canonicalPayload is { } payload ? (payload, Commitment.PayloadKey(salt)) : null);

    /// <summary>The entry that the opening opens, 33 bytes, after the payload was checked against the envelope's commitment.</summary>
    /// <exception cref="LogFormatException">
    /// A key is not 32 bytes long (<see cref="LogCodes.OpeningKey"/>), or the payload is not canonical or not the one that the envelope commits to (<see cref="LogCodes.OpeningPayload"/>).
    /// </exception>
    public byte[] Entry()
    {
        CheckPayload();
        return Envelope.Entry(EnvelopeKey.Span);
    }

    /// <summary>The checks of <see cref="Entry"/>.</summary>
    /// <exception cref="LogFormatException">As <see cref="Entry"/>.</exception>
    internal void CheckPayload()
    {
        if (EnvelopeKey.Length != HMACSHA256.HashSizeInBytes) throw new LogFormatException(LogCodes.OpeningKey);
        if (Payload is not var (canonical, key)) return;
        if (key.Length != HMACSHA256.HashSizeInBytes) throw new LogFormatException(LogCodes.OpeningKey);
        if (!IsCanonical(canonical.Span) || !CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key.Span, canonical.Span), Envelope.Commitment.Span)) throw new LogFormatException(LogCodes.OpeningPayload);
    }

    private static bool IsCanonical(ReadOnlySpan<byte> payload)
    {
        try
        {
            return CanonicalJson.Is(payload);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
