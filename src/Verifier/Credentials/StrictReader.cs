using System.Text;

namespace CredentialLedger.Verifier.Credentials;

/// <summary>
/// Reads canonical XML forward, once, byte by byte: what is fixed is compared, what is free is a text. It knows no tags, names or namespaces, for
/// the form has one spelling. After the first difference nothing fits any more and every text is empty.
/// </summary>
internal ref struct StrictReader(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> bytes = utf8;

    /// <summary>The first byte that is not read yet.</summary>
    public int At { get; private set; }

    /// <summary>What is not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => bytes[At..];

    /// <summary>Whether something was not as expected.</summary>
    public bool Differs { get; private set; }

    /// <summary>Whether all was as expected and nothing is left.</summary>
    public readonly bool IsWhole => !Differs && At == bytes.Length;

    public readonly bool IsAt(ReadOnlySpan<byte> expected) => Rest.StartsWith(expected);

    public bool TrySkip(ReadOnlySpan<byte> expected)
    {
        if (!IsAt(expected)) return false;
        At += expected.Length;
        return true;
    }

    /// <summary>Reads on behind the bytes that must come now; answers where that is.</summary>
    public int Skip(ReadOnlySpan<byte> expected)
    {
        if (!TrySkip(expected)) Differ();
        return At;
    }

    /// <summary>The text of an element that has nothing else: <c>&lt;name>text&lt;/name></c>, without declarations or attributes.</summary>
    public string Element(ReadOnlySpan<byte> name)
    {
        Begin(name);
        var text = Text();
        End(name);
        return text;
    }

    /// <summary>The same as bytes, for a text that says what it says without escapes; one with escapes comes as it stands.</summary>
    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> name)
    {
        Begin(name);
        var raw = UpTo((byte)'<');
        if (raw.IndexOfAny("&>\r"u8) >= 0) Meant(Encoding.UTF8.GetString(raw));
        End(name);
        return Differs ? [] : raw;
    }

    public void Begin(ReadOnlySpan<byte> name)
    {
        var rest = Rest;
        if (rest is [(byte)'<', .. var tag] && tag.StartsWith(name) && tag.Length > name.Length && tag[name.Length] == '>') At += name.Length + 2;
        else Differ();
    }

    public void End(ReadOnlySpan<byte> name)
    {
        var rest = Rest;
        if (rest is [(byte)'<', (byte)'/', .. var tag] && tag.StartsWith(name) && tag.Length > name.Length && tag[name.Length] == '>') At += name.Length + 3;
        else Differ();
    }

    /// <summary>The value of an attribute up to its quotation mark, as it stands; the values that we know need no escape.</summary>
    public string Attribute() => Encoding.UTF8.GetString(UpTo((byte)'"'));

    private string Text()
    {
        var raw = UpTo((byte)'<');
        var text = Encoding.UTF8.GetString(raw);
        return raw.IndexOfAny("&>\r"u8) < 0 ? text : Meant(text);
    }

    private string Meant(string text)
    {
        var meant = Unescaped(text);
        if (Escaped(meant) == text) return meant;
        Differ();
        return "";
    }

    // Canonical XML 1.0 section 2.3: these four stand for themselves nowhere in a text, and nothing else is escaped.
    public static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\r", "&#xD;", StringComparison.Ordinal);

    private static string Unescaped(string text) => text.Replace("&#xD;", "\r", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>What stands before the next byte of this value.</summary>
    public ReadOnlySpan<byte> UpTo(byte end)
    {
        var rest = Rest;
        var length = rest.IndexOf(end);
        if (length < 0)
        {
            Differ();
            return [];
        }

        At += length;
        return rest[..length];
    }

    private void Differ() => (Differs, At) = (true, bytes.Length);
}
