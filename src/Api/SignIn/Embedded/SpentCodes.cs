using System.Collections.Concurrent;
using System.Security.Claims;
using OpenIddict.Abstractions;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>The authorization codes that were exchanged for tokens: a second use is refused (RFC 6749, section 4.1.2). Kept in memory, as long as a code lives.</summary>
public sealed class SpentCodes(TimeProvider clock)
{
    /// <summary>How long a code may wait for its use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    // A private claim: it is in the code alone, never in a token.
    private const string Claim = "oi_ledger_code";

    private readonly ConcurrentDictionary<string, DateTimeOffset> spent = [];

    /// <summary>Make a code of this sign-in distinguishable from any other.</summary>
    public static void Mark(ClaimsIdentity identity) => identity.SetClaim(Claim, Guid.NewGuid().ToString("N"));

    /// <summary>Use a code; false when it was used before.</summary>
    public bool Spend(ClaimsPrincipal code)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, until) in spent)
        {
            if (until < now) spent.TryRemove(id, out _);
        }
        // Twice the lifetime, since clocks differ and a code may be a little older than it says.
        return code.GetClaim(Claim) is { } mark && spent.TryAdd(mark, now + 2 * Lifetime);
    }
}
