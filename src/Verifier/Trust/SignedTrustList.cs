using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Trust;

/// <summary>A trust list with its publisher's signature: a JWS in compact form (RFC 7515), ES256, type <c>trustlist+jwt</c>. See docs/formats/trust.md.</summary>
public static class SignedTrustList
{
    private const string Type = "trustlist+jwt", ReceiptKeysClaim = "receipt_keys";

    private const int MaximumBytes = 12 * 1024 * 1024;

    /// <summary>The key's id: the thumbprint of its JWK (RFC 7638).</summary>
    public static string KeyIdOf(ECDsa key)
    {
        var (x, y) = Coordinates(key);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));
    }

    /// <summary>The public key as a JWK.</summary>
    public static JsonObject JwkOf(ECDsa key)
    {
        var (x, y) = Coordinates(key);
        return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = x, ["y"] = y, ["kid"] = KeyIdOf(key), ["alg"] = "ES256", ["use"] = "sig" };
    }

    /// <summary>The token's bytes (ASCII).</summary>
    /// <param name="trust">The list.</param>
    /// <param name="more">Further claims, which a verifier of credentials does not read.</param>
    /// <param name="key">The publisher's key on P-256.</param>
    /// <param name="issuedAt">When it is signed.</param>
    /// <param name="expires">From when on it counts no more.</param>
    public static byte[] Sign(TrustList trust, JsonObject more, ECDsa key, DateTimeOffset issuedAt, DateTimeOffset expires)
    {
        ArgumentNullException.ThrowIfNull(trust);
        var payload = more?.DeepClone().AsObject() ?? [];
        (payload["iat"], payload["exp"]) = (issuedAt.ToUnixTimeSeconds(), expires.ToUnixTimeSeconds());
        payload["trust"] = JsonNode.Parse(trust.ToJson());
        return LedgerJws.Sign(Type, KeyIdOf(key), payload, key);
    }

    /// <summary>The list in a token, once the signature by this very key holds and it has not expired.</summary>
    /// <exception cref="TrustListException">It is no such token, another's, expired or of a time to come, or holds no trust list.</exception>
    public static TrustList Open(ReadOnlySpan<byte> token, ECDsa key, DateTimeOffset now) => Read(Payload(token, key), payload =>
    {
        var (issued, expires) = (payload.GetProperty("iat").GetInt64(), payload.GetProperty("exp").GetInt64());
        if (now.ToUnixTimeSeconds() >= expires || issued > (now + Verify.ClockTolerance).ToUnixTimeSeconds()) throw new TrustListException(Codes.TrustStale, "exp");
        return TrustList.Parse(Encoding.UTF8.GetBytes(payload.GetProperty("trust").GetRawText()));
    });

    /// <summary>When a token says that it was issued, whether or not it has expired: who keeps one does not take an older one for it.</summary>
    /// <exception cref="TrustListException">It is no such token, or another's.</exception>
    public static DateTimeOffset IssuedAt(ReadOnlySpan<byte> token, ECDsa key) => Read(Payload(token, key), payload => DateTimeOffset.FromUnixTimeSeconds(payload.GetProperty("iat").GetInt64()));

    /// <summary>The keys that sign the ledger's receipts (docs/formats/receipt.md), each with its time; none in a list that names none.</summary>
    /// <exception cref="TrustListException">It is no such token, or another's.</exception>
    public static IReadOnlyList<LedgerKey> ReceiptKeys(ReadOnlySpan<byte> token, ECDsa key) =>
        Read(Payload(token, key), payload => payload.TryGetProperty(ReceiptKeysClaim, out var keys) ? keys.EnumerateArray().Select(LedgerKey.Read).ToArray() : []);

    /// <summary>The claim that names the keys that sign receipts, for <see cref="Sign"/>.</summary>
    public static JsonObject Naming(IEnumerable<LedgerKey> receiptKeys) => new() { [ReceiptKeysClaim] = new JsonArray([.. receiptKeys.Select(k => k.ToJson())]) };

    internal static bool IsBy(ReadOnlySpan<byte> token, ECDsa key) => token.Length <= MaximumBytes && LedgerJws.IsBy(LedgerJws.Parts(token), Type, KeyIdOf(key));

    private static string Payload(ReadOnlySpan<byte> token, ECDsa key)
    {
        if (token.Length > MaximumBytes || LedgerJws.Parts(token) is not { Length: > 0 } parts) throw new TrustListException(Codes.TrustJson, "token");
        return LedgerJws.IsBy(parts, Type, KeyIdOf(key)) && LedgerJws.IsSigned(parts, key) ? parts[1] : throw new TrustListException(Codes.TrustSignature, "signature");
    }

    private static T Read<T>(string payload, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(StrictValues.Base64UrlOrNull(payload) ?? [], new() { AllowDuplicateProperties = false, MaxDepth = 16 });
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            throw new TrustListException(Codes.TrustJson, "payload");
        }
    }

    private static (string X, string Y) Coordinates(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        if (key.KeySize != 256) throw new ArgumentException("The key is not on P-256.", nameof(key));
        return (Base64Url.EncodeToString(parameters.Q.X), Base64Url.EncodeToString(parameters.Q.Y));
    }
}
