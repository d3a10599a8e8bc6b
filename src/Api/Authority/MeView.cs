using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>Who signed in, and what they may do today and why.</summary>
public sealed record MeView(Guid Person, IReadOnlyList<Actor> Entitlements)
{
    /// <summary>Show the caller to themself.</summary>
    [WolverineGet("/api/me"), SignedIn]
    public static async Task<IResult> Get(SignedIn signedIn, AuthorityCache authority, TimeProvider clock, CancellationToken token)
    {
        var (principal, stranger) = signedIn.Who();
        if (principal is not { Id: var id }) return stranger!;
        var entitlements = await authority.Current(token);
        return Results.Ok(new MeView(id, [.. Duties.All.SelectMany(duty => entitlements.Of(id, duty, clock.ThaiToday()))]));
    }
}
