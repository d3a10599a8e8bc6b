using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.Authority;

namespace CredentialLedger.Api.Http;

/// <summary>
/// Who is acting in this request, and under what authority. The identity provider says who somebody is; what they may do follows from
/// the ledger's own events alone.
/// </summary>
public sealed class WhoActs(IHttpContextAccessor http, DevelopmentIdentities identities, AuthorityCache authority, TimeProvider clock)
{
    /// <summary>The request header in which somebody who acts for several organisations says for which.</summary>
    public const string ActingFor = "Acting-For";

    /// <summary>Nothing entitles them to the duty that is needed.</summary>
    public static readonly Rejection DutyMissing = new("identity.duty-missing", RejectionKind.Forbidden);

    /// <summary>Several organisations entitle them to the duty, and they have not said for which they act.</summary>
    public static readonly Rejection SeveralOrganisations = new("identity.several-organisations", RejectionKind.Invalid, ActingFor);

    /// <summary>Who signed in, or the answer to nobody.</summary>
    public Task<(Guid? Person, IResult? Refusal)> SignedIn(CancellationToken token)
    {
        if (http.HttpContext?.Request.Headers[DevelopmentIdentity.Header].ToString() is not { Length: > 0 } name)
            return Task.FromResult<(Guid?, IResult?)>((null, Problem.Of(StatusCodes.Status401Unauthorized, "identity.missing")));
        return Task.FromResult<(Guid?, IResult?)>(identities.Find(name) is { } identity ? (identity.Person, null) : (null, Problem.Of(StatusCodes.Status401Unauthorized, "identity.unknown")));
    }

    /// <summary>The actor under that duty, or the answer that refuses them.</summary>
    public async Task<(Actor? Actor, IResult? Refusal)> Under(Duty duty, CancellationToken token)
    {
        var (person, stranger) = await SignedIn(token);
        if (person is not { } id) return (null, stranger);
        return await Choose(await Entitled(id, duty, token), duty, token);
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
