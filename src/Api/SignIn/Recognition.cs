using System.Security.Claims;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Authority;

namespace CredentialLedger.Api.SignIn;

/// <summary>Tells, from the claims of a token that was validated, whom the ledger has before it.</summary>
public sealed class Recognition(SignInSettings settings, NationalIds nationalIds, MasterKeys masters)
{
    /// <summary>The person or system. Whom the ledger does not know is a <see cref="Principal.Stranger"/>, so that nobody learns who is in it.</summary>
    public async Task<Principal> Of(ClaimsPrincipal validated, string issuer, CancellationToken token)
    {
        if (validated.FindFirst("client_id")?.Value is { } client && client == validated.FindFirst("sub")?.Value)
            // RFC 9068, section 2.2: a token for a client itself has the client id as its subject.
            return new(AgencySystem.IdOf(issuer, client), System: true);
        if (validated.FindFirst(settings.PersonClaim)?.Value is not { } claim) return Principal.Stranger;
        var person = settings.PersonClaimKind == SignInSettings.NationalId ? await ByNationalId(claim, token)
            : Guid.TryParseExact(claim, "D", out var id) ? id : null as Guid?;
        return person is { } known && known != Guid.Empty ? new(known, System: false) : Principal.Stranger;
    }

    private async Task<Guid?> ByNationalId(string nationalId, CancellationToken token)
    {
        if (nationalId.Length != 13 || !nationalId.All(char.IsAsciiDigit)) return null;
        var found = await nationalIds.Find([nationalId], await masters.Reload(token), token);
        return found.TryGetValue(nationalId, out var person) ? person : null;
    }
}
