using CredentialLedger.Api.SignIn;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;

namespace CredentialLedger.Api.Http;

/// <summary>
/// Who is acting in this request, and under what authority. The identity provider says who somebody is; what they may do follows from
/// the ledger's own events alone.
/// </summary>
public sealed class WhoActs(IHttpContextAccessor http, SignedIn signedIn, AuthorityCache authority, TimeProvider clock)
{
    /// <summary>The request header in which somebody who acts for several organisations says for which.</summary>
    public const string ActingFor = "Acting-For";

    /// <summary>Nothing entitles them to the duty that is needed.</summary>
    public static readonly Rejection DutyMissing = new("identity.duty-missing", RejectionKind.Forbidden);

    /// <summary>Several organisations entitle them to the duty, and they have not said for which they act.</summary>
    public static readonly Rejection SeveralOrganisations = new("identity.several-organisations", RejectionKind.Invalid, ActingFor);

    /// <summary>The actor under that duty, or the answer that refuses them.</summary>
    public async Task<(Actor? Actor, IResult? Refusal)> Under(Duty duty, CancellationToken token)
    {
        var (principal, stranger) = signedIn.Who();
        return principal is null ? (null, stranger) : await Choose(await Entitled(principal.Id, duty, token), duty, token);
    }

    /// <summary>Whether an organisation is a party to the agreement.</summary>
    public async Task<bool> IsParty(string organisation, CancellationToken token) => (await authority.Current(token)).Agreement?.Party(organisation) is not null;

    /// <summary>Everything that entitles somebody to a duty today.</summary>
    public async Task<IReadOnlyList<Actor>> Entitled(Guid person, Duty duty, CancellationToken token) =>
        (await authority.Current(token)).Of(person, duty, clock.ThaiToday());

    /// <summary>The one of these actors for whose organisation the request is made, or the answer that refuses it.</summary>
    public async Task<(Actor? Actor, IResult? Refusal)> Choose(IReadOnlyList<Actor> entitled, Duty duty, CancellationToken token)
    {
        var organisation = http.HttpContext?.Request.Headers[ActingFor].ToString();
        var chosen = string.IsNullOrEmpty(organisation) ? entitled : [.. entitled.Where(a => a.Organisation == organisation)];
        return chosen switch
        {
            [var only] => (only, null),
            [] => (null, await Missing(duty, token)),
            _ => (null, Problem.Of(Problem.StatusOf(SeveralOrganisations.Kind), SeveralOrganisations.Code, ActingFor,
                new Dictionary<string, object?> { ["organisations"] = chosen.Select(a => a.Organisation).ToArray() })),
        };
    }

    /// <summary>The answer to somebody who lacks a duty: which one, of which clauses, and which party can grant it.</summary>
    public async Task<IResult> Missing(Duty duty, CancellationToken token) => Problem.Of(StatusCodes.Status403Forbidden, DutyMissing.Code, more: new Dictionary<string, object?>
    {
        ["duty"] = duty.Code,
        ["clauses"] = duty.Clauses,
        ["grantedBy"] = (await authority.Current(token)).GrantedBy(duty),
    });
}
