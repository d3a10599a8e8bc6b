using CredentialLedger.Api.SignIn;

namespace CredentialLedger.Api.Http;

/// <summary>
/// Nobody gets to an endpoint without what it needs: decided from the endpoint's own statement and the ledger's appointments, before
/// the body is read. An endpoint that states nothing is closed.
/// </summary>
public sealed class Gate(RequestDelegate next)
{
    /// <summary>Let the request through, or answer why not.</summary>
    public async Task InvokeAsync(HttpContext context, SignedIn signedIn, WhoActs who)
    {
        if (await Refusal(context, signedIn, who) is { } refusal) await refusal.ExecuteAsync(context);
        else await next(context);
    }

    private static async Task<IResult?> Refusal(HttpContext context, SignedIn signedIn, WhoActs who)
    {
        // What routing itself answers (405, 415) is no endpoint of anybody's.
        if (context.GetEndpoint() is not RouteEndpoint endpoint) return null;
        if (endpoint.Metadata.GetMetadata<Need>() is not { } need) return Problem.Of(StatusCodes.Status403Forbidden, "endpoint.closed");
        if (!need.SignIn) return null;
        context.Response.Headers.CacheControl = "no-store";
        if (need.Duty is not { } duty) return signedIn.Who().Refusal;
        if (need.Own && signedIn.Who().Principal is { Id: var caller } && Guid.TryParse(context.GetRouteValue("personId") as string, out var person) && person == caller)
        {
            context.Features.Set(Reach.Own(caller));
            return null;
        }
        var (actor, refusal) = await who.Under(duty, context.RequestAborted);
        if (actor is not null) context.Features.Set(actor);
        return refusal;
    }
}
