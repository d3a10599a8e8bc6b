using System.Globalization;
using System.Resources;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using CredentialLedger.Api.Http;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>The page on which somebody becomes a persona of a development ledger by one click.</summary>
public static class PersonaPage
{
    private const string Style = "body{font:16px/1.6 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}button{display:block;width:100%;margin:.5rem 0;padding:.75rem 1rem;"
        + "font:inherit;text-align:left;cursor:pointer;border:1px solid #767676;border-radius:.4rem;background:#fff;color:#111}button:hover,button:focus-visible{background:#e8f0fe}small{color:#555}";

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
    private static readonly ResourceManager Texts = new("CredentialLedger.Api.SignIn.Embedded.PersonaPage", typeof(PersonaPage).Assembly);

    /// <summary>Serve it. The provider has judged the request before it comes here.</summary>
    public static void MapPersonaPage(this WebApplication app) =>
        app.MapMethods(EmbeddedProvider.Authorize, ["GET", "POST"], Answer).ExcludeFromDescription();

    [Open]
    private static async Task<IResult> Answer(HttpContext http, SignInSettings settings, IAntiforgery antiforgery)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The provider did not read the request.");
        var chosen = http.Request.HasFormContentType ? (await http.Request.ReadForm(null, http.RequestAborted)).TryGetValue("persona", out var name) ? name.ToString() : null : null;
        if (chosen is null) return Page(http, request, settings.Personas, antiforgery);
        if (!await antiforgery.IsRequestValidAsync(http)) return Problem.Of(StatusCodes.Status400BadRequest, "identity.forged-request");
        if (settings.Personas.FirstOrDefault(p => p.Name == chosen) is not { } persona) return Problem.Of(Persona.Unknown);
        var identity = new ClaimsIdentity("persona", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, persona.Person.ToString()).SetScopes(request.GetScopes());
        SpentCodes.Mark(identity);
        return Results.SignIn(new(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static IResult Page(HttpContext http, OpenIddictRequest request, Persona[] personas, IAntiforgery antiforgery)
    {
        // The browser follows the form's answer back to the portal, so that place is named too.
        var portal = new Uri(request.RedirectUri!).GetLeftPart(UriPartial.Authority);
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self' {portal}; base-uri 'none'; frame-ancestors 'none'";
        var forms = antiforgery.GetAndStoreTokens(http);
        var page = new StringBuilder($"<!doctype html><html lang=\"th\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Both("title", " / ")}</title><style>{Style}</style>");
        page.Append($"<main><h1>{Both("title", "<br><small lang=\"en\">")}</small></h1><p>{Both("lead", "<br><small lang=\"en\">")}</small></p><form method=\"post\" action=\"{EmbeddedProvider.Authorize}\">");
        Hidden(page, forms.FormFieldName, forms.RequestToken!);
        foreach (var (name, value) in request.GetParameters()) Hidden(page, name, (string?)value ?? "");
        foreach (var p in personas) page.Append($"<button name=\"persona\" value=\"{Safe(p.Name)}\">{Safe(p.LabelTh)}<br><small lang=\"en\">{Safe(p.LabelEn)}</small></button>");
        return Results.Content(page.Append("</form></main></html>").ToString(), "text/html; charset=utf-8");
    }

    private static void Hidden(StringBuilder page, string name, string value) => page.Append($"<input type=\"hidden\" name=\"{Safe(name)}\" value=\"{Safe(value)}\">");

    private static string Both(string code, string between) =>
        Safe(Texts.GetString(code, CultureInfo.GetCultureInfo("th"))!) + between + Safe(Texts.GetString(code, CultureInfo.InvariantCulture)!);

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
