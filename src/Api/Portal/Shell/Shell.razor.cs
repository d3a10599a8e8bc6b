using CredentialLedger.Api.Portal.Authority;

namespace CredentialLedger.Api.Portal.Shell;

/// <summary>What every page has: where one is, who one is, the language, and the three-party notice that clause 6 asks for.</summary>
public sealed partial class Shell
{
    private string Path => Http.HttpContext!.Request.Path.Value is { Length: > 0 } path ? path : "/";

    // A page that a form was sent to cannot be asked for again: then the choice leads home.
    private string Chosen(string language)
    {
        var request = Http.HttpContext!.Request;
        if (!HttpMethods.IsGet(request.Method)) return $"/?{Language.Parameter}={language}";
        // What was asked stays asked: a share link, a number, a day.
        return request.Path.ToUriComponent() + QueryString.Create(request.Query.Where(q => q.Key != Language.Parameter)).Add(Language.Parameter, language);
    }

    private static string? Current(bool current) => current ? "true" : null;

    private string Acting() => Visitor.Entitled.Where(a => a.Duty != "own-record").DistinctBy(a => (a.Duty, a.Organisation)).ToArray() switch
    {
        [] => L["shell.no-duty"],
        [var first] => L["shell.acting", DutyWords.Of(L, first.Duty), Organisation(first.Organisation)],
        [var first, .. var more] => L["shell.acting-more", DutyWords.Of(L, first.Duty), Organisation(first.Organisation), more.Length],
    };

    private string Organisation(string code)
    {
        var (th, en) = Visitor.NameOf(code);
        return L.Of(th, en);
    }
}
