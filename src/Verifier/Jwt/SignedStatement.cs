using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Log;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>
/// What an organisation states under its own key: a JWS (RFC 7515) whose header and claims are canonical JSON (RFC 8785). Whoever has the claims,
/// the key's id and kind, and the signature can therefore write the token again byte for byte (docs/formats/equivalence.md).
/// </summary>
public static class SignedStatement
{
    /// <summary>The signature over a statement, in base64url: ES256 or PS256, by the key.</summary>
    /// <param name="type">The token's <c>typ</c>.</param>
    /// <param name="claims">What is stated; its numbers are plain integers.</param>
    /// <param name="key">Who signs.</param>
    public static string Sign(string type, JsonObject claims, IssuerKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var input = Encoding.ASCII.GetBytes(Input(type, claims, key.KeyId, key.SignsTokens));
        return Base64Url.EncodeToString(key.PrivateKey switch
        {
            ECDsa curve => curve.SignData(input, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            var rsa => ((RSA)rsa).SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        });
    }

    /// <summary>The statement as a compact JWS.</summary>
    /// <param name="type">The token's <c>typ</c>.</param>
    /// <param name="claims">What is stated.</param>
    /// <param name="keyId">Id of the key that signed.</param>
    /// <param name="ecdsa">Whether that is on P-256; otherwise it is RSA.</param>
    /// <param name="signature">The signature in base64url.</param>
    public static string Write(string type, JsonObject claims, string keyId, bool ecdsa, string signature) => $"{Input(type, claims, keyId, ecdsa)}.{signature}";

    /// <summary>Whether a token is a statement of that type, signed by the key of this certificate, by the algorithm that the key's kind has.</summary>
    public static bool IsSignedBy(string token, string type, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(certificate);
        if (KeyKinds.Of(certificate) is not { } kind || token.Split('.') is not [var header, var claims, var last]) return false;
        if (header != Header(type, IssuerKey.KeyIdOf(certificate), kind is KeyKind.EcdsaP256) || StrictValues.Base64UrlOrNull(last) is not { } signature) return false;
        var input = Encoding.UTF8.GetBytes($"{header}.{claims}");
        using var key = kind.PublicKey(certificate);
        return key is ECDsa curve
            ? curve.VerifyData(input, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            : ((RSA)key).VerifyData(input, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }

    private static string Input(string type, JsonObject claims, string keyId, bool ecdsa) => $"{Header(type, keyId, ecdsa)}.{Encoded(claims)}";

    private static string Header(string type, string keyId, bool ecdsa) => Encoded(new() { ["alg"] = ecdsa ? "ES256" : "PS256", ["kid"] = keyId, ["typ"] = type });

    private static string Encoded(JsonObject json) => Base64Url.EncodeToString(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(json)));
}
