using System.Text.RegularExpressions;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Changes of a document's bytes, by chance: what a damaged disk, another tool or an attacker makes of it. A document is handled as Latin-1, one character a byte.</summary>
internal sealed partial class XmlMutations(IReadOnlyList<string> corpus, Random chance)
{
    private static readonly string[] Inserted =
    [
        " ", "\n", "\t", "\r\n", "\0", "\u00ff", "\u00ef\u00bb\u00bf", "\u00c0\u00bc", "<", ">", "&", "\"", "'", "]]>", "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#xD;", "&#13;", "&#x41;", "&#0;", "&a;",
        "<!---->", "<!--x-->", "<?x y?>", "<![CDATA[x]]>", "<![CDATA[]]>", "<!DOCTYPE a [<!ENTITY a \"b\">]>", "<?xml version=\"1.0\"?>", "<a/>", "<a></a>", "<x:a xmlns:x=\"urn:x\"></x:a>",
        " xmlns=\"\"", " xmlns:x=\"urn:x\"", " xmlns=\"urn:credentialledger:credential:1\"", " xmlns=\"http://www.w3.org/2000/09/xmldsig#\"", " xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\"",
        " xmlns:xades=\"urn:x\"", " xml:space=\"preserve\"", " xml:id=\"credential\"", " id=\"credential\"", " Id=\"credential\"", " Id=\"signed-properties\"", " xml:lang=\"th\"", "/", "=", "A", "0",
        "<xades:UnsignedProperties></xades:UnsignedProperties>", "<xades:UnsignedProperties/>", "<ValidUntil>2099-01-01</ValidUntil>", "<Level>1</Level>",
    ];

    // One spelling of something for another, all over the document or once.
    private static readonly (string From, string To)[] Respelled =
    [
        ("xades", "x"), ("xades:", "x:"), ("xmlns:xades", "xmlns:x"), ("xades:", ""), ("\"", "'"), ("></Transform>", "/>"), ("></DigestMethod>", "/>"), ("#credential", ""), ("#credential", "#xpointer(/)"),
        ("#signed-properties", "#credential"), ("urn:credentialledger:credential:1", "urn:credentialledger:credential:2"), ("sha256", "sha1"), ("sha256", "sha512"), ("ecdsa-sha256", "rsa-sha256"), ("ecdsa-sha256", "hmac-sha256"),
        ("xml-exc-c14n#", "xml-exc-c14n#WithComments"), ("http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"), ("v1.3.2#", "v1.4.1#"), ("\"false\"", "\"true\""), ("Id=", "ID="),
        ("2026", "2027"), ("BODY-A", "BODY-B"), ("=<", "<"), ("==<", "<"), ("+", "-"), ("&amp;", "&#38;"), ("&gt;", ">"), ("><", ">\n<"), ("</", " </"), ("<Credential ", "<c:Credential xmlns:c=\"urn:credentialledger:credential:1\" "),
    ];

    /// <summary>A document of the corpus with one to three changes.</summary>
    public string Next()
    {
        var text = Any(corpus);
        for (var changes = Math.Min(chance.Next(1, 4), chance.Next(1, 4)); changes > 0; changes--) text = Changed(text);
        return text;
    }

    public string Changed(string text) => text.Length == 0 ? text : chance.Next(14) switch
    {
        0 => Put(text, At(text), 1, ((char)(text[chance.Next(text.Length)] ^ (1 << chance.Next(8)))).ToString()),
        1 => Put(text, At(text), 1, ((char)chance.Next(256)).ToString()),
        2 or 3 => text.Insert(At(text), Any(Inserted)),
        4 => Cut(text),
        5 => Put(text, At(text), 0, Run(text)),
        6 or 7 => Pieces(text),
        8 or 9 => Respell(text),
        10 => Token().Replace(text, Alike, 1, At(text)),
        11 => Attributes().Replace(text, "$1$3$2$4", 1, At(text)),
        12 => Whole(text),
        _ => Token().Replace(text, Transplant(), 1, At(text)),
    };

    // Tags, texts and elements are moved about, also from one document to another.
    private string Pieces(string text)
    {
        var pieces = Piece().Matches(text).Select(m => m.Value).ToList();
        int from = chance.Next(pieces.Count), to = chance.Next(pieces.Count), length = chance.Next(1, 1 + Math.Min(12, pieces.Count - from));
        var moved = pieces.GetRange(from, length);
        switch (chance.Next(5))
        {
            case 0: pieces.RemoveRange(from, length); break;
            case 1: pieces.InsertRange(to, moved); break;
            case 2: (pieces[from], pieces[to]) = (pieces[to], pieces[from]); break;
            case 3: pieces.InsertRange(from, moved); break;
            default:
                var others = Piece().Matches(Any(corpus)).Select(m => m.Value).ToList();
                pieces[from] = Any(others);
                break;
        }

        return string.Concat(pieces);
    }

    private string Respell(string text)
    {
        var (from, to) = Any(Respelled);
        var at = text.IndexOf(from, At(text), StringComparison.Ordinal);
        return chance.Next(2) == 0 || at < 0 ? text.Replace(from, to, StringComparison.Ordinal) : Put(text, at, from.Length, to);
    }

    // Wrapped, nested, cut short, doubled; a signature elsewhere.
    private string Whole(string text)
    {
        var signature = SignatureElement().Match(text).Value;
        return chance.Next(9) switch
        {
            0 => text[..At(text)],
            1 => text + text,
            2 => $"<Envelope>{text}</Envelope>",
            3 => $"<Credential xmlns=\"urn:credentialledger:credential:1\" Id=\"credential\" Test=\"false\" Version=\"1\">{text}</Credential>",
            4 => signature.Length == 0 ? text : text.Replace(signature, signature + signature, StringComparison.Ordinal),
            5 => text.Replace("<Object>", $"<Object>{text}", StringComparison.Ordinal),
            6 => signature.Length == 0 ? text : text.Replace(signature, SignatureElement().Match(Any(corpus)).Value, StringComparison.Ordinal),
            7 => text.Replace("<Holder>", signature + "<Holder>", StringComparison.Ordinal),
            _ => "\u00ef\u00bb\u00bf" + text,
        };
    }

    // A value of the same kind: what passes a check of its form.
    private string Alike(Match token) => string.Concat(token.Value.Select(c => chance.Next(4) > 0 ? c
        : char.IsAsciiDigit(c) ? (char)('0' + chance.Next(10)) : char.IsAsciiLetterUpper(c) ? (char)('A' + chance.Next(26)) : char.IsAsciiLetterLower(c) ? (char)('a' + chance.Next(26)) : c));

    private string Transplant()
    {
        var tokens = Token().Matches(Any(corpus));
        return tokens[chance.Next(tokens.Count)].Value.Replace("$", "$$", StringComparison.Ordinal);
    }

    private string Cut(string text)
    {
        var at = At(text);
        return text.Remove(at, Math.Min(chance.Next(1, 40), text.Length - at));
    }

    private string Run(string text)
    {
        var at = At(text);
        return text.Substring(at, Math.Min(chance.Next(1, 400), text.Length - at));
    }

    private static string Put(string text, int at, int length, string put) => text.Remove(at, length).Insert(at, put);

    private int At(string text) => chance.Next(text.Length);

    private T Any<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    [GeneratedRegex("<[^>]*>?|[^<]+")]
    private static partial Regex Piece();

    [GeneratedRegex("(?<=>)[^<>]+(?=<)")]
    private static partial Regex Token();

    [GeneratedRegex("(<[^<> ]+)( [^<> =]+=\"[^\"<>]*\")( [^<> =]+=\"[^\"<>]*\")(>| )")]
    private static partial Regex Attributes();

    [GeneratedRegex("<Signature .*</Signature>", RegexOptions.Singleline)]
    private static partial Regex SignatureElement();
}
