namespace CredentialLedger.Api.Portal;

/// <summary>Takes the choice of a language from <c>?lang=</c> on any page, remembers it, and shows that page again without it.</summary>
public sealed class LanguageChoice(RequestDelegate next)
{
    /// <summary>Let the request through, or answer a choice.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/api") || request.Query[Language.Parameter].ToString() is not ("th" or "en")) return next(context);
        context.Response.Cookies.Append(Language.Cookie, request.Query[Language.Parameter]!, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Secure = request.IsHttps,
        });
        var rest = QueryString.Create(request.Query.Where(q => q.Key != Language.Parameter));
        // A path that begins with two slashes would be another site's.
        context.Response.Redirect($"/{request.Path.ToUriComponent().TrimStart('/')}{rest}");
        return Task.CompletedTask;
    }
}
