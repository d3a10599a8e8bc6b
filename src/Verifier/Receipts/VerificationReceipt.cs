using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Verifier.Receipts;

/// <summary>A ledger's signed receipt of a verification: a JWS in compact form, ES256, type <c>verification-receipt+jwt</c>. See docs/formats/receipt.md.</summary>
public static class VerificationReceipt
{
    /// <summary>The token's type; with <c>application/</c> before it the media type.</summary>
    public const string Type = "verification-receipt+jwt";

    /// <summary>Most bytes of a receipt.</summary>
    public const int MaxLength = 64 * 1024;

    private const int MaxChecks = 64;

    /// <summary>The receipt (ASCII).</summary>
    public static byte[] Sign(ReceiptContent content, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(content);
        return LedgerJws.Sign(Type, KeyName(content.Ledger, key), new()
        {
            ["iss"] = content.Ledger,
            ["iat"] = content.AskedAt.ToUnixTimeSeconds(),
            ["document_sha256"] = content.DocumentSha256,
            ["as_of"] = content.AsOf.ToUnixTimeSeconds(),
            ["overall"] = Name(content.Answered),
            ["checks"] = new JsonArray([.. content.Checks.Select(c => new JsonObject { ["name"] = c.Name, ["result"] = Name(c.Result), ["code"] = c.Code })]),
            ["trust_list_sha256"] = content.TrustListSha256,
            ["status_list"] = content.StatusList is { } list ? new JsonObject { ["uri"] = list.AbsoluteUri, ["sha256"] = content.StatusListSha256 } : null,
            ["log_checkpoint"] = content.LogCheckpoint,
        }, key);
    }

    /// <summary>Whether a key of a ledger signed a receipt, whatever it says.</summary>
    public static bool IsSigned(ReadOnlySpan<byte> receipt, string ledger, ECDsa key) =>
        receipt.Length <= MaxLength && LedgerJws.Parts(receipt) is var parts && LedgerJws.IsBy(parts, Type, KeyName(ledger, key)) && LedgerJws.IsSigned(parts, key);

    internal static string KeyName(string ledger, ECDsa key) => $"{ledger}#{SignedTrustList.KeyIdOf(key)}";

    internal static string Name(Enum value) => value.ToString().ToLowerInvariant();

    /// <summary>What a payload says; null when any of it is not as it must be.</summary>
    internal static ReceiptContent? Read(string payload)
    {
        if (StrictJson.Read(payload, out var json) is not null || json.ValueKind is not JsonValueKind.Object) return null;
        var values = new JsonValues(json);
        // A null is told from what is missing: neither may be left out.
        if (!json.TryGetProperty("status_list", out var list) || !json.TryGetProperty("log_checkpoint", out var checkpoint)) return null;
        var isListed = list.ValueKind is not JsonValueKind.Null;
        var noted = checkpoint.ValueKind is JsonValueKind.String ? StrictJson.TextOrNull(checkpoint) : null;
        if (noted is null && checkpoint.ValueKind is not JsonValueKind.Null) return null;
        if (!json.TryGetProperty("checks", out var told) || told.ValueKind is not JsonValueKind.Array || told.GetArrayLength() > MaxChecks) return null;
        var content = new ReceiptContent(
            values.Text("iss"), values.Moment("iat"), Digest(values, "document_sha256"), values.Moment("as_of"), One<Overall>(values, "overall"),
            [.. Enumerable.Range(0, told.GetArrayLength()).Select(i => new ToldCheck(values.Code($"checks/{i}/name"), One<CheckResult>(values, $"checks/{i}/result"), values.Code($"checks/{i}/code")))],
            Digest(values, "trust_list_sha256"), isListed ? values.Address("status_list/uri") : null, isListed ? Digest(values, "status_list/sha256") : null, noted);
        return values.Faulty || content.AsOf > content.AskedAt + Verify.ClockTolerance ? null : content;
    }

    private static string Digest(JsonValues values, string path)
    {
        var text = values.Text(path, 64);
        values.Require(text.Length == 64 && text.All(char.IsAsciiHexDigitLower));
        return text;
    }

    private static T One<T>(JsonValues values, string path)
        where T : struct, Enum
    {
        var text = values.Code(path);
        var found = Enum.GetValues<T>().Where(v => Name(v) == text).Select(v => (T?)v).FirstOrDefault();
        values.Require(found is not null);
        return found.GetValueOrDefault();
    }
}
