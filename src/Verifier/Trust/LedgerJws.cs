using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Trust;

/// <summary>What a ledger signs by a key of its own: a JWS in compact form (RFC 7515), ES256, whose header is byte for byte the one that the key signs under. So no other algorithm, type, key or parameter is ever looked at.</summary>
internal static class LedgerJws
{
    /// <summary>The token's bytes (ASCII).</summary>
    public static byte[] Sign(string type, string keyId, JsonObject payload, ECDsa key)
    {
        var input = $"{Header(type, keyId)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return Encoding.ASCII.GetBytes($"{input}.{Base64Url.EncodeToString(signature)}");
    }

    /// <summary>Whether a token has the header that a key signs under.</summary>
    public static bool IsBy(string[] parts, string type, string keyId) => parts.Length == 3 && parts[0] == Header(type, keyId);

    /// <summary>Whether the key signed the token.</summary>
    public static bool IsSigned(string[] parts, ECDsa key) =>
        StrictValues.Base64UrlOrNull(parts[2]) is { Length: 64 } signature
        && key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>The three parts; fewer or more for what is no such token, none for what is not printable ASCII.</summary>
    public static string[] Parts(ReadOnlySpan<byte> token) => token.ContainsAnyExceptInRange((byte)0x21, (byte)0x7e) ? [] : Encoding.ASCII.GetString(token).Split('.');

    private static string Header(string type, string keyId) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"ES256","typ":"{{type}}","kid":"{{keyId}}"}"""));
}
