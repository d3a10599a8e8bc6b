using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Documents that are valid.</summary>
internal static class GoodVectors
{
    public static readonly CredentialVector[] All =
    [
        Good("ecdsa", "ECDSA on P-256, a certificate directly under the root.", () => CredentialVector.Good),
        Good("rsa", "RSA of 3072 bits, with an intermediate certificate.", () => Signed(TestKeys.BodyB, Sample.Content(TestKeys.BodyB, "BODY-B"))),
        Good("fewest-elements", "Without the elements that may be absent: last day, English name, level.", () => Signed(TestKeys.BodyA, Fewest())),
        Good("special-characters", "Characters that XML escapes, combining Thai marks, and one outside the basic plane.", () => Signed(TestKeys.BodyA, Special())),
        Good("unsigned-properties-empty", "An empty UnsignedProperties outside the signature.", () => WithUnsigned()),
        Good("log-proof", "With its log proof, cosigned by two of three witnesses.", () => LogScene.Of(CredentialVector.Good).Document()),
        Good("test-document", "Marked as a test, and the trust list allows tests.", () => Signed(TestKeys.BodyA, Sample.Content(TestKeys.BodyA) with { Test = true })) with { Trust = "trust-allows-tests.json" },
    ];

    public static byte[] Signed(TestKey key, CredentialContent content, DateTimeOffset? signedAt = null) =>
        CredentialDocument.Sign(content, key.Issuer(), signedAt ?? Sample.SignedAt);

    private static CredentialVector Good(string name, string why, Func<byte[]> make) =>
        new($"good/{name}.xml", Overall.Valid, Codes.StatusGood, why, Xmlsec.Accepts, make);

    public static CredentialContent Fewest()
    {
        var content = Sample.Content(TestKeys.BodyA);
        return content with
        {
            ValidUntil = null,
            Holder = content.Holder with { NameEn = null },
            Achievement = content.Achievement with { Level = null },
        };
    }

    public static CredentialContent Special()
    {
        var content = Sample.Content(TestKeys.BodyA);
        return content with
        {
            Holder = content.Holder with { NameTh = "น้ำผึ้ง ปิ่นเกล้า", NameEn = "A < B > C & \"D\" 'E' ]]> 𝄞" },
            Achievement = content.Achievement with { TitleEn = "C# & <XML> &amp;" },
        };
    }

    private static byte[] WithUnsigned()
    {
        var forge = CredentialVector.Forge();
        forge.Find("QualifyingProperties").Add(XmlNames.Xades, "xades:UnsignedProperties");
        return forge.Bytes();
    }
}
