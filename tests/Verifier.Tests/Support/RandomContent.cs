using System.Text;
using CredentialLedger.Verifier.Credentials;

namespace CredentialLedger.Verifier.Tests.Support;

/// <summary>Contents with whatever a text may have in it: what XML escapes, Thai with its marks, letters of other planes, spaces of several kinds.</summary>
internal static class RandomContent
{
    private static readonly string[] Letters = ["&", "<", ">", "\"", "'", "]]>", "&amp;", "&#xD;", "<!--", " ", "\u00a0", "\u200b", "a", "é", "e\u0301", "ก", "ำ", "น้ำ", "\U0001F393", "\ue000", "ﷺ", "]", "-"];

    /// <summary>A content like this one, other in all that a format leaves free.</summary>
    public static CredentialContent Of(CredentialContent like, Random chance)
    {
        var id = new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)chance.Next(256))]);
        var from = new DateOnly(2026, 1, 1).AddDays(chance.Next(1000));
        string Free(int most) => Text(chance, most);
        return like with
        {
            Id = id,
            Number = CredentialNumber.For(id),
            ValidFrom = from,
            ValidUntil = chance.Next(3) == 0 ? null : from.AddDays(chance.Next(2000)),
            Test = chance.Next(2) == 0,
            Issuer = like.Issuer with { Code = Free(20), NameTh = Free(200), NameEn = Free(200) },
            Holder = new(Free(200), chance.Next(2) == 0 ? null : Free(200), IdentityHash.Of("1234567890121", Enumerable.Range(0, chance.Next(16, 33)).Select(_ => (byte)chance.Next(256)).ToArray())),
            Achievement = new(Free(20), Free(20), Free(20), chance.Next(2) == 0 ? null : chance.Next(1, 100), Free(200), Free(200), from.AddDays(-chance.Next(100))),
            Programme = new(Free(1000), Free(1000)),
            Status = new(new($"https://status.example/a%20b/{chance.Next()}?q=1&r='<'"), chance.NextInt64(1L << 40)),
            LogOrigin = Free(100),
        };
    }

    // No white space at its ends.
    private static string Text(Random chance, int most)
    {
        var text = new StringBuilder("x");
        while (text.Length < chance.Next(1, most - 10)) text.Append(Letters[chance.Next(Letters.Length)]);
        return text.Append('y').ToString();
    }
}
