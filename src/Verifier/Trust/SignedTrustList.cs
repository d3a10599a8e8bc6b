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
        var input = $"{Header(key)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return Encoding.ASCII.GetBytes($"{input}.{Base64Url.EncodeToString(signature)}");
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

    private static string Payload(ReadOnlySpan<byte> token, ECDsa key)
    {
        if (token.Length > MaximumBytes || token.ContainsAnyExceptInRange((byte)0x21, (byte)0x7e)) throw new TrustListException(Codes.TrustJson, "token");
        // The header is exactly the one that this key signs under: no other algorithm, type, key or parameter.
        if (Encoding.ASCII.GetString(token).Split('.') is not [var header, var payload, var last] || header != Header(key) || StrictValues.Base64UrlOrNull(last) is not { Length: 64 } signature
            || !key.VerifyData(token[..(header.Length + 1 + payload.Length)], signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
            throw new TrustListException(Codes.TrustSignature, "signature");
        return payload;
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

    private static string Header(ECDsa key) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"ES256","typ":"trustlist+jwt","kid":"{{KeyIdOf(key)}}"}"""));

    private static (string X, string Y) Coordinates(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        if (key.KeySize != 256) throw new ArgumentException("The key is not on P-256.", nameof(key));
        return (Base64Url.EncodeToString(parameters.Q.X), Base64Url.EncodeToString(parameters.Q.Y));
    }
}
