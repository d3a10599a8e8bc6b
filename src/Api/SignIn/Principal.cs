using System.Security.Claims;

namespace CredentialLedger.Api.SignIn;

/// <summary>Whoever is signed in, as the ledger knows them: a person, or an organisation's system.</summary>
/// <param name="Id">The person's id; a system's is derived from its issuer and client id.</param>
/// <param name="System">Whether it is a system.</param>
public sealed record Principal(Guid Id, bool System)
{
    private const string IdClaim = "sub", SystemClaim = "system";

    /// <summary>Somebody whom the provider vouches for and whom the ledger does not know: they have no duty and no record, and learn nothing else.</summary>
    public static readonly Principal Stranger = new(Guid.Empty, false);

    /// <summary>All that is kept of them in a session or a request: no name, no national id, nothing that the provider told.</summary>
    public ClaimsPrincipal ToClaims(string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new(IdClaim, Id.ToString()));
        if (System) identity.AddClaim(new(SystemClaim, "true"));
        return new(identity);
    }

    /// <summary>Read back what <see cref="ToClaims"/> wrote; null when nobody is signed in.</summary>
    public static Principal? Of(ClaimsPrincipal? user) => user?.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirst(IdClaim)?.Value, out var id)
        ? new(id, user.HasClaim(c => c.Type == SystemClaim))
        : null;
}
