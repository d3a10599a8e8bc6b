using static CredentialLedger.Verifier.Tests.Vectors.CredentialVector;
using static CredentialLedger.Verifier.Tests.Vectors.ReadingVectors;

namespace CredentialLedger.Verifier.Tests.Vectors;

/// <summary>The same signed document in other bytes: no forgery, and still not what was issued.</summary>
internal static class RewrittenVectors
{
    public static readonly CredentialVector[] All =
    [
        Rewritten("xml-declaration", "An XML declaration.", () => [.. "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8, .. Good]),
        Rewritten("byte-order-mark", "A byte order mark.", () => [0xef, 0xbb, 0xbf, .. Good]),
        Rewritten("final-line-break", "A line break at the end.", () => [.. Good, (byte)'\n']),
        Rewritten("single-quotes", "An attribute in single quotes.", () => In("Id=\"signature\"", "Id='signature'")),
        Rewritten("empty-element-tags", "Short tags for empty elements.", () => In("></Transform>", "/>")),
        Rewritten("attribute-order", "Attributes in another order.", () => In("Id=\"credential\" Test=\"false\"", "Test=\"false\" Id=\"credential\"")),
        Rewritten("space-in-tag", "A space inside a tag.", () => In("</Holder>", "</Holder >")),
        Rewritten("character-reference", "A letter as a character reference.", () => In("Somying", "&#83;omying")),
        Rewritten("unused-namespace", "A namespace that nothing uses.", () => In("<Holder>", "<Holder xmlns:x=\"urn:x\">")),
        Rewritten("namespace-moved", "A namespace declared one element higher.", () => In("<Object>", "<Object xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\">")),
    ];

    private static CredentialVector Rewritten(string name, string why, Func<byte[]> make) =>
        Open("structure/rewritten-" + name, Codes.StructureNotCanonical, why, make, Xmlsec.Accepts);
}
