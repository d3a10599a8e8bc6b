using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace CredentialLedger.Api.Issuing;

/// <summary>Issuers' public keys as JSON Web Keys (RFC 7517; their members by RFC 7518 section 6).</summary>
public static class Jwks
{
    /// <summary>
    /// The key set: every key but those that somebody else may hold, since a set cannot say from when on they count no more. A key that has ended stays, because what
    /// it signed stays good; <c>exp</c> (OpenID Federation 1.0, section 8.7.2) says when.
    /// </summary>
    public static JsonObject Set(IEnumerable<PublishedKey> keys) => new()
    {
        ["keys"] = new JsonArray([.. keys.Where(k => !k.IsCompromised).Select(k =>
        {
            var jwk = Key(k);
            jwk["x5c"] = new JsonArray([.. k.Chain.Select(c => (JsonNode)Convert.ToBase64String(c.RawData))]);
            if (k.Trusted.ValidUntil is { } end) jwk["exp"] = end.ToUnixTimeSeconds();
            return jwk;
        })]),
    };

    /// <summary>One public key.</summary>
    public static JsonObject Key(PublishedKey key)
    {
        var jwk = Parameters(key.Chain[0]);
        (jwk["kid"], jwk["alg"], jwk["use"]) = (key.Trusted.KeyId, jwk["kty"]!.GetValue<string>() == "EC" ? "ES256" : "PS256", "sig");
        return jwk;
    }

    private static JsonObject Parameters(X509Certificate2 certificate)
    {
        using var ec = certificate.GetECDsaPublicKey();
        if (ec?.ExportParameters(false).Q is { X: { } x, Y: { } y }) return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(x), ["y"] = Base64Url.EncodeToString(y) };
        using var rsa = certificate.GetRSAPublicKey() ?? throw new ArgumentException("The key is neither ECDSA nor RSA.", nameof(certificate));
        var parameters = rsa.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent) };
    }
}
