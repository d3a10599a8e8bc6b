using CredentialLedger.Api.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredentialLedger.Api.Portal;

/// <summary>Answers with a page: rendered here, and complete without any script.</summary>
public sealed class Pages(Visitor visitor, IHttpContextAccessor http)
{
    /// <summary>The page, with these parameters.</summary>
    /// <param name="parameters">What its <c>[Parameter]</c>s are.</param>
    /// <param name="status">HTTP status.</param>
    public async Task<IResult> Show<TPage>(Dictionary<string, object?>? parameters = null, int status = StatusCodes.Status200OK) where TPage : IComponent
    {
        var context = http.HttpContext!;
        // Whatever failed must not fail again while it is told.
        if (status < StatusCodes.Status500InternalServerError) await visitor.Know(context.RequestAborted);
        // Word for word what the antiforgery token of a form sets: it would warn of another value in the log.
        context.Response.Headers.CacheControl = "no-cache, no-store";
        return new RazorComponentResult<TPage>(parameters ?? []) { StatusCode = status };
    }

    /// <summary>A page over what a view of the API answers, or the refusal that the view answers.</summary>
    public async Task<IResult> Over<TView>(Task<IResult> answer, Func<TView, Task<IResult>> show) where TView : class =>
        ValueOf<TView>(await answer) is { } view ? await show(view) : await answer;

    /// <summary>What a view of the API answers; null when it refuses.</summary>
    public static TView? ValueOf<TView>(IResult answer) where TView : class => (answer as IValueHttpResult)?.Value as TView;

    /// <summary>Go on to a page after something was recorded, which says so once; or stay at the form, with the refusal beside it.</summary>
    /// <param name="recorded">What the API's own endpoint answered.</param>
    /// <param name="to">The page to go on to.</param>
    /// <param name="notice">The words that say what was done.</param>
    /// <param name="again">The page with the form.</param>
    public async Task<IResult> Done(Task<IResult> recorded, string to, string notice, Func<RefusedRequest, Task<IResult>> again)
    {
        if (await recorded is RefusedRequest refused) return await again(refused);
        Notice.Leave(http.HttpContext!, notice);
        return new SeeOther(to);
    }

    /// <summary>Go on to a page: a form was taken that recorded nothing.</summary>
    public static IResult GoTo(string page) => new SeeOther(page);

    /// <summary>303: the form was taken, read on there.</summary>
    private sealed record SeeOther(string Location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            (httpContext.Response.StatusCode, httpContext.Response.Headers.Location) = (StatusCodes.Status303SeeOther, Location);
            return Task.CompletedTask;
        }
    }
}
