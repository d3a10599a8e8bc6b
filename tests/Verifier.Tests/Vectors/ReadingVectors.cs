using System.Text;
using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>What the hardened reader refuses before there is a document.</summary>
internal static class ReadingVectors
{
    public static readonly CredentialVector[] All =
    [
        Refused("structure/empty", Codes.StructureNotXml, "No bytes at all.", () => []),
        Refused("structure/too-large", Codes.StructureTooLarge, "One byte more than a mebibyte, by white space after the root.",
            () => [.. Good, .. Enumerable.Repeat((byte)' ', 1024 * 1024 + 1 - Good.Length)]),
        Refused("structure/not-utf8", Codes.StructureNotUtf8, "A name in TIS-620.", () => Replace("Somying"u8, [0xca, 0xc1, 0xcb, 0xad, 0xd4, 0xa7, 0x20])),
        Refused("structure/utf-16", Codes.StructureNotUtf8, "The whole file in UTF-16.", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)]),
        Refused("structure/truncated", Codes.StructureNotXml, "The second half is missing.", () => Good[..(Good.Length / 2)]),
        Refused("structure/two-roots", Codes.StructureNotXml, "The document twice.", () => [.. Good, .. Good]),
        Refused("structure/not-xml", Codes.StructureNotXml, "JSON.", () => [.. "{\"credential\":true}"u8]),
        Refused("structure/nul-character", Codes.StructureNotXml, "U+0000 in a name.", () => Replace("Somying"u8, "Som\0ing"u8)),
        Refused("structure/dtd", Codes.StructureDtd, "An internal subset that declares another attribute as id.",
            () => Before("<!DOCTYPE Credential [<!ATTLIST Holder Name ID #IMPLIED>]>")),
        Refused("structure/xml-bomb", Codes.StructureDtd, "Entities that grow a billionfold.", () => Before(Bomb())),
        Refused("structure/external-entity", Codes.StructureDtd, "An entity that reads a local file.",
            () => Before("<!DOCTYPE Credential [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")),
        Refused("structure/comment-in-name", Codes.StructureComment, "A comment that cuts a name in two for tools that read only the first text node; the signature still fits.",
            () => In("<NameEn>Somying", "<NameEn>Som<!-- -->ying"), Xmlsec.Accepts),
        Refused("structure/comment-after-root", Codes.StructureComment, "A comment after the root.", () => [.. Good, .. "<!-- -->"u8], Xmlsec.Accepts),
        Refused("structure/processing-instruction", Codes.StructureProcessingInstruction, "A style sheet that could show other words than were signed.",
            () => Before("<?xml-stylesheet href=\"http://attacker.example/style.xsl\" type=\"text/xsl\"?>"), Xmlsec.Accepts),
        Refused("structure/cdata", Codes.StructureCData, "A name as CDATA; the signature still fits.",
            () => In("<NameEn>Somying Tuayang</NameEn>", "<NameEn><![CDATA[Somying Tuayang]]></NameEn>"), Xmlsec.Accepts),
        Refused("structure/too-deep", Codes.StructureTooDeep, "Elements nested thousands deep.",
            () => In("<Log>", string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000)) + "<Log>")),
        Refused("structure/too-many-attributes", Codes.StructureTooManyAttributes, "Hundreds of attributes on one element.",
            () => In("<Log>", $"<Log {string.Concat(Enumerable.Range(0, 500).Select(i => $"a{i}=\"\" "))}>")),
        Refused("structure/too-many-nodes", Codes.StructureTooManyNodes, "Thousands of elements side by side.",
            () => In("<Log>", string.Concat(Enumerable.Repeat("<a></a>", 5000)) + "<Log>")),
    ];

    public static string Text => Encoding.UTF8.GetString(Good);

    /// <summary>The good document with one piece of its text replaced; the piece must be there.</summary>
    public static byte[] In(string old, string with)
    {
        Text.ShouldContain(old);
        return Encoding.UTF8.GetBytes(Text.Replace(old, with, StringComparison.Ordinal));
    }

    private static byte[] Replace(ReadOnlySpan<byte> old, ReadOnlySpan<byte> with)
    {
        var at = Good.AsSpan().IndexOf(old);
        return [.. Good[..at], .. with, .. Good[(at + old.Length)..]];
    }

    private static byte[] Before(string prolog) => [.. Encoding.UTF8.GetBytes(prolog), .. Good];

    private static string Bomb() => "<!DOCTYPE Credential [<!ENTITY a0 \"ha\">"
        + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">")) + "]>";
}
