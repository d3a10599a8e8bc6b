using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CredentialLedger.Verifier;

namespace CredentialLedger.Api.Privacy;

/// <summary>An export as one page to read and print, Thai beside English: no script, nothing from elsewhere.</summary>
public static class ExportPage
{
    /// <summary>What a browser may do with the page: nothing but its own style.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Style = """
        body{font:16px/1.5 "Sarabun","Noto Sans Thai",sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.1rem;margin:1.5rem 0 .25rem;border-top:1px solid #999;padding-top:.75rem}
        p{margin:.1rem 0}dl{display:grid;grid-template-columns:minmax(9rem,1fr) 2fr;gap:.1rem 1rem;margin:.25rem 0}dt{color:#444}dd{margin:0;overflow-wrap:anywhere}small{color:#444}section{break-inside:avoid}
        """;

    private static readonly ResourceManager Texts = new("CredentialLedger.Api.Privacy.Export", typeof(ExportPage).Assembly);
    private static readonly CultureInfo Thai = CultureInfo.GetCultureInfo("th");
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page, in UTF-8.</summary>
    public static byte[] Of(PersonExport export)
    {
        var page = new StringBuilder($"<!doctype html><html lang=\"th\"><head><meta charset=\"utf-8\"><title>{InThai("title")}</title><style>{Style}</style></head><body>");
        page.Append($"<h1>{InThai("title")}<br><small>{InEnglish("title")}</small></h1><dl>");
        Line(page, "person", Html.Encode(export.Person.ToString()));
        Line(page, "export", Html.Encode(export.Export.ToString()));
        Line(page, "made", When(export.MadeAt));
        Line(page, "by", Html.Encode($"{export.MadeBy.Organisation}, {export.MadeBy.Duty}"));
        page.Append("</dl>");
        foreach (var entry in export.Entries) Append(page, entry);
        foreach (var document in export.Documents)
        {
            page.Append($"<section><h2>{Both("document")}</h2><p>{Html.Encode(document.Number)}</p>");
            page.Append($"<p><a download=\"{document.Credential}.xml\" href=\"data:{document.MediaType};base64,{Convert.ToBase64String(document.Content)}\">{Both("download")}</a></p></section>");
        }
        return Encoding.UTF8.GetBytes(page.Append("</body></html>").ToString());
    }

    private static void Append(StringBuilder page, PersonExport.Entry entry)
    {
        page.Append($"<section><h2>{Both($"event.{entry.Type}")}</h2><p><small>{When(entry.Recorded)}</small></p>");
        page.Append($"<p><small>{Html.Encode($"#{entry.Sequence} · {entry.By.Organisation} · {entry.By.Duty}")}</small></p>{Value(entry.Data)}</section>");
    }

    private static string Value(JsonNode? node) => node switch
    {
        JsonObject members => $"<dl>{string.Concat(members.Where(m => m.Value is not null).Select(m => $"<dt>{Both($"property.{m.Key}")}</dt><dd>{Value(m.Value)}</dd>"))}</dl>",
        JsonArray items => string.Join(items.Any(i => i is JsonObject) ? "" : ", ", items.Select(Value)),
        null => "",
        _ => DateOnly.TryParseExact(node.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Html.Encode($"{PeopleDates.Thai(day)} ({PeopleDates.English(day)})") : Html.Encode(node.ToString()),
    };

    private static void Line(StringBuilder page, string label, string value) => page.Append($"<dt>{Both(label)}</dt><dd>{value}</dd>");

    private static string When(DateTimeOffset moment) => Html.Encode($"{PeopleDates.Thai(moment)} ({PeopleDates.English(moment)})");

    private static string Both(string key) => $"{InThai(key)} <small>{InEnglish(key)}</small>";

    // What has no label yet is shown by its stored name: nothing is left out.
    private static string InThai(string key) => Html.Encode(Texts.GetString(key, Thai) ?? key[(key.IndexOf('.') + 1)..]);

    private static string InEnglish(string key) => Html.Encode(Texts.GetString(key, CultureInfo.InvariantCulture) ?? key[(key.IndexOf('.') + 1)..]);
}
