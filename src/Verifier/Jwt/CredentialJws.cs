using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Status;

namespace CredentialLedger.Verifier.Jwt;

/// <summary>The JWS (RFC 7515 section 7.1) of a credential, made and read in its one form: ES256, and no header parameter but alg, typ, kid and x5c.</summary>
internal static class CredentialJws
{
    // A key, or where to fetch one, that the sender chose (RFC 8725 section 3.10).
    private static readonly string[] Keys = ["jwk", "jku", "x5u"];

    /// <exception cref="ArgumentException">The key is not on P-256: the national profile knows ES256 only.</exception>
    public static string Sign(string type, string keyId, JsonObject payload, IssuerKey key)
    {
        if (key.PrivateKey is not ECDsa ecdsa) throw new ArgumentException("Only a key on P-256 signs this shape.", nameof(key));
        var header = new JsonObject
        {
            ["alg"] = JwtNames.Algorithm,
            ["typ"] = type,
            ["kid"] = keyId,
            ["x5c"] = new JsonArray([.. key.Path.Select(c => (JsonNode)Convert.ToBase64String(c.RawData))]),
        };
        var input = $"{Base64Url.EncodeToString(StrictJson.Bytes(header))}.{Base64Url.EncodeToString(StrictJson.Bytes(payload))}";
        var signature = ecdsa.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Takes a token apart; answers with the code of the first thing that is not as it must be, or null.</summary>
    public static string? Read(string token, string type, out CompactJws? jws)
    {
        jws = null;
        var parts = token.Split('.');
        if (parts.Length != 3) return Codes.StructureJwtParts;
        if (StrictJson.Read(parts[0], out var header) is { } inHeader) return inHeader;
        if (StrictJson.Read(parts[1], out var payload) is { } inPayload) return inPayload;
        if (header.ValueKind is not JsonValueKind.Object || payload.ValueKind is not JsonValueKind.Object) return Codes.StructureJwtJson;
        if (header.TryGetProperty("crit", out _)) return Codes.StructureJwtCritical;
        if (Keys.Any(name => header.TryGetProperty(name, out _))) return Codes.StructureJwtKey;
        if (JwsHeader.Read(header) is not { } read) return Codes.StructureJwtHeader;
        if (read.Type != type) return Codes.StructureJwtType;
        if (StrictValues.Base64UrlOrNull(parts[2]) is not { } signature) return Codes.StructureJwtEncoding;
        jws = new(read, payload, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature);
        return null;
    }
}
