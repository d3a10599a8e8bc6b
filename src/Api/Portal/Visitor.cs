using CredentialLedger.Api.Http;
using CredentialLedger.Api.Issuing;
using CredentialLedger.Api.SignIn;
using CredentialLedger.Api.Works;
using CredentialLedger.Domain.Authority;
using CredentialLedger.Domain.Governance;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Domain.People;
using CredentialLedger.Domain.Works;
using CredentialLedger.Projections.Authority;
using CredentialLedger.Projections.Reading;

namespace CredentialLedger.Api.Portal;

/// <summary>Who reads a page, and what every page needs to know: their duties of today, the agreement, the marks that may be shown.</summary>
public sealed class Visitor(IHttpContextAccessor http, AuthorityCache authority, Marks marks, EventReader events, ProgrammeSettings programme, TimeProvider clock)
{
    private Entitlements? entitlements;

    /// <summary>Whoever is signed in; null for a visitor from the public.</summary>
    public Principal? Principal { get; } = Principal.Of(http.HttpContext?.User);

    /// <summary>Today in Thailand.</summary>
    public DateOnly Today { get; } = clock.ThaiToday();

    /// <summary>Everything that they are entitled to today.</summary>
    public IReadOnlyList<Actor> Entitled { get; private set; } = [];

    /// <summary>The agreement; null before the ledger was founded.</summary>
    public Agreement? Agreement => entitlements?.Agreement;

    /// <summary>Logos and marks that the organisation that publishes the portal may show (clause 3).</summary>
    public IReadOnlyList<ShownMark> Marks { get; private set; } = [];

    /// <summary>Whether they hold a post today, to which others may report.</summary>
    public bool HasPost { get; private set; }

    /// <summary>Find it out, once a request.</summary>
    public async Task Know(CancellationToken token)
    {
        if (entitlements is not null) return;
        entitlements = await authority.Current(token);
        if (Principal is { Id: var id })
        {
            Entitled = [.. Duties.All.SelectMany(duty => entitlements.Of(id, duty, Today))];
            HasPost = await events.Fold<Person>(id, token) is { } person && person.PostsOn(Today).Any();
        }
        if (programme.Publisher is { Length: > 0 } publisher) Marks = await marks.ShownBy(publisher, PlaceOfUse.PublicPage, token);
    }

    /// <summary>The organisations for which they have a duty.</summary>
    public string[] For(Duty duty) => [.. Entitled.Where(a => a.Duty == duty.Code).Select(a => a.Organisation)];

    /// <summary>Every organisation that the ledger knows.</summary>
    public IEnumerable<string> Organisations => entitlements?.Organisations ?? [];

    /// <summary>The organisations that may carry out a duty today, the visitor's or not.</summary>
    public IEnumerable<string> OrganisationsFor(Duty duty) => entitlements?.OrganisationsFor(duty, Today) ?? [];

    /// <summary>An organisation's names in Thai and English; its code for one that the ledger does not name.</summary>
    public (string Th, string En) NameOf(string organisation) =>
        Agreement?.Party(organisation) is { } party ? (party.NameTh, party.NameEn)
        : entitlements?.AccreditationsOf(organisation).FirstOrDefault() is { Granted: var granted } ? (granted.NameTh, granted.NameEn)
        : (organisation, organisation);
}
