using System.Text;
using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>What the independent library of a shape says of a vector, where that is held: it looks at less than the verifier does.</summary>
public enum Oracle
{
    NotAsserted,
    Accepts,
    Refuses,
}

/// <summary>One committed token: what the verifier must answer, why, and how it was made. Judged with the trust lists of the documents and body A's status list.</summary>
internal sealed record TokenVector(string File, Overall Overall, string Code, string Why, Oracle Oracle, Func<byte[]> Make, string Trust = "trust.json")
{
    public IndexEntry Entry => new(File, Trust, Sample.At, Overall.ToString().ToLowerInvariant(), VectorIndex.CheckOf(Code), Code, Why, null,
        Oracle switch { Oracle.Accepts => true, Oracle.Refuses => false, _ => null });
}

/// <summary>The defects that both shapes can have, made from a shape's good token.</summary>
/// <param name="extension">Of the files.</param>
/// <param name="good">The good token, one for all vectors of a rewriting.</param>
/// <param name="sign">Signs another content.</param>
internal sealed class TokenDefects(string extension, Func<byte[]> good, Func<TestKey, Func<Credentials.CredentialContent, Credentials.CredentialContent>, byte[]> sign)
{
    public TokenVector Good(string name, string why, Func<byte[]> make, string trust = "trust.json") =>
        new($"good/{name}.{extension}", Overall.Valid, Codes.StatusGood, why, Oracle.Accepts, make, trust);

    public TokenVector Refused(string file, string code, string why, Func<byte[]> make, Oracle oracle = Oracle.NotAsserted) =>
        new($"{file}.{extension}", Overall.Invalid, code, why, oracle, make);

    public TokenVector Open(string file, string code, string why, Func<byte[]> make, string trust = "trust.json") =>
        new($"{file}.{extension}", Overall.Undetermined, code, why, Oracle.NotAsserted, make, trust);

    public TokenForge Forge() => new(good());

    public byte[] Header(Action<JsonObject> change) => Forge().Change(f => change(f.Header)).Sign(TestKeys.BodyA);

    public byte[] Payload(Action<JsonObject> change) => Forge().Change(f => change(f.Payload)).Sign(TestKeys.BodyA);

    public IEnumerable<TokenVector> Common() =>
    [
        Refused("structure/two-parts", Codes.StructureJwtParts, "Without a signature part.", () => Jws(jws => jws[..jws.LastIndexOf('.')]), Oracle.Refuses),
        Refused("structure/four-parts", Codes.StructureJwtParts, "With a fourth part.", () => Jws(jws => jws + ".AAAA"), Oracle.Refuses),
        Refused("structure/extra-dot", Codes.StructureJwtParts, "Two dots where one belongs.", () => Jws(jws => jws.Insert(jws.IndexOf('.', StringComparison.Ordinal), ".")), Oracle.Refuses),
        Refused("structure/padding", Codes.StructureJwtEncoding, "Base64url with padding.", () => Jws(jws => jws + "==")),
        Refused("structure/spare-bits", Codes.StructureJwtEncoding, "Other bits in the last character of the signature, which many decoders drop.", () => Jws(jws => jws[..^1] + Next(jws[^1]))),
        Refused("structure/base64-not-url", Codes.StructureJwtEncoding, "The alphabet of base64 where that of base64url belongs.", () => Jws(jws => jws[..^4] + "+/+/")),
        Refused("structure/line-break", Codes.StructureJwtEncoding, "A line break at the end.", () => [.. good(), (byte)'\n']),
        Refused("structure/payload-not-json", Codes.StructureJwtJson, "Words as payload.", () => Forge().Sign(TestKeys.BodyA, payload: "valid"), Oracle.Refuses),
        Refused("structure/payload-array", Codes.StructureJwtJson, "An array as payload.", () => Forge().Sign(TestKeys.BodyA, payload: "[]"), Oracle.Refuses),
        Refused("structure/payload-not-utf8", Codes.StructureJwtJson, "A byte that is no UTF-8.", () => Forge().Change(f => f.Payload["more"] = "?").Payload is { } p ? Forge().Sign(TestKeys.BodyA, JsonOf(Forge().Header), [.. JsonOf(p).Select(b => b == (byte)'?' ? (byte)0xff : b)]) : []),
        Refused("structure/deep", Codes.StructureJwtJson, "Sixty-four arrays in one another.", () => Payload(p => p["more"] = JsonNode.Parse(new string('[', 60) + new string(']', 60)))),
        Refused("structure/duplicate-claim", Codes.StructureJwtDuplicateName, "jti twice, the second one another's.", () => Forge() is { } f ? f.Sign(TestKeys.BodyA, payload: Text(f.Payload)[..^1] + ",\"jti\":\"urn:uuid:00000000-0000-0000-0000-000000000001\"}") : []),
        Refused("structure/duplicate-claim-escaped", Codes.StructureJwtDuplicateName, "The same, its name spelled with an escape.", () => Forge() is { } f ? f.Sign(TestKeys.BodyA, payload: Text(f.Payload)[..^1] + ",\"jt\\u0069\":\"urn:uuid:00000000-0000-0000-0000-000000000001\"}") : []),
        Refused("structure/duplicate-header", Codes.StructureJwtDuplicateName, "alg twice.", () => Forge() is { } f ? f.Sign(TestKeys.BodyA, header: Text(f.Header)[..^1] + ",\"alg\":\"ES256\"}") : []),
        Refused("structure/half-surrogate", Codes.StructureJwtJson, "A name that is half a character.", () => Forge() is { } f ? f.Sign(TestKeys.BodyA, payload: Text(f.Payload)[..^1] + ",\"\\ud800\":1}") : []),
        Refused("structure/crit", Codes.StructureJwtCritical, "A critical extension.", () => Header(h => (h["crit"], h["b64"]) = (new JsonArray("b64"), false)), Oracle.Refuses),
        Refused("structure/jwk", Codes.StructureJwtKey, "A stranger's key in the header, and the stranger's signature.", () => Forge().Change(f => f.Header["jwk"] = Jwk(TestKeys.Stranger)).Sign(TestKeys.Stranger), Oracle.Refuses),
        Refused("structure/jwk-of-the-issuer", Codes.StructureJwtKey, "The issuer's own key in the header.", () => Header(h => h["jwk"] = Jwk(TestKeys.BodyA))),
        Refused("structure/jku", Codes.StructureJwtKey, "An address to fetch a key from.", () => Header(h => h["jku"] = "https://keys.example/")),
        Refused("structure/x5u", Codes.StructureJwtKey, "An address to fetch a certificate from.", () => Header(h => h["x5u"] = "https://keys.example/")),
        Refused("structure/header-more", Codes.StructureJwtHeader, "A header parameter that the format does not have.", () => Header(h => h["cty"] = "vc")),
        Refused("structure/without-kid", Codes.StructureJwtHeader, "No key id.", () => Header(h => h.Remove("kid"))),
        Refused("structure/without-x5c", Codes.StructureJwtHeader, "No certificate.", () => Header(h => h.Remove("x5c"))),
        Refused("structure/without-typ", Codes.StructureJwtHeader, "No type, so any token of the issuer would do.", () => Header(h => h.Remove("typ")), Oracle.Refuses),
        Refused("structure/typ-jwt", Codes.StructureJwtType, "The type of any token.", () => Header(h => h["typ"] = "JWT"), Oracle.Refuses),
        Refused("structure/typ-status-list", Codes.StructureJwtType, "The type of a status list.", () => Header(h => h["typ"] = "statuslist+jwt"), Oracle.Refuses),
        Refused("structure/claim-more", Codes.StructureJwtClaims, "A claim that the format does not have.", () => Payload(p => p["more"] = 1)),
        Refused("structure/claim-other-end", Codes.StructureJwtClaims, "An exp later than the last day.", () => Payload(p => p["exp"] = p["exp"]!.GetValue<long>() + 1)),
        Refused("structure/without-exp", Codes.StructureJwtClaims, "A last day, and no exp.", () => Payload(p => p.Remove("exp"))),
        Refused("structure/claim-other-begin", Codes.StructureJwtClaims, "An nbf before the first day.", () => Payload(p => p["nbf"] = 0)),
        Refused("structure/value-id-upper-case", Codes.StructureValue, "An id in upper case.", () => Payload(p => p["jti"] = "urn:uuid:" + Sample.Id.ToString("D").ToUpperInvariant())),
        Refused("structure/value-iat-text", Codes.StructureValue, "A time as text.", () => Payload(p => p["iat"] = "1795000000")),
        Refused("structure/value-iat-fraction", Codes.StructureValue, "A time with a fraction.", () => Payload(p => p["iat"] = 1795000000.5)),
        Refused("structure/value-index-negative", Codes.StructureValue, "A place before the first.", () => Payload(p => p["status"]!["status_list"]!["idx"] = -1)),
        Refused("structure/value-list-not-normal", Codes.StructureValue, "An address in another spelling.", () => Payload(p => p["status"]!["status_list"]!["uri"] = "HTTPS://status.example/body-a/1")),
        Refused("structure/too-large", Codes.StructureTooLarge, "A mebibyte and more.", () => Payload(p => p["more"] = new string('x', 1024 * 1024))),
        Refused("integrity/alg-none", Codes.IntegrityAlgorithm, "No signature, and a header that says so.", () => Forge().None(), Oracle.Refuses),
        Refused("integrity/alg-none-with-signature", Codes.IntegrityAlgorithm, "A header that says none.", () => Header(h => h["alg"] = "none"), Oracle.Refuses),
        Refused("integrity/alg-hs256-by-public-key", Codes.IntegrityAlgorithm, "An HMAC whose secret is the public key.", () => Forge().SignByPublicKey(TestKeys.BodyA), Oracle.Refuses),
        Refused("integrity/alg-es384", Codes.IntegrityAlgorithm, "An algorithm that does not fit the key.", () => Header(h => h["alg"] = "ES384"), Oracle.Refuses),
        Refused("integrity/alg-lower-case", Codes.IntegrityAlgorithm, "The right algorithm, misspelled.", () => Header(h => h["alg"] = "es256"), Oracle.Refuses),
        Refused("integrity/certificate", Codes.IntegrityCertificate, "Words where the certificate belongs.", () => Header(h => h["x5c"] = new JsonArray("AAAA"))),
        Refused("integrity/key-rsa", Codes.IntegrityKey, "An RSA key under a header that says ES256.", () => Forge().Certify(TestKeys.BodyB).Sign(TestKeys.BodyB), Oracle.Refuses),
        Refused("integrity/key-p384", Codes.IntegrityKey, "A key on another curve.", () => Forge().Certify(TestKeys.P384).Sign(TestKeys.P384), Oracle.Refuses),
        Refused("integrity/kid-of-another", Codes.IntegritySigningCertificate, "The key id of body C over body A's certificate.", () => Forge().Change(f => f.Header["kid"] = f.Header["kid"]!.GetValue<string>().Replace(TestKeys.BodyA.Id, TestKeys.BodyC.Id, StringComparison.Ordinal)).Sign(TestKeys.BodyA)),
        Refused("integrity/x5c-of-another", Codes.IntegritySigningCertificate, "Body C's certificate and signature, under body A's key id.", () => Forge() is { } f && f.Header["kid"]!.GetValue<string>() is { } kid ? f.Certify(TestKeys.BodyC).Change(g => g.Header["kid"] = kid).Sign(TestKeys.BodyC) : [], Oracle.Refuses),
        Refused("integrity/changed-payload", Codes.IntegritySignature, "Another title, the old signature.", ChangedPayload, Oracle.Refuses),
        Refused("integrity/changed-header", Codes.IntegritySignature, "The header written anew, the old signature.", () => Forge().Change(f => (f.Header["kid"], f.Header["alg"]) = (f.Header["kid"]!.DeepClone(), "ES256")).Change(Reorder).Unsigned(), Oracle.Refuses),
        Refused("integrity/signed-by-another", Codes.IntegritySignature, "Body C's signature under body A's certificate.", () => Forge().Sign(TestKeys.BodyC), Oracle.Refuses),
        Refused("integrity/signature-short", Codes.IntegritySignature, "The last bytes of the signature are missing.", () => Jws(jws => jws[..^6]), Oracle.Refuses),
        Refused("issuer/mismatch", Codes.IssuerMismatch, "Body C, which is pinned, signs as body A.", () => Forge().Certify(TestKeys.BodyC).Sign(TestKeys.BodyC), Oracle.Refuses),
        Refused("issuer/untrusted-root", Codes.IssuerUntrustedRoot, "A stranger signs as body A.", () => Forge().Certify(TestKeys.Stranger).Sign(TestKeys.Stranger), Oracle.Refuses),
        Refused("issuer/certificate-usage", Codes.IssuerCertificateUsage, "A certificate that may not sign.", () => Forge().Certify(TestKeys.NoUsage).Sign(TestKeys.NoUsage), Oracle.Refuses),
        Refused("issuer/test-not-allowed", Codes.IssuerTestNotAllowed, "Marked as a test.", () => sign(TestKeys.BodyA, c => c with { Test = true })),
        Open("issuer/unknown", Codes.IssuerUnknown, "A stranger under its own name.", () => sign(TestKeys.Stranger, c => c with { Issuer = c.Issuer with { Code = "BODY-X" } })),
        Open("issuer/key-not-listed", Codes.IssuerKeyNotListed, "A certificate under the root, a key that the list does not have.", () => Forge().Certify(TestKeys.Unlisted).Sign(TestKeys.Unlisted)),
        Open("log/missing", Codes.LogMissing, "The trust list asks for a log proof, which a token cannot bring.", good, "trust-proofs-from.json"),
        Refused("key-validity/expired", Codes.KeyExpired, "Signed after the certificate had ended.", () => Forge().Certify(TestKeys.Expired).Sign(TestKeys.Expired), Oracle.Refuses),
        Refused("key-validity/no-longer-trusted", Codes.KeyNoLongerTrusted, "Signed after the key was retired.", () => Forge().Certify(TestKeys.Retired).Sign(TestKeys.Retired), Oracle.Refuses),
        Refused("dates/expired", Codes.DatesExpired, "Its last day was yesterday.", () => sign(TestKeys.BodyA, c => c with { ValidUntil = new(2026, 11, 21) }), Oracle.Refuses),
        Refused("dates/not-yet-valid", Codes.DatesNotYetValid, "Its first day is tomorrow.", () => sign(TestKeys.BodyA, c => c with { ValidFrom = new(2026, 11, 23) }), Oracle.Refuses),
        Refused("dates/not-yet-issued", Codes.DatesNotYetIssued, "Signed tomorrow.", () => Payload(p => p["iat"] = Sample.At.AddDays(1).ToUnixTimeSeconds())),
        Refused("status/revoked", Codes.StatusRevoked, "Revoked.", () => sign(TestKeys.BodyA, c => c with { Status = c.Status with { Index = Sample.RevokedIndex } })),
        Refused("status/suspended", Codes.StatusSuspended, "Suspended.", () => sign(TestKeys.BodyA, c => c with { Status = c.Status with { Index = Sample.SuspendedIndex } })),
    ];

    /// <summary>The good token with another text as its JWS.</summary>
    public byte[] Jws(Func<string, string> change)
    {
        var pieces = Encoding.ASCII.GetString(good()).Split('~');
        return Encoding.ASCII.GetBytes(string.Join('~', [change(pieces[0]), .. pieces.Skip(1)]));
    }

    private byte[] ChangedPayload() =>
        Jws(jws => jws.Split('.') is [var header, var payload, var signature]
            ? $"{header}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(payload)).Replace("Manage networks", "Manage all nets", StringComparison.Ordinal)))}.{signature}" : "");

    private static void Reorder(TokenForge forge)
    {
        var alg = forge.Header["alg"]!.DeepClone();
        forge.Header.Remove("alg");
        forge.Header["alg"] = alg;
    }

    // The neighbour in the alphabet whose leading bits are the same: the last of 86 characters has four that do not count.
    private static char Next(char last)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return Alphabet[Alphabet.IndexOf(last, StringComparison.Ordinal) + 1];
    }

    private static JsonObject Jwk(TestKey key)
    {
        var point = ((System.Security.Cryptography.ECDsa)key.Private).ExportParameters(false).Q;
        return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = System.Buffers.Text.Base64Url.EncodeToString(point.X), ["y"] = System.Buffers.Text.Base64Url.EncodeToString(point.Y) };
    }

    private static byte[] JsonOf(JsonObject json) => Jwt.StrictJson.Bytes(json);

    private static string Text(JsonObject json) => Encoding.UTF8.GetString(JsonOf(json));
}
