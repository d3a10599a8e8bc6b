using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;
using Microsoft.AspNetCore.Authentication;

namespace CredentialLedger.Api.Imports.Cli;

/// <summary>Who imports from the command line: whoever the token is for, judged as at the API; in a development ledger also a persona by name.</summary>
public static class Importing
{
    /// <summary>The actor under that duty, or why there is none. Without a name, the only persona that has the duty; nobody is chosen among several.</summary>
    public static async Task<(Actor? By, Rejection? Refusal)> Who(IServiceProvider services, string? persona, string? tokenFile, Duty duty, CancellationToken token)
    {
        await using var scope = services.CreateAsyncScope();
        var entitlements = await services.GetRequiredService<AuthorityCache>().Current(token);
        var today = services.GetRequiredService<TimeProvider>().ThaiToday();
        if (tokenFile is not null)
        {
            var (principal, refusal) = await ByToken(scope.ServiceProvider, await File.ReadAllTextAsync(tokenFile, token));
            return principal is null ? (null, refusal) : One(entitlements.Of(principal.Id, duty, today));
        }
        var settings = services.GetRequiredService<SignInSettings>();
        if (!settings.Embedded || !services.GetRequiredService<IHostEnvironment>().IsDevelopment()) return (null, SignedIn.Missing);
        if (persona is not null && settings.Personas.All(p => p.Name != persona)) return (null, Persona.Unknown);
        var able = settings.Personas.Where(p => persona is null || p.Name == persona).SelectMany(p => entitlements.Of(p.Person, duty, today)).ToArray();
        return persona is null && able.Length != 1 ? (null, SignedIn.Missing) : One(able);
    }

    private static (Actor? By, Rejection? Refusal) One(IReadOnlyList<Actor> able) => able switch
    {
        [var only] => (only, null),
        [] => (null, WhoActs.DutyMissing),
        _ => (null, WhoActs.SeveralOrganisations),
    };

    // The API's own scheme reads the token, so that nothing is judged otherwise here than there.
    private static async Task<(Principal? Principal, Rejection? Refusal)> ByToken(IServiceProvider services, string token)
    {
        var request = new DefaultHttpContext { RequestServices = services };
        request.Request.Headers.Authorization = $"Bearer {token.Trim()}";
        if (Principal.Of((await request.AuthenticateAsync()).Principal) is { } principal) return (principal, null);
        return (null, request.Features.Get<RefusedToken>() is { Judged: false } ? SignedIn.Unreachable : SignedIn.InvalidToken);
    }
}
