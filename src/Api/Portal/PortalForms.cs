using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Primitives;

namespace CredentialLedger.Api.Portal;

/// <summary>Marks everything that is served to people, who read pages.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageAttribute : Attribute;

/// <summary>Marks an endpoint that a form of the portal is sent to.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FormAttribute : Attribute;

/// <summary>
/// A form of the portal says by hidden fields what a program says to the API by headers: the command's id, so that a form sent twice is
/// recorded once, and for which organisation its sender acts. The gate then decides as it does at the API.
/// </summary>
public sealed class PortalForms(RequestDelegate next)
{
    /// <summary>The hidden fields; a page names the organisation in its address.</summary>
    public const string Command = "command-id", For = "acting-for";

    /// <summary>Let the request through, with the headers.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsForm(context) && request.HasFormContentType)
        {
            var form = await request.ReadForm(null, context.RequestAborted);
            Say(request, CommandIds.Header, form[Command]);
            Say(request, WhoActs.ActingFor, form[For]);
        }
        else if (HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api"))
        {
            Say(request, WhoActs.ActingFor, request.Query[For]);
        }
        await next(context);
    }

    /// <summary>A form is only taken from a page of this portal, for the same visitor; asked after the gate, as an endpoint filter.</summary>
    public static async ValueTask<object?> FromThisSite(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return !IsForm(http) || http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Problem.Of(StatusCodes.Status400BadRequest, "identity.forged-request");
    }

    private static bool IsForm(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<FormAttribute>() is not null;

    private static void Say(HttpRequest request, string header, StringValues value)
    {
        if (value is [{ Length: > 0 } text]) request.Headers[header] = text;
    }
}
