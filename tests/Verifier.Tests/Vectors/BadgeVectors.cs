using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Jwt;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Open badges as VC-JWT.</summary>
internal static class BadgeVectors
{
    private static readonly Lazy<byte[]> GoodBytes = new(() => Signed(Sample.Content(TestKeys.BodyA)));

    private static readonly TokenDefects Defects = new("jwt", () => GoodBytes.Value,
        (key, change) => Signed(change(Sample.Content(key)), key));

    public static readonly TokenVector[] All =
    [
        Defects.Good("es256", "ES256.", () => GoodBytes.Value),
        Defects.Good("fewest-claims", "Without what may be absent: last day, English name, level.", () => Signed(GoodVectors.Fewest())),
        Defects.Good("special-characters", "Quotation marks, combining Thai marks, and a character outside the basic plane.", () => Signed(GoodVectors.Special())),
        Defects.Good("test", "Marked as a test, and the trust list allows tests.", () => Signed(Sample.Content(TestKeys.BodyA) with { Test = true }), "trust-allows-tests.json"),
        .. Defects.Common(),
        Defects.Refused("structure/kid-without-issuer", Codes.StructureJwtHeader, "A key id that is not under the issuer's address.", () => Defects.Header(h => h["kid"] = TestKeys.BodyA.Id)),
        Defects.Refused("structure/other-issuer-id", Codes.StructureJwtClaims, "iss and issuer.id differ.", () => Defects.Payload(p => p["issuer"]!["id"] = "https://issuer.example/body-c")),
        Defects.Refused("structure/other-subject", Codes.StructureJwtClaims, "sub and credentialSubject.id differ.", () => Defects.Payload(p => p["sub"] = "urn:uuid:00000000-0000-0000-0000-000000000001")),
        Defects.Refused("structure/other-status", Codes.StructureJwtClaims, "credentialStatus and status differ.", () => Defects.Payload(p => p["credentialStatus"]![0]!["statusListIndex"] = "1")),
        Defects.Refused("structure/other-alignment", Codes.StructureJwtClaims, "Aligned to another unit than it is about.", () => Defects.Payload(p => p["credentialSubject"]!["achievement"]!["alignment"]![0]!["targetCode"] = "ICT-ZZZZ-999Z")),
        Defects.Refused("structure/vc-claim", Codes.StructureJwtClaims, "The vc claim of the first data model.", () => Defects.Payload(p => p["vc"] = new System.Text.Json.Nodes.JsonObject())),
        Defects.Refused("structure/value-level", Codes.StructureValue, "A level that does not exist.", () => Defects.Payload(p => p["credentialSubject"]!["result"]![1]!["value"] = "100")),
        Defects.Refused("structure/value-number-of-another", Codes.StructureValue, "Another credential's number.", () => Defects.Payload(p => p["credentialSubject"]!["licenseNumber"] = CredentialNumber.For(Guid.Empty))),
    ];

    private static byte[] Signed(CredentialContent content, TestKey? key = null) =>
        OpenBadge.Sign(content, (key ?? TestKeys.BodyA).Issuer(), Sample.Issuer, Sample.SignedAt);
}
