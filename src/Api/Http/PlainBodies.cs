namespace CredentialLedger.Api.Http;

/// <summary>Refuses a body in a coding, such as gzip, since nothing here reads one: a document would be called invalid for it.</summary>
public sealed class PlainBodies(RequestDelegate next)
{
    private const string None = "identity";

    /// <summary>Let the request through, or answer why not.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.GetCommaSeparatedValues("Content-Encoding").All(coding => coding.Equals(None, StringComparison.OrdinalIgnoreCase))) return next(context);
        context.Response.Headers.AcceptEncoding = None; // what is read instead (RFC 9110 section 12.5.3)
        return Problem.Of(StatusCodes.Status415UnsupportedMediaType, "request.encoded").ExecuteAsync(context);
    }
}
