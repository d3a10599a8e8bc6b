using System.Security.Claims;
using OpenIddict.Abstractions;

namespace CredentialLedger.Api.SignIn.Embedded;

/// <summary>The authorization codes that were exchanged for tokens: a second use is refused (RFC 6749, section 4.1.2).</summary>
public sealed class SpentCodes(TimeProvider clock)
{
    /// <summary>How long a code may wait for its use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    // A private claim: it is in the code alone, never in a token.
    private const string Claim = "oi_ledger_code";

    // Longer than a code lives, since clocks differ.
    private readonly ShortMemory spent = new(clock, 2 * Lifetime);

    /// <summary>Make a code of this sign-in distinguishable from any other.</summary>
    public static void Mark(ClaimsIdentity identity) => identity.SetClaim(Claim, Guid.NewGuid().ToString("N"));

    /// <summary>Use a code; false when it was used before.</summary>
    public bool Spend(ClaimsPrincipal code) => code.GetClaim(Claim) is { } mark && spent.Add(mark);
}
