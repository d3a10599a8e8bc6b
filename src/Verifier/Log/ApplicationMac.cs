using System.Security.Cryptography;
using System.Text.Json;

namespace CredentialLedger.Verifier.Log;

/// <summary>
/// The mark of the application on an event: HMAC-SHA256, under a key held off the database, over the canonical form of event id,
/// stream, type, actor and payload commitment. A row written by SQL does not carry it (docs/formats/event.md, section 4).
/// </summary>
public sealed class ApplicationMac(byte[] key)
{
    private readonly byte[] key = key.Length == 32 ? key : throw new ArgumentException("The key is exactly 32 bytes.", nameof(key));

    /// <summary>The 32-byte MAC of one event.</summary>
    /// <param name="eventId">Id of the event.</param>
    /// <param name="stream">Id of its stream.</param>
    /// <param name="type">Its stored type name.</param>
    /// <param name="actor">The actor header as stored.</param>
    /// <param name="commitment">The payload commitment, 32 bytes.</param>
    public byte[] Of(Guid eventId, Guid stream, string type, JsonElement actor, ReadOnlySpan<byte> commitment)
    {
        var stated = Convert.ToBase64String(commitment);
        return HMACSHA256.HashData(key, CanonicalJson.Surrogates(() => new CanonicalObject()
            .Add("actor", actor).Add("commitment", stated).Add("id", eventId.ToString("D")).Add("stream", stream.ToString("D")).Add("type", type).End()));
    }

    /// <summary>Whether <paramref name="mac"/> is the MAC of the event; takes the same time either way.</summary>
    public bool Matches(ReadOnlySpan<byte> mac, Guid eventId, Guid stream, string type, JsonElement actor, ReadOnlySpan<byte> commitment) =>
        CryptographicOperations.FixedTimeEquals(mac, Of(eventId, stream, type, actor, commitment));

    /// <summary>The key, 32 bytes, under which the log commits to a row that does not carry this mark: the row has no salt of its own to trust.</summary>
    /// <param name="eventId">The row's id.</param>
    public byte[] ForeignKey(Guid eventId) => HMACSHA256.HashData(key.AsSpan(), [.. "credentialledger/1/foreign"u8, .. eventId.ToByteArray(bigEndian: true)]);
}
