using System.Text.Json;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Status;

/// <summary>The claims of a status list token; read before, and judged only after, its signature is verified.</summary>
internal sealed record StatusClaims(string Subject, DateTimeOffset IssuedAt, DateTimeOffset Expires, int Bits, byte[] List)
{
    // 9999-12-31T23:59:59Z, the last second that has a date.
    private const long MaximumTime = 253402300799;

    public static StatusClaims? Read(JsonElement payload)
    {
        if (JwsHeader.Text(payload, "sub") is not { } subject) return null;
        if (Whole(payload, "iat", 0, MaximumTime) is not { } issued || Whole(payload, "exp", 0, MaximumTime) is not { } expires) return null;
        if (payload.TryGetProperty("ttl", out _) && Whole(payload, "ttl", 1, MaximumTime) is null) return null;
        if (!payload.TryGetProperty("status_list", out var list) || list.ValueKind is not JsonValueKind.Object) return null;
        if (Whole(list, "bits", 1, 8) is not { } bits || JwsHeader.Text(list, "lst") is not { } text) return null;
        return StrictValues.Base64UrlOrNull(text) is { } compressed
            ? new StatusClaims(subject, DateTimeOffset.FromUnixTimeSeconds(issued), DateTimeOffset.FromUnixTimeSeconds(expires), (int)bits, compressed)
            : null;
    }

    private static long? Whole(JsonElement json, string name, long minimum, long maximum) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number)
            && number >= minimum && number <= maximum ? number : null;
}
