using CredentialLedger.Api.Http;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Projections.Authority;
using Wolverine.Http;

namespace CredentialLedger.Api.Authority;

/// <summary>An accredited organisation.</summary>
public sealed record OrganisationView(string Organisation, IReadOnlyList<OrganisationView.Item> Accreditations)
{
    /// <summary>One accreditation, and whether it is in force today.</summary>
    public sealed record Item(string Kind, string NameTh, string NameEn, string Party, string Clause, IReadOnlyList<string> Duties, IReadOnlyList<string> Frameworks,
        AccreditationStanding Standing, bool InForce, DateOnly From, DateOnly? Until);

    /// <summary>Show an organisation's accreditations.</summary>
    [WolverineGet("/api/organisations/{organisation}"), SignedIn]
    public static async Task<IResult> Get(string organisation, AuthorityCache authority, TimeProvider clock, CancellationToken token)
    {
        var items = (await authority.Current(token)).AccreditationsOf(organisation).Select(a => Of(a, clock.ThaiToday())).ToArray();
        return items.Length == 0 ? Problem.Of(Accreditation.Missing) : Results.Ok(new OrganisationView(organisation, items));
    }

    private static Item Of(Accreditation a, DateOnly today) => new(Kinds.Of(a.Granted.Kind).Name, a.Granted.NameTh, a.Granted.NameEn, a.Granted.Party, a.Granted.Clause,
        a.Scope.Duties, a.Scope.Frameworks, a.Standing, a.InForceOn(today), a.Granted.From, a.Granted.Until);
}
