using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Status;

/// <summary>A JWS in compact form (RFC 7515 section 7.1) as strictly as we issue it: three parts, one spelling, a closed header, ES256 or PS256.</summary>
internal sealed record CompactJws(JwsHeader Header, JsonElement Payload, byte[] SigningInput, byte[] Signature)
{
    // A list of 8 MiB that does not compress at all still fits.
    public const int MaximumLength = 12 * 1024 * 1024;

    public static byte[] Sign(string type, JsonObject payload, IssuerKey key)
    {
        var header = new JsonObject
        {
            ["alg"] = Algorithm(key.Kind),
            ["typ"] = type,
            ["kid"] = key.KeyId,
            ["x5c"] = new JsonArray([.. key.Path.Select(c => (JsonNode)Convert.ToBase64String(c.RawData))]),
        };
        var input = Encoding.ASCII.GetBytes($"{Encode(header)}.{Encode(payload)}");
        var signature = key.PrivateKey switch
        {
            ECDsa ecdsa => ecdsa.SignData(input, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            RSA rsa => rsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => throw new ArgumentException("Only ECDSA and RSA keys sign.", nameof(key)),
        };
        return [.. input, (byte)'.', .. Encoding.ASCII.GetBytes(Base64Url.EncodeToString(signature))];
    }

    /// <summary>Takes a token apart; nothing when any of it is not exactly as it must be.</summary>
    public static CompactJws? Parse(ReadOnlySpan<byte> token)
    {
        if (token.Length > MaximumLength || token.ContainsAnyExceptInRange((byte)0x21, (byte)0x7e)) return null;
        var parts = Encoding.ASCII.GetString(token).Split('.');
        if (parts.Length != 3) return null;
        if (Json(parts[0]) is not { } header || Json(parts[1]) is not { } payload) return null;
        if (JwsHeader.Read(header) is not { } read || StrictValues.Base64UrlOrNull(parts[2]) is not { } signature) return null;
        return new CompactJws(read, payload, token[..(parts[0].Length + 1 + parts[1].Length)].ToArray(), signature);
    }

    public bool IsSignedBy(X509Certificate2 certificate, KeyKind kind) =>
        Signature.Length == kind.SignatureLength() && GoodSignatures.Holds(certificate, SigningInput, Signature, () => Verifies(certificate, kind));

    private bool Verifies(X509Certificate2 certificate, KeyKind kind)
    {
        using var key = kind.PublicKey(certificate);
        return key switch
        {
            ECDsa ecdsa => ecdsa.VerifyData(SigningInput, Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            RSA rsa => rsa.VerifyData(SigningInput, Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => false,
        };
    }

    /// <summary>The one algorithm a kind of key may be used with here (RFC 7518 sections 3.4 and 3.5).</summary>
    public static string Algorithm(KeyKind kind) => kind is KeyKind.EcdsaP256 ? "ES256" : "PS256";

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));

    private static JsonElement? Json(string part)
    {
        if (StrictValues.Base64UrlOrNull(part) is not { } bytes || !System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 };
            using var document = JsonDocument.Parse(bytes, options);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null; // the second for a name that is half a surrogate pair
        }
    }
}
