using CredentialLedger.Domain.Governance;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Portal;

/// <summary>The language that a reader of the portal chose: Thai unless they ask for English. All words of a page come through it.</summary>
public sealed class Language(IHttpContextAccessor http)
{
    /// <summary>The cookie that remembers the choice, and the query parameter that makes it.</summary>
    public const string Cookie = "ledger-language", Parameter = "lang";

    /// <summary>Whether it is English.</summary>
    public bool English { get; } = http.HttpContext?.Request.Cookies[Cookie] == "en";

    /// <summary>The language's code, as HTML names it (BCP 47).</summary>
    public string Code => English ? "en" : "th";

    /// <summary>The words of a code, in the resource file of the page's context, filled in.</summary>
    public string this[string code, params object[] about] => Words.Of(code, English, about);

    /// <summary>The one of two texts that is in this language; data has both.</summary>
    public string Of(string thai, string english) => English ? english : thai;

    /// <summary>A party's name.</summary>
    public string Of(Party party) => Of(party.NameTh, party.NameEn);

    /// <summary>A day as people read it: Thai in the Buddhist era.</summary>
    public string Of(DateOnly day) => English ? PeopleDates.English(day) : PeopleDates.Thai(day);

    /// <summary>A moment as people read it, in Thai time.</summary>
    public string Of(DateTimeOffset moment) => English ? PeopleDates.English(moment) : PeopleDates.Thai(moment);
}
