using CredentialLedger.Api.Http;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.SignIn.Embedded;
using CredentialLedger.Domain.Kernel;
using Microsoft.AspNetCore.Authentication;

namespace CredentialLedger.Api.Imports.Cli;

/// <summary>Who imports from the command line: whoever the token is for, judged as at the API; in a development ledger also a persona by name.</summary>
public static class Importing
{
    /// <summary>The actor under that duty, or why there is none. Without a name, the only persona that has the duty; nobody is chosen among several.</summary>
    public static async Task<(Actor? By, Rejection? Refusal)> Who(IServiceProvider services, string? persona, string? tokenFile, Duty duty)
    {
        await using var scope = services.CreateAsyncScope();
        var duties = scope.ServiceProvider.GetRequiredService<DevelopmentDuties>();
        if (tokenFile is not null)
        {
            var (principal, refusal) = await ByToken(scope.ServiceProvider, await File.ReadAllTextAsync(tokenFile));
            if (principal is null) return (null, refusal);
            return duties.Under(principal.Id, duty) is { } actor ? (actor, null) : (null, WhoActs.DutyMissing);
        }
        var settings = services.GetRequiredService<SignInSettings>();
        if (!settings.Embedded || !services.GetRequiredService<IHostEnvironment>().IsDevelopment()) return (null, SignedIn.Missing);
        if (persona is not null && settings.Personas.All(p => p.Name != persona)) return (null, Persona.Unknown);
        var able = settings.Personas.Where(p => persona is null || p.Name == persona).Select(p => duties.Under(p.Person, duty)).OfType<Actor>().ToArray();
        return able is [var only] ? (only, null) : (null, persona is null ? SignedIn.Missing : WhoActs.DutyMissing);
    }

    // The API's own scheme reads the token, so that nothing is judged otherwise here than there.
    private static async Task<(Principal? Principal, Rejection? Refusal)> ByToken(IServiceProvider services, string token)
    {
        var request = new DefaultHttpContext { RequestServices = services };
        request.Request.Headers.Authorization = $"Bearer {token.Trim()}";
        if (Principal.Of((await request.AuthenticateAsync()).Principal) is { } principal) return (principal, null);
        return (null, request.Features.Get<RefusedToken>() is { Judged: false } ? SignedIn.Unreachable : SignedIn.InvalidToken);
    }
}
