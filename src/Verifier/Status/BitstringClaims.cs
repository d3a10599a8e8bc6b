using System.Text.Json;

namespace CredentialLedger.Verifier.Status;

/// <summary>The claims of a <c>BitstringStatusListCredential</c>, as strictly as we issue it: one purpose, one bit an entry, and the same times in both spellings.</summary>
internal sealed record BitstringClaims(string Subject, DateTimeOffset IssuedAt, DateTimeOffset Expires, StatusPurpose Told, string Encoded) : ListClaims(Subject, IssuedAt, Expires)
{
    private readonly Lazy<BitstringList?> list = new(() => BitstringList.Decode(Encoded));

    public override long Size => list.Value is { } inflated ? 2L * Encoded.Length + inflated.Length / 8 : 0;

    public override StatusPurpose? Purpose => Told;

    public static BitstringClaims? Read(JsonElement payload)
    {
        if (JwsHeader.Text(payload, "id") is not { } id || Times(payload) is not var (issued, expires)) return null;
        if (!IsListOf(payload, "@context", BitstringToken.Context) || !IsListOf(payload, "type", BitstringToken.Types) || JwsHeader.Text(payload, "issuer") is null) return null;
        if (JwsHeader.Text(payload, "validFrom") != BitstringToken.Text(issued) || JwsHeader.Text(payload, "validUntil") != BitstringToken.Text(expires)) return null;
        if (!payload.TryGetProperty("credentialSubject", out var list) || list.ValueKind is not JsonValueKind.Object || !IsTimeToLive(list)) return null;
        if (JwsHeader.Text(list, "type") != "BitstringStatusList" || list.TryGetProperty("statusSize", out _)) return null;
        return StatusPurposes.Named(JwsHeader.Text(list, "statusPurpose")) is { } purpose && JwsHeader.Text(list, "encodedList") is { } encoded
            ? new(id, issued, expires, purpose, encoded) : null;
    }

    public override Uri AddressBeside(Uri list) => BitstringToken.AddressOf(list, Told);

    public override Finding Standing(long index)
    {
        if (list.Value is not { } told) return Finding.Unknown(Codes.StatusMalformed);
        if (told.Length < BitstringList.MinimumEntries) return Finding.Unknown(Codes.StatusTooShort);
        if (index >= told.Length) return Finding.Unknown(Codes.StatusIndexOutOfRange);
        if (!told[index]) return Finding.Passed(Codes.StatusGood, IssuedAt);
        return Finding.Failed(Told is StatusPurpose.Revocation ? Codes.StatusRevoked : Codes.StatusSuspended, IssuedAt);
    }

    private static bool IsListOf(JsonElement payload, string name, params string[] expected) =>
        payload.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array && list.GetArrayLength() == expected.Length
            && list.EnumerateArray().Zip(expected, (item, text) => item.ValueKind is JsonValueKind.String && item.ValueEquals(text)).All(same => same);
}
