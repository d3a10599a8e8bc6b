using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Trust;

namespace CredentialLedger.Api.Issuing;

/// <summary>DID documents by the did:web method (W3C DID Core 1.0; verification methods by W3C Controlled Identifiers 1.0).</summary>
public static class DidDocuments
{
    private static readonly string[] Contexts = ["https://www.w3.org/ns/did/v1", "https://www.w3.org/ns/cid/v1"];

    /// <summary>
    /// An issuer's document. Every key of now and of the past is there; <c>expires</c> says when one ended, <c>revoked</c> from when on somebody else may hold it, and
    /// such a one makes no assertions any more.
    /// </summary>
    public static JsonObject OfIssuer(string did, Uri address, IReadOnlyList<PublishedKey> keys)
    {
        var document = Of(did, keys.Select(k => Method(did, k)), keys.Where(k => !k.IsCompromised).Select(k => $"{did}#{k.Trusted.KeyId}"));
        document["alsoKnownAs"] = new JsonArray(address.AbsoluteUri);
        return document;
    }

    /// <summary>The ledger's document: the key that signs its trust list, then the one that signs receipts.</summary>
    public static JsonObject OfLedger(string did, ECDsa key, ECDsa receipts, Uri trustList)
    {
        JsonObject[] methods = [Method(did, SignedTrustList.JwkOf(key)), Method(did, SignedTrustList.JwkOf(receipts))];
        var document = Of(did, methods, methods.Select(m => m["id"]!.GetValue<string>()));
        document["service"] = new JsonArray(new JsonObject { ["id"] = $"{did}#trust-list", ["type"] = "TrustList", ["serviceEndpoint"] = trustList.AbsoluteUri });
        return document;
    }

    /// <summary>A document with these keys, of which some make assertions.</summary>
    private static JsonObject Of(string did, IEnumerable<JsonObject> methods, IEnumerable<string> asserting) => new()
    {
        ["@context"] = new JsonArray([.. Contexts]),
        ["id"] = did,
        ["verificationMethod"] = new JsonArray([.. methods]),
        ["assertionMethod"] = new JsonArray([.. asserting]),
    };

    // A key of a document, named by its key id.
    private static JsonObject Method(string did, JsonObject jwk) => new()
    {
        ["id"] = $"{did}#{jwk["kid"]!.GetValue<string>()}",
        ["type"] = "JsonWebKey",
        ["controller"] = did,
        ["publicKeyJwk"] = jwk,
    };

    private static JsonObject Method(string did, PublishedKey key)
    {
        var method = Method(did, Jwks.Key(key));
        if (key.Trusted.ValidUntil is { } end) method["expires"] = Text(end);
        if (key.LostFrom is { } from) method["revoked"] = Text(from);
        return method;
    }

    internal static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
