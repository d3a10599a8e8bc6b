namespace CredentialLedger.Api.Hosting.Web;

/// <summary>
/// The headers that every answer carries, however early it was given. A page that needs another Content-Security-Policy sets its own.
/// Sources: CSP Level 3, RFC 6797, and the HTML and Fetch standards.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next, WebSettings settings, IHostEnvironment environment)
{
    private const string Year = "max-age=31536000; includeSubDomains";

    private const string Permissions = "accelerometer=(), autoplay=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), usb=(), publickey-credentials-get=(self)";

    private readonly string policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + $"form-action {string.Join(' ', ["'self'", .. settings.FormTargets])}; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Have the headers set when the answer begins.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // The camera reads QR codes, on the one page that has a button for it.
        headers["Permissions-Policy"] = $"camera=({(context.Request.Path == "/verify" ? "self" : "")}), {Permissions}";
        // What is said of persons is kept by no cache; what may be kept says so itself.
        if (headers.CacheControl.Count == 0 && context.Request.Path.StartsWithSegments("/api")) headers.CacheControl = "no-store";
        if (context.Request.IsHttps && !environment.IsDevelopment()) headers.StrictTransportSecurity = Year;
    }
}
