using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;

namespace CredentialLedger.Api.Portal.Shell;

/// <summary>What a person reads who was refused: why, and what could be done. Whoever has not signed in is led there instead.</summary>
public sealed partial class RefusalPage(IHttpContextAccessor http)
{
    /// <summary>The refusal.</summary>
    [Parameter, EditorRequired] public required RefusedRequest Refused { get; set; }

    private string Path => http.HttpContext!.Request.Path.ToUriComponent();

    private string Heading => Refused.Status switch
    {
        401 => "shell.unknown",
        403 => "shell.forbidden",
        404 => "shell.missing",
        >= 500 => "shell.broken",
        _ => "shell.refused",
    };

    /// <summary>Whether the request is a person's, who reads pages, and not a program's.</summary>
    public static bool IsFor(HttpRequest request) => !request.Path.StartsWithSegments("/api")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Answer the refusal as a page.</summary>
    public static async Task Answer(HttpContext context, RefusedRequest refused)
    {
        context.Response.Headers.Remove(HeaderNames.WWWAuthenticate);
        if (refused.Code == SignIn.SignedIn.Missing.Code && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString($"{context.Request.Path}{context.Request.QueryString}")}");
            return;
        }
        var pages = context.RequestServices.GetRequiredService<Pages>();
        await (await pages.Show<RefusalPage>(new() { [nameof(Refused)] = refused }, refused.Status)).ExecuteAsync(context);
    }
}
