using System.Text.Json;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Status;

/// <summary>The claims of a status list token (draft-ietf-oauth-status-list section 5.1).</summary>
internal sealed record StatusClaims(string Subject, DateTimeOffset IssuedAt, DateTimeOffset Expires, int Bits, byte[] Compressed) : ListClaims(Subject, IssuedAt, Expires)
{
    private readonly Lazy<StatusList?> list = new(() => StatusList.Decompress(Compressed, Bits));

    public override long Size => list.Value is { } inflated ? Compressed.Length + inflated.Capacity * Bits / 8 : 0;

    public static StatusClaims? Read(JsonElement payload)
    {
        if (JwsHeader.Text(payload, "sub") is not { } subject || Times(payload) is not var (issued, expires) || !IsTimeToLive(payload)) return null;
        if (!payload.TryGetProperty("status_list", out var list) || list.ValueKind is not JsonValueKind.Object) return null;
        if (Whole(list, "bits", 1, 8) is not { } bits || JwsHeader.Text(list, "lst") is not { } text) return null;
        return StrictValues.Base64UrlOrNull(text) is { } compressed ? new StatusClaims(subject, issued, expires, (int)bits, compressed) : null;
    }

    public override Finding Standing(long index)
    {
        if (list.Value is not { } told) return Finding.Unknown(Codes.StatusMalformed);
        if (index >= told.Capacity) return Finding.Unknown(Codes.StatusIndexOutOfRange);
        return told[index] switch
        {
            StatusValue.Valid => Finding.Passed(Codes.StatusGood, IssuedAt),
            StatusValue.Invalid => Finding.Failed(Codes.StatusRevoked, IssuedAt),
            StatusValue.Suspended => Finding.Failed(Codes.StatusSuspended, IssuedAt),
            _ => Finding.Unknown(Codes.StatusUnrecognised),
        };
    }
}
