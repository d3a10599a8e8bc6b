using System.Globalization;
using System.Text.Json.Nodes;
using CredentialLedger.Api.Issuing.LedgerKeys;
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

    /// <summary>The ledger's document: the keys that sign its trust list, then those that sign receipts, each kind with those of the past and the one to come, as an issuer's.</summary>
    public static JsonObject OfLedger(string did, LedgerKeyring keys, Uri trustList)
    {
        (KeptKey Key, DateTimeOffset? Until)[] all = [.. ((KeyKind[])[KeyKind.TrustList, KeyKind.Receipts]).SelectMany(kind => keys.All(kind).Select(k => (k, keys.Until(kind, k))))];
        var document = Of(did, all.Select(k => Method(did, k.Key, k.Until)), all.Where(k => !k.Key.IsCompromised).Select(k => $"{did}#{k.Key.Id}"));
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

    private static JsonObject Method(string did, KeptKey key, DateTimeOffset? until)
    {
        var method = Method(did, SignedTrustList.JwkOf(key.Signs!));
        if (until is { } end) method[key.IsCompromised ? "revoked" : "expires"] = Text(end);
        return method;
    }

    internal static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
