using System.Text.Json.Nodes;
using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>SD-JWT VCs. The disclosures of the good one are, in order, the Thai name, the English name and the hash of the national id.</summary>
internal static class SdJwtVectors
{
    private const string Salt = "AAECAwQFBgcICQoLDA0ODw";

    private static readonly Lazy<byte[]> GoodBytes = new(() => Signed(Sample.Content(TestKeys.BodyA)));

    private static readonly TokenDefects Defects = new("sd-jwt", () => GoodBytes.Value,
        (key, change) => Signed(change(Sample.Content(key)), key));

    public static readonly TokenVector[] All =
    [
        Defects.Good("es256", "ES256, everything disclosed.", () => GoodBytes.Value),
        Defects.Good("name-only", "Only the Thai name is disclosed.", () => Shown(d => d.RemoveRange(1, 2))),
        Defects.Good("nothing-disclosed", "Every personal claim is withheld.", () => Shown(d => d.RemoveRange(0, 3))),
        Defects.Good("other-order", "The disclosures in another order.", () => Shown(d => d.Reverse(0, 3))),
        Defects.Good("fewest-claims", "Without what may be absent: last day, English name, level; a decoy stands for the name.", () => Signed(GoodVectors.Fewest())),
        Defects.Good("special-characters", "Quotation marks, combining Thai marks, and a character outside the basic plane.", () => Signed(GoodVectors.Special())),
        Defects.Good("test", "Marked as a test, and the trust list allows tests.", () => Signed(Sample.Content(TestKeys.BodyA) with { Test = true }), "trust-allows-tests.json"),
        // The library reads the status list as well.
        .. Defects.Common().Select(v => v.Code is Codes.StatusRevoked or Codes.StatusSuspended ? v with { Oracle = Oracle.Refuses } : v),
        Defects.Refused("structure/disclosure-twice", Codes.StructureDisclosureTwice, "The same disclosure twice.", () => Shown(d => d.Insert(0, d[0])), Oracle.Refuses),
        Defects.Refused("structure/disclosure-two-names", Codes.StructureDisclosureTwice, "Two Thai names, both signed.", TwoNames),
        Defects.Refused("structure/disclosure-unknown", Codes.StructureDisclosureUnknown, "A field that the format does not have.", () => Shown(d => d[0] = Made("\"birthdate\",\"1990-01-01\""))),
        Defects.Refused("structure/disclosure-of-a-claim", Codes.StructureDisclosureUnknown, "A disclosure of a claim that is never withheld.", () => Shown(d => d[0] = Made("\"vct\",\"urn:other\""))),
        Defects.Refused("structure/disclosure-reserved", Codes.StructureDisclosureUnknown, "A disclosure of digests.", () => Shown(d => d[0] = Made("\"_sd\",[]"))),
        Defects.Refused("structure/disclosure-of-an-element", Codes.StructureDisclosure, "A disclosure of an array's element.", () => Shown(d => d[0] = Made("\"สมหญิง\""))),
        Defects.Refused("structure/disclosure-object", Codes.StructureDisclosure, "An object instead of an array.", () => Shown(d => d[0] = TokenForge.Disclose("{}"))),
        Defects.Refused("structure/disclosure-short-salt", Codes.StructureDisclosure, "A salt that can be guessed.", () => Shown(d => d[0] = TokenForge.Disclose("[\"AA\",\"name_th\",\"x\"]"))),
        Defects.Refused("structure/disclosure-not-json", Codes.StructureJwtJson, "Words.", () => Shown(d => d[0] = TokenForge.Disclose("name"))),
        Defects.Refused("structure/disclosure-empty", Codes.StructureJwtJson, "Two tildes where one belongs.", () => Shown(d => d.Insert(0, ""))),
        Defects.Refused("structure/disclosure-duplicate-name", Codes.StructureJwtDuplicateName, "A name twice inside a disclosed value.", () => Shown(d => d[2] = Made("\"national_id_hash\",{\"salt\":\"a\",\"salt\":\"b\"}"))),
        Defects.Refused("structure/disclosure-padding", Codes.StructureJwtEncoding, "Base64url with padding.", () => Shown(d => d[0] += "=")),
        Defects.Refused("structure/disclosed-value-number", Codes.StructureValue, "A number as name.", () => Shown(d => d[0] = Made("\"name_th\",1"))),
        Defects.Refused("structure/disclosed-value-half-surrogate", Codes.StructureValue, "A name that is half a character.", () => Shown(d => d[0] = Made("\"name_th\",\"\\ud800\""))),
        Defects.Refused("structure/disclosed-value-half-surrogate-deeper", Codes.StructureValue, "Half a character in the hash.", () => Shown(d => d[2] = Made("\"national_id_hash\",{\"salt\":\"\\udc00\",\"value\":\"AA==\"}"))),
        Defects.Refused("structure/disclosed-value-more", Codes.StructureJwtClaims, "A hash with a member more.", () => Shown(d => d[2] = Made($"\"national_id_hash\",{{\"salt\":\"{Convert.ToBase64String(new byte[16])}\",\"value\":\"{Convert.ToBase64String(new byte[32])}\",\"more\":1}}"))),
        Defects.Refused("structure/digest-twice", Codes.StructureDigests, "A digest twice in the payload.", () => Digests(d => d[1] = d[0]!.DeepClone())),
        Defects.Refused("structure/digests-fewer", Codes.StructureDigests, "Fewer digests than every credential has.", () => Digests(d => d.RemoveAt(2))),
        Defects.Refused("structure/digest-not-one", Codes.StructureDigests, "A word instead of a digest.", () => Digests(d => d[0] = "name")),
        Defects.Refused("structure/sd-alg", Codes.StructureJwtClaims, "Digests by another hash.", () => Defects.Payload(p => p["_sd_alg"] = "sha-512"), Oracle.NotAsserted),
        Defects.Refused("structure/key-binding", Codes.StructureKeyBinding, "A key binding JWT at the end.", () => Shown(d => d[^1] = "eyJ0eXAiOiJrYitqd3QifQ.e30.AAAA")),
        Defects.Refused("structure/without-last-tilde", Codes.StructureKeyBinding, "The last disclosure where a key binding JWT would be.", () => Shown(d => d.RemoveAt(d.Count - 1))),
        Defects.Refused("structure/other-vct", Codes.StructureJwtClaims, "A credential of another type.", () => Defects.Payload(p => p["vct"] = "https://types.example/diploma")),
        Defects.Open("structure/unknown-version", Codes.StructureUnknownVersion, "A later version of this type.", () => Defects.Payload(p => p["vct"] = "urn:credentialledger:credential:2")),
        Defects.Refused("structure/name-in-the-clear", Codes.StructureJwtClaims, "A personal claim that cannot be withheld.", () => Defects.Payload(p => p["name_th"] = "สมหญิง ตัวอย่าง")),
        Defects.Refused("structure/cnf", Codes.StructureJwtClaims, "A holder's key, which this version does not have.", () => Defects.Payload(p => p["cnf"] = new JsonObject())),
        Defects.Refused("integrity/disclosure-changed", Codes.IntegrityDisclosure, "Another name in the disclosure.", () => Shown(d => d[0] = Made("\"name_th\",\"สมชาย ตัวอย่าง\"")), Oracle.Refuses),
        Defects.Refused("integrity/disclosure-of-another", Codes.IntegrityDisclosure, "A genuine disclosure of another credential.", () => Shown(d => d[0] = new TokenForge(Signed(Sample.Content(TestKeys.BodyA))).Disclosures[0]), Oracle.Refuses),
        Defects.Refused("integrity/disclosure-added", Codes.IntegrityDisclosure, "A name for which a decoy stands.", () => new TokenForge(Signed(GoodVectors.Fewest())).Change(f => f.Disclosures.Insert(0, Made("\"name_en\",\"Somying\""))).Unsigned(), Oracle.Refuses),
    ];

    private static byte[] Signed(CredentialContent content, TestKey? key = null) =>
        SdJwtCredential.Sign(content, (key ?? TestKeys.BodyA).Issuer(), Sample.Issuer, Sample.SignedAt);

    /// <summary>The good token with other disclosures, its JWS as it is.</summary>
    private static byte[] Shown(Action<List<string>> change) => Defects.Forge().Change(f => change(f.Disclosures)).Unsigned();

    private static byte[] Digests(Action<JsonArray> change) => Defects.Payload(p => change(p["_sd"]!.AsArray()));

    private static string Made(string nameAndValue) => TokenForge.Disclose($"[\"{Salt}\",{nameAndValue}]");

    private static byte[] TwoNames()
    {
        var second = Made("\"name_th\",\"สมชาย ตัวอย่าง\"");
        return Defects.Forge().Change(f =>
        {
            var digests = f.Payload["_sd"]!.AsArray();
            digests[digests.Select(d => d!.GetValue<string>()).ToList().IndexOf(TokenForge.DigestOf(f.Disclosures[1]))] = TokenForge.DigestOf(second);
            f.Disclosures[1] = second;
        }).Sign(TestKeys.BodyA);
    }
}
