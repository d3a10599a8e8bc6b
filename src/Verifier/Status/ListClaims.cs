using System.Text.Json;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Status;

/// <summary>What a signed status list of either format says; read before, and judged only after, its signature is verified.</summary>
/// <param name="Subject">Address of the list.</param>
/// <param name="IssuedAt">First moment that it speaks for.</param>
/// <param name="Expires">The end, not included.</param>
internal abstract record ListClaims(string Subject, DateTimeOffset IssuedAt, DateTimeOffset Expires)
{
    // 9999-12-31T23:59:59Z, the last second that has a date.
    protected const long MaximumTime = 253402300799;

    /// <summary>The one purpose that it tells of; null for a list that tells everything.</summary>
    public virtual StatusPurpose? Purpose => null;

    /// <summary>Its address, where the credential names this token status list.</summary>
    public virtual Uri AddressBeside(Uri list) => list;

    /// <summary>Bytes that it takes in memory, its list inflated; 0 while the list cannot be inflated.</summary>
    public abstract long Size { get; }

    /// <summary>What it says of a place.</summary>
    public abstract Finding Standing(long index);

    /// <summary>The claims of a token of a type that is a status list.</summary>
    public static ListClaims? Read(CompactJws jws) => jws.Header.Type switch
    {
        StatusListToken.Type => StatusClaims.Read(jws.Payload),
        BitstringToken.Type => BitstringClaims.Read(jws.Payload),
        _ => null,
    };

    protected static (DateTimeOffset Issued, DateTimeOffset Expires)? Times(JsonElement payload) =>
        Whole(payload, "iat", 0, MaximumTime) is { } issued && Whole(payload, "exp", 0, MaximumTime) is { } expires
            ? (DateTimeOffset.FromUnixTimeSeconds(issued), DateTimeOffset.FromUnixTimeSeconds(expires)) : null;

    /// <summary>Whether a member is absent or a positive whole number.</summary>
    protected static bool IsTimeToLive(JsonElement json) => !json.TryGetProperty("ttl", out _) || Whole(json, "ttl", 1, MaximumTime) is not null;

    protected static long? Whole(JsonElement json, string name, long minimum, long maximum) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number)
            && number >= minimum && number <= maximum ? number : null;
}
