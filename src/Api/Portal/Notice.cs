namespace CredentialLedger.Api.Portal;

/// <summary>What was just done, told once on the next page: its code travels in a cookie that the page takes away.</summary>
public static class Notice
{
    private const string Cookie = "ledger-notice";

    /// <summary>Tell it on the next page.</summary>
    public static void Leave(HttpContext http, string code) =>
        http.Response.Cookies.Append(Cookie, code, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromMinutes(1), Secure = http.Request.IsHttps });

    /// <summary>What is to be told now, if anything.</summary>
    public static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } code || !Words.Has(code)) return null;
        http.Response.Cookies.Delete(Cookie);
        return code;
    }
}
