using CredentialLedger.Verifier.Credentials;
using CredentialLedger.Verifier.Tests.Support;
using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>Properly signed by the issuer's key, with an element too many or too few, or a value in a wrong spelling.</summary>
internal static class ValueVectors
{
    public static readonly CredentialVector[] All =
    [
        Refused("structure/other-root", Codes.StructureNotACredential, "A root of another name.", () => ReadingVectors.In("Credential ", "Certificate ").Rename()),
        Refused("structure/other-namespace", Codes.StructureNotACredential, "The right name in another namespace.",
            () => ReadingVectors.In("urn:credentialledger:credential:1", "urn:attacker:credential:1")),
        Open("structure/next-version", Codes.StructureUnknownVersion, "A version of the format that is not known yet.",
            () => ReadingVectors.In("urn:credentialledger:credential:1", "urn:credentialledger:credential:2")),
        Refused("structure/unexpected-element", Codes.StructureUnexpectedElement, "An element that the format does not have.",
            () => Forge().Change(f => f.Find("Holder").Add(XmlNames.Credential, "Rank", "Doctor")).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/missing-element", Codes.StructureUnexpectedElement, "No status list is named.",
            () => Forge().Change(f => f.Root.RemoveChild(f.Find("Status"))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/notice-missing", Codes.StructureUnexpectedElement, "Nothing says that three parties cooperate.",
            () => Forge().Change(f => f.Root.RemoveChild(f.Find("Programme"))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/notice-english-missing", Codes.StructureUnexpectedElement, "The notice is in Thai alone.",
            () => Forge().Change(f => f.Find("Programme").RemoveChild(f.Find("NoticeEn"))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/notice-twice", Codes.StructureUnexpectedElement, "Two notices, perhaps of different parties.",
            () => Forge().Change(f => f.Root.InsertAfter(f.Find("Programme").CloneNode(deep: true), f.Find("Programme"))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/elements-swapped", Codes.StructureUnexpectedElement, "The last day before the first.",
            () => Forge().Change(f => f.Root.InsertBefore(f.Find("ValidUntil"), f.Find("ValidFrom"))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/unexpected-attribute", Codes.StructureUnexpectedAttribute, "An attribute that the format does not have.",
            () => Forge().Attribute("Holder", "Rank", "Doctor").Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/xml-base", Codes.StructureUnexpectedAttribute, "An xml:base that would move addresses.",
            () => Forge().Change(f => f.Root.SetAttribute("base", "http://www.w3.org/XML/1998/namespace", "http://attacker.example/")).Sign(TestKeys.BodyA)),
        Refused("structure/missing-attribute", Codes.StructureUnexpectedAttribute, "The document does not say whether it is a test.",
            () => Forge().Attribute("Credential", "Test", null).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/text-between-elements", Codes.StructureUnexpectedText, "Words between elements.",
            () => Forge().Change(f => f.Root.PrependChild(f.Root.OwnerDocument.CreateTextNode("Attacker"))).Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/pretty-printed", Codes.StructureUnexpectedText, "Indented after signing.",
            () => ReadingVectors.In("><", ">\n<"), Xmlsec.Refuses),
        Refused("structure/empty-value", Codes.StructureUnexpectedText, "A holder without a name.", () => Signed("NameEn", "", skip: 1), Xmlsec.Accepts),
        Refused("structure/notice-empty", Codes.StructureUnexpectedText, "A notice that says nothing.", () => Signed("NoticeTh", ""), Xmlsec.Accepts),
        Value("notice-too-long", "A notice of 2,001 characters.", "NoticeEn", new string('x', 2001)),
        Value("number-of-another", "The number of another credential.", "Number", CredentialNumber.For(new("11111111-2222-3333-4444-555555555555"))),
        Value("number-check-code", "A number whose check code is wrong.", "Number", "CL-0000-0000-0000-00"),
        Value("id-upper-case", "The id in capitals.", "CredentialId", Sample.Id.ToString("D").ToUpperInvariant()),
        Value("date-impossible", "30 February.", "ValidFrom", "2026-02-30"),
        Value("date-with-zone", "A date with a time zone.", "ValidFrom", "2026-11-20Z"),
        Value("period-reversed", "The last day is before the first.", "ValidUntil", "2026-11-19"),
        Value("level-zero", "Level 0.", "Level", "0"),
        Value("level-with-sign", "Level +4.", "Level", "+4"),
        Value("index-negative", "A negative place in the status list.", "Index", "-1"),
        Value("index-leading-zero", "A place with a leading zero.", "Index", "04711"),
        Value("list-not-http", "A status list in a local file.", "List", "file:///etc/passwd"),
        Value("list-not-normal", "A status list address that is not in normal form.", "List", "https://STATUS.example/body-a/1"),
        Value("salt-short", "A salt of eight bytes.", "Salt", "AAECAwQFBgc="),
        Value("hash-short", "A hash of sixteen bytes.", "Value", "AAECAwQFBgcICQoLDA0ODw=="),
        Value("key-id-short", "A key id that is no SHA-256.", "KeyId", "AAAA"),
        Value("name-with-direction-mark", "A mark in the name that turns the reading direction.", "NameEn", "gnayauT \u202egniymoS", skip: 1),
        Value("name-with-line-break", "A line break in a name.", "NameEn", "Somying\nTuayang", skip: 1),
        Value("signing-time-with-offset", "A signing time that is not in UTC.", "SigningTime", "2026-11-20T10:04:05+07:00"),
        Value("mime-type", "Another media type.", "MimeType", "text/plain"),
        Refused("structure/value-test-spelling", Codes.StructureValue, "The test mark is neither true nor false.", () => Forge().Attribute("Credential", "Test", "0").Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/value-version", Codes.StructureValue, "The version attribute contradicts the namespace.", () => Forge().Attribute("Credential", "Version", "2").Sign(TestKeys.BodyA), Xmlsec.Accepts),
        Refused("structure/value-base64-spaces", Codes.StructureValue, "White space in the signature value.",
            () => Forge().Change(f => f.Set("SignatureValue", f.Find("SignatureValue").InnerText.Insert(20, "\n"))).Bytes(), Xmlsec.Accepts),
        Refused("structure/value-base64-spare-bits", Codes.StructureValue, "The unused bits at the end of a base64 text are not zero; most tools do not look.", SpareBits, Xmlsec.Accepts),
    ];

    private static CredentialVector Value(string name, string why, string element, string text, int skip = 0) =>
        Refused("structure/value-" + name, Codes.StructureValue, why, () => Signed(element, text, skip), Xmlsec.Accepts);

    private static byte[] Signed(string element, string text, int skip = 0) => Forge().Set(element, text, skip).Sign(TestKeys.BodyA);

    private static byte[] Rename(this byte[] text) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(text).Replace("</Credential>", "</Certificate>", StringComparison.Ordinal));

    // 64 bytes end in one base64 character of two used and four unused bits, then two padding signs.
    private static byte[] SpareBits() => Forge().Change(f =>
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var value = f.Find("SignatureValue").InnerText;
        f.Set("SignatureValue", $"{value[..^3]}{Alphabet[Alphabet.IndexOf(value[^3], StringComparison.Ordinal) + 1]}==");
    }).Bytes();
}
