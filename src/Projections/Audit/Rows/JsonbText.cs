using System.Buffers;

namespace CredentialLedger.Projections.Audit.Rows;

/// <summary>The one spelling that PostgreSQL has for a jsonb: one space after a colon or a comma and none elsewhere, and of a character's spellings the shortest.</summary>
public static class JsonbText
{
    /// <summary>Whether the text has no white space and no escape that PostgreSQL would not write. That it is JSON at all is asked elsewhere.</summary>
    public static bool IsSpelledByPostgres(ReadOnlySpan<byte> text)
    {
        var inside = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (inside)
            {
                var plain = text[i..].IndexOfAny(Ends);
                if (plain < 0) return false;
                i += plain;
                if (text[i] == '"') inside = false;
                else if (text[i] != '\\' || Escape(text[i..]) is var length && length == 0) return false;
                else i += length - 1;
            }
            else if (text[i] == '"') inside = true;
            else if (text[i] is (byte)':' or (byte)',')
            {
                if (++i >= text.Length || text[i] != ' ' || (i + 1 < text.Length && text[i + 1] == ' ')) return false;
            }
            else if (text[i] <= ' ') return false;
        }
        return !inside;
    }

    // What does not stand for itself within a string.
    private static readonly SearchValues<byte> Ends = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    // escape_json of PostgreSQL: named where there is a name, else \u00xx in lower case for what is below a space.
    private static int Escape(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2) return 0;
        if ("\"\\bfnrt"u8.Contains(text[1])) return 2;
        return text.Length >= 6 && text[1] == 'u' && text[2] == '0' && text[3] == '0' && text[4] is (byte)'0' or (byte)'1' && "0123456789abcdef"u8.Contains(text[5])
            && !(text[4] == '0' && "89acd"u8.Contains(text[5])) ? 6 : 0;
    }
}
