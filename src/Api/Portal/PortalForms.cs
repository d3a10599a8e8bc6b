using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Antiforgery;

namespace CredentialLedger.Api.Portal;

/// <summary>Marks an endpoint that a form of the portal is sent to.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FormAttribute : Attribute;

/// <summary>
/// A form of the portal is only taken from a page of the portal, and says by hidden fields what a program says to the API by headers: the
/// command's id, so that a form sent twice is recorded once, and for which organisation its sender acts.
/// </summary>
public sealed class PortalForms(RequestDelegate next)
{
    /// <summary>The hidden fields.</summary>
    public const string Command = "command-id", For = "acting-for";

    /// <summary>Let the request through, or answer why not.</summary>
    public async Task InvokeAsync(HttpContext context, IAntiforgery antiforgery)
    {
        // A page names in its address what a form names in a field; only ever read from there on pages.
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api") && context.Request.Query[For] is [{ } organisation]) context.Request.Headers[WhoActs.ActingFor] = organisation;
        if (context.GetEndpoint()?.Metadata.GetMetadata<FormAttribute>() is not null && await Refusal(context, antiforgery) is { } refusal) await refusal.ExecuteAsync(context);
        else await next(context);
    }

    private static async Task<IResult?> Refusal(HttpContext context, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
            return Problem.Of(StatusCodes.Status400BadRequest, "identity.forged-request");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        foreach (var (field, header) in ((string, string)[])[(Command, CommandIds.Header), (For, WhoActs.ActingFor)])
        {
            if (form.TryGetValue(field, out var value)) context.Request.Headers[header] = value;
        }
        return null;
    }
}
