using CredentialLedger.Api.Credentials;
using CredentialLedger.Api.Http;
using CredentialLedger.Api.People;
using CredentialLedger.Api.Privacy;
using CredentialLedger.Domain.Kernel;
using CredentialLedger.Projections.People;
using CredentialLedger.Projections.Reading;
using Microsoft.AspNetCore.Components;

namespace CredentialLedger.Api.Portal.People;

/// <summary>Somebody's own page: what they may do and why, and what the ledger holds on them.</summary>
public sealed partial class MePage
{
    /// <summary>Their own record; null when the ledger has none.</summary>
    [Parameter] public PersonView? Person { get; set; }

    /// <summary>Everything that was recorded about them.</summary>
    [Parameter] public IReadOnlyList<TimelineEntry> Timeline { get; set; } = [];

    /// <summary>Their skills and credentials, today or as of the day that was entered.</summary>
    [Parameter] public ProfileView? Profile { get; set; }

    /// <summary>Why a day that was entered has no answer.</summary>
    [Parameter] public RefusedRequest? Refused { get; set; }

    /// <summary>The day that was entered.</summary>
    [Parameter] public string? AsOf { get; set; }

    /// <summary>The day of knowing that was entered.</summary>
    [Parameter] public string? KnownAt { get; set; }

    /// <summary>Their credentials.</summary>
    [Parameter] public IReadOnlyList<HeldCredentialsView.Held> Held { get; set; } = [];

    /// <summary>Who was shown their record.</summary>
    [Parameter] public IReadOnlyList<AccessesView.Entry> Accesses { get; set; } = [];

    /// <summary>What they asked to erase, and what was decided.</summary>
    [Parameter] public IReadOnlyList<ErasuresView.Request> Erasures { get; set; } = [];

    /// <summary>What they can have renewed.</summary>
    [Parameter] public IReadOnlyList<RenewalsView.Renewable> Renewals { get; set; } = [];

    /// <summary>Show it.</summary>
    [SignedIn]
    public static async Task<IResult> Get(string? asOf, string? knownAt, Pages pages, Visitor visitor, Viewer viewer, Sealer sealer, EventReader events, PersonExports exports, RenewalReader renewals,
        TimeProvider clock, CancellationToken token)
    {
        var me = visitor.Principal!.Id;
        var profile = await ProfileView.Get(me, asOf, knownAt, viewer, clock, token);
        // Whoever has no record yet has a page all the same.
        var refused = profile is RefusedRequest { Status: StatusCodes.Status400BadRequest } malformed ? malformed : null;
        return await pages.Show<MePage>(new()
        {
            [nameof(Person)] = Pages.ValueOf<PersonView>(await PersonView.Get(me, refused is null ? asOf : null, refused is null ? knownAt : null, viewer, sealer, clock, token)),
            [nameof(Timeline)] = Pages.ValueOf<TimelineView>(await TimelineView.Get(me, null, null, viewer, token))?.Entries ?? [],
            [nameof(Profile)] = Pages.ValueOf<ProfileView>(profile),
            [nameof(Refused)] = refused,
            [nameof(AsOf)] = asOf,
            [nameof(KnownAt)] = knownAt,
            [nameof(Held)] = Pages.ValueOf<HeldCredentialsView>(await HeldCredentialsView.Get(me, viewer, events, clock, token))?.Credentials ?? [],
            [nameof(Accesses)] = Pages.ValueOf<AccessesView>(await AccessesView.Get(me, null, viewer, events, token))?.Entries ?? [],
            [nameof(Renewals)] = Pages.ValueOf<RenewalsView>(await RenewalsView.Get(me, viewer, events, renewals, clock, token))?.Credentials ?? [],
            [nameof(Erasures)] = Pages.ValueOf<ErasuresView>(await ErasuresView.Get(me, viewer, sealer, exports, token))?.Requests ?? [],
        }, refused?.Status ?? StatusCodes.Status200OK);
    }

    private string Why(Actor actor) => actor.Authority.Split(':')[0] switch
    {
        "representative" => L["me.by-agreement", Name(actor.Organisation)],
        "accreditation" => L["me.by-accreditation", Name(actor.Organisation)],
        "appointment" => L["me.by-appointment", Name(actor.Organisation)],
        _ => L["me.by-act", Name(actor.Organisation)],
    };

    private string Name(string organisation) => L.Of(Visitor.NameOf(organisation).Th, Visitor.NameOf(organisation).En);

    private string EventWords(string type) => Words.Has($"event.{type}") ? L[$"event.{type}"] : L["event.other"];
}
