using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredentialLedger.Verifier.Trust;

/// <summary>A key of a ledger's own, which signs receipts: its public part, and when its signatures count.</summary>
/// <param name="Key">The public key, on P-256.</param>
/// <param name="From">The first moment; null for the first key, which has none.</param>
/// <param name="Until">The moment from which it signs no more; null while no end is set. What it signed before stays good.</param>
/// <param name="IsCompromised">Whether somebody else may hold it: then no signature counts, since nothing but the signer tells when it was made.</param>
public sealed record LedgerKey(ECDsa Key, DateTimeOffset? From, DateTimeOffset? Until, bool IsCompromised)
{
    /// <summary>As the signed trust list holds it.</summary>
    public JsonObject ToJson() => new() { ["key"] = SignedTrustList.JwkOf(Key), ["from"] = Text(From), ["until"] = Text(Until), ["compromised"] = IsCompromised };

    internal static LedgerKey Read(JsonElement json) =>
        new(PublicKey(json.GetProperty("key")) ?? throw new FormatException(), Moment(json.GetProperty("from")), Moment(json.GetProperty("until")), json.GetProperty("compromised").GetBoolean());

    /// <summary>The key in a JWK; null for what is none on P-256.</summary>
    public static ECDsa? PublicKey(JsonElement jwk)
    {
        if (jwk.ValueKind is not JsonValueKind.Object || Member("kty") != "EC" || Member("crv") != "P-256" || Member("x") is not { } x || Member("y") is not { } y) return null;
        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Base64Url.DecodeFromChars(x), Y = Base64Url.DecodeFromChars(y) } });
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }

        string? Member(string name) => jwk.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
    }

    private static string? Text(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(JsonElement json) => json.ValueKind is JsonValueKind.Null ? null
        : DateTimeOffset.ParseExact(json.GetString()!, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
